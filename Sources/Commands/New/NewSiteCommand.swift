internal import Files
internal import Text
internal import Values

extension Command {
    /// `keyport new site`.
    static let newSite = Command(
        ["new", "site"], "Make a site that builds at once.", operands: "DIR", count: 1...1,
        options: [.flag("force", "f", "also in a folder that is not empty; nothing there is changed")],
        examples: ["keyport new site docs && keyport serve -s docs"]
    ) { arguments, console in
        let folder = arguments.operands[0]
        do throws(FileError) {
            if FileSystem.isDirectory(folder), !arguments.flag("force"), try !FileSystem.list(folder).isEmpty {
                console.report(
                    Diagnostic(
                        code: "new.not-empty", "the folder is not empty", path: folder,
                        suggestion: "choose another folder, or say --force to keep what is there and add the rest"))
                return .failed
            }
            try FileSystem.makeDirectory(folder + "/content")
            for (name, text) in NewSite.files(named: folder) where !FileSystem.isFile(folder + "/" + name) {
                try FileSystem.write(Array(text.utf8), to: folder + "/" + name, atomically: true)
            }
        } catch {
            console.report(error.diagnostic)
            return .failed
        }
        console.message("made a site in \(folder); keyport serve -s \(folder) shows it")
        return .done
    }
}

/// What a new site consists of.
private enum NewSite {
    /// The files by path; the title is made of the folder's name.
    static func files(named folder: String) -> [(name: String, text: String)] {
        let name = folder.split(separator: "/").last { $0 != "." && $0 != ".." }.map(String.init) ?? "Documentation"
        var title = ByteWriter()
        JSON.writeString(PageTitle.of(name), into: &title)
        return [
            (
                "hugo.toml",
                """
                # The address under which the site is published.
                baseURL = "https://example.org/"
                title = \(title.string)
                locale = "en"

                """
            ),
            (
                "content/_index.md",
                """
                ---
                title: Welcome
                description: What this site is about.
                ---

                Write pages in Markdown below `content/`; `keyport new guide.md` makes one.

                {{< callout tip >}}
                `keyport serve` shows each save.
                {{< /callout >}}

                """
            ),
        ]
    }
}

/// Titles of things that have a name only.
enum PageTitle {
    /// `getting-started` becomes `Getting Started`, as Hugo's standard archetype has it.
    static func of(_ name: String) -> String {
        name.split { $0 == "-" || $0 == "_" || $0 == " " }.map { word in
            word.prefix(1).uppercased() + word.dropFirst()
        }.joined(separator: " ")
    }
}
