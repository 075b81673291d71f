internal import Files
internal import GoTemplates
internal import SiteModel
internal import Text
internal import Values

extension Command {
    /// `keyport new`.
    static let new = Command(
        ["new"], "Make a page with front matter.", operands: "PATH", count: 1...1,
        options: SiteOptions.options + [
            .value("kind", "k", "NAME", "the archetype to use (default that of the section)"),
            .flag("force", "f", "replace a page that is there"),
        ],
        discussion: """
            PATH is below the content folder. The page is made from archetypes/SECTION.md or archetypes/default.md when the
            site has one; its path is printed on standard output.
            """,
        examples: ["keyport new guides/rotating-keys.md"]
    ) { arguments, console in
        let configuration: SiteConfiguration
        do throws(SiteError) {
            configuration = try SiteOptions.configuration(arguments, environment: "development")
        } catch {
            console.report(error.diagnostics)
            return .failed
        }
        let page = try NewPage(arguments, configuration: configuration)
        do {
            let isThere = try FileSystem.status(page.file) != nil
            guard arguments.flag("force") || !isThere else {
                console.report(
                    Diagnostic(
                        code: "new.exists", "there is a page already", path: page.file,
                        suggestion: "choose another path, or say --force to replace it"))
                return .failed
            }
            let text = try page.text()
            try FileSystem.makeDirectory(page.folder)
            try FileSystem.write(text, to: page.file, atomically: true)
        } catch let error as FileError {
            console.report(error.diagnostic)
            return .failed
        }
        console.write(page.file + "\n")
        return .done
    }
}

/// A page that is about to be made.
private struct NewPage {
    /// The path of the file.
    let file: String
    /// The folder it goes into.
    let folder: String
    private let parts: [String]
    private let now: ZonedTime
    private let archetypes: [String]

    init(_ arguments: Arguments, configuration: SiteConfiguration) throws(UsageError) {
        var parts = arguments.operands[0].split(separator: "/").filter { $0 != "." }.map(String.init)
        // A path may be given as a shell completes it, with the content folder in front.
        if parts.count > 1, parts.first == configuration.contentDir { parts.removeFirst() }
        guard let name = parts.last, !parts.contains(".."), !arguments.operands[0].utf8.contains(0) else {
            throw UsageError(message: "\(arguments.operands[0].singleLine) is no path below the content folder")
        }
        guard name.hasSuffix(".md"), name != ".md" else {
            throw UsageError(
                message: "\(name.singleLine) is no Markdown file",
                suggestion: "end the path with .md: \(name.singleLine).md")
        }
        let source = SiteOptions.source(arguments)
        folder = ([source, configuration.contentDir] + parts.dropLast()).joined(separator: "/")
        file = folder + "/" + name
        self.parts = parts
        now = try Present.time(arguments)
        let section = arguments.value("kind") ?? (parts.count > 1 ? parts[0] : "default")
        let root = source + "/" + configuration.archetypeDir
        archetypes = ["\(root)/\(section).md", "\(root)/default.md"]
    }

    /// The page, from the site's archetype or the one built in.
    func text() throws -> [UInt8] {
        guard let archetype = archetypes.first(where: { FileSystem.isFile($0) }) else {
            var title = ByteWriter()
            JSON.writeString(PageTitle.of(baseName), into: &title)
            return Array("---\ntitle: \(title.string)\ndate: \(now.rfc3339)\ndraft: true\n---\n\n".utf8)
        }
        let source = SourceFile(path: archetype, bytes: try FileSystem.read(archetype))
        let template = try TemplateFile.parse(source, name: archetype, mode: .text, functions: .standard)
        let dot: Value = [
            "Name": .string(baseName), "Date": .string(now.rfc3339),
            "Type": .string(parts.count > 1 ? parts[0] : "page"),
            "File": [
                "ContentBaseName": .string(baseName), "BaseFileName": .string(baseName),
                "TranslationBaseName": .string(baseName), "LogicalName": .string(parts.last ?? ""),
                "Path": .string(parts.joined(separator: "/")), "Ext": "md",
                "Dir": .string(parts.dropLast().joined(separator: "/") + "/"),
            ],
        ]
        var output = ByteWriter()
        try template.standalone().execute(dot: dot, context: TemplateExecution(), into: &output)
        return output.bytes
    }

    /// The name without extension; of a bundle that of its folder.
    private var baseName: String {
        let name = String((parts.last ?? "").dropLast(3))
        return name == "index" || name == "_index" ? (parts.dropLast().last ?? "home") : name
    }
}
