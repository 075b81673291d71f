internal import Files
internal import RegularExpressions
internal import Text
internal import Values

/// Finds the files of the content folders and says what each is for.
struct ContentWalk {
    /// What a file is for.
    enum Role: Sendable, Equatable {
        /// The content of a page at a path, and how the page holds resources.
        case page(path: String, bundle: BundleKind?, isNode: Bool)
        /// A file of the leaf bundle at a path.
        case bundleResource(page: String)
        /// A file in a folder that is no leaf bundle; the nearest list page above has it.
        case folderResource(folder: String)
        /// A template that adds pages below a folder.
        case adapter(folder: String)

        var isAdapter: Bool { if case .adapter = self { true } else { false } }
    }

    /// A file.
    struct Found: Sendable {
        /// The path inside the content with `/`.
        let path: String
        /// The path that can be opened.
        let source: String
        /// The path that is printed.
        let shown: String
        /// The language its name or its mount gives; nil for a file of every language.
        var language: String?
        /// The name without extension and language.
        let stem: String
        /// The extension without the dot.
        let fileExtension: String
        /// The time of its last change in nanoseconds since 1970, when the configuration asks for it.
        var modified: Int?
        /// What it is for.
        var role: Role = .folderResource(folder: "")

        /// The folder inside the content, without `/` at its ends.
        var folder: String { parentPath(path) }
        /// The path of its page with the case of the disk.
        var writtenPath: String {
            guard case .page(_, let bundle, _) = role else { return "/" + path }
            return LogicalPath.normalized(
                bundle == nil ? joined(folder, stem) : folder, keepingCase: true)
        }
        /// What `.File` of its page says.
        func contentFile(language: String) -> ContentFile {
            let (base, _) = splitName(lastName(path))
            let isIndex = stem == "index" || stem == "_index" || role.isAdapter
            return ContentFile(
                path: path, filename: source, logicalName: lastName(path), baseFileName: base,
                translationBaseName: stem, contentBaseName: isIndex ? lastName(folder) : stem,
                fileExtension: fileExtension, directory: folder.isEmpty ? "" : folder + "/",
                section: pathParts(folder).first ?? "", language: language, isAdapter: role.isAdapter)
        }
        /// Whether the extension is one of content.
        var isContent: Bool { ContentWalk.contentExtensions.contains(fileExtension.lowercased()) }
    }

    /// The extensions of content.
    static let contentExtensions: Set<String> = [
        "md", "markdown", "mdown", "html", "htm", "adoc", "asciidoc", "ad", "org", "rst", "pandoc", "pdc",
    ]

    /// The files, sorted by path.
    private(set) var files: [Found] = []
    /// Findings.
    private(set) var diagnostics: [Diagnostic] = []

    private let configuration: SiteConfiguration
    private let languages: Set<String>
    private var taken: Set<String> = []
    private var roots: [String] = []
    private let readsTimes: Bool
    private let ignored: [RegularExpression]
    private let absoluteSource: String

    /// Walks the content mounts of `configuration`.
    init(_ configuration: SiteConfiguration) {
        self.configuration = configuration
        languages = Set(configuration.languages.map(\.key))
        let dates = configuration.dateSources
        readsTimes = [dates.date, dates.lastModified, dates.publishDate, dates.expiryDate].contains {
            $0.contains(":filemodtime")
        }
        ignored = (configuration.raw["ignorefiles"]?.castStrings ?? []).compactMap { try? RegularExpression(go: $0) }
        let root = try? FileSystem.realPath(configuration.sourceDirectory)
        absoluteSource = root ?? configuration.sourceDirectory
        if let root { roots.append(root) }
        for mount in configuration.mounts(of: .content) {
            if let root = try? FileSystem.realPath(mount.source) { roots.append(root) }
        }
        for mount in configuration.mounts(of: .content) {
            let filter = MountFilter(mount)
            if FileSystem.isFile(mount.source) {
                add(mount, filter, source: mount.source, inside: "")
                continue
            }
            var identities: [FileSystem.Identity] = []
            if let status = try? FileSystem.status(mount.source) { identities.append(status.identity) }
            walk(mount, filter, folder: mount.source, inside: "", identities: identities, depth: 0)
        }
        files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        assignRoles()
    }

    /// The files of a part, which an earlier walk found.
    init(_ part: ContentPart, _ configuration: SiteConfiguration) {
        self.configuration = configuration
        languages = []
        readsTimes = false
        ignored = []
        absoluteSource = configuration.sourceDirectory
        files = part.entries.map(\.found)
    }

    private static let depthLimit = 64

    private mutating func walk(
        _ mount: Mount, _ filter: MountFilter, folder: String, inside: String, identities: [FileSystem.Identity],
        depth: Int
    ) {
        guard depth < Self.depthLimit else {
            diagnostics.append(
                Diagnostic(
                    code: "content.depth", "folders nest deeper than \(Self.depthLimit) levels", path: shown(folder)))
            return
        }
        let entries: [FileSystem.Entry]
        do throws(FileError) {
            entries = try FileSystem.list(folder)
        } catch {
            var diagnostic = error.diagnostic
            diagnostic.path = shown(folder)
            diagnostics.append(diagnostic)
            return
        }
        for entry in entries where !Self.isIgnored(entry.name) {
            let source = joined(folder, entry.name)
            // Where bytes could not be read as text the name cannot be opened again.
            if entry.name.unicodeScalars.contains("\u{FFFD}"), (try? FileSystem.status(source)) == nil {
                diagnostics.append(
                    Diagnostic(
                        code: "content.name", "the name of this file is no UTF-8", path: shown(source),
                        suggestion: "rename the file"))
                continue
            }
            let path = inside.isEmpty ? entry.name : "\(inside)/\(entry.name)"
            var kind = entry.kind
            if kind == .link {
                guard let target = followed(source) else { continue }
                kind = target
            }
            switch kind {
            case .directory:
                var below = identities
                // Only a link can lead back, but a folder that is reached by one must be known too.
                if let status = try? FileSystem.status(source) {
                    if below.contains(status.identity) {
                        diagnostics.append(
                            Diagnostic(
                                code: "content.link-cycle", "this link leads back to a folder it stands in",
                                path: shown(source), suggestion: "remove the link"))
                        continue
                    }
                    below.append(status.identity)
                }
                walk(mount, filter, folder: source, inside: path, identities: below, depth: depth + 1)
            case .file: add(mount, filter, source: source, inside: path)
            case .link, .other: continue
            }
        }
    }

    /// What a link leads to; nil, with a finding, when that is nothing or stands outside of the site.
    private mutating func followed(_ source: String) -> FileSystem.Kind? {
        guard let target = try? FileSystem.realPath(source), let status = try? FileSystem.status(target) else {
            diagnostics.append(
                Diagnostic(
                    .warning, code: "content.link-broken", "this link leads nowhere", path: shown(source),
                    suggestion: "remove the link"))
            return nil
        }
        guard roots.contains(where: { target == $0 || target.hasPrefix($0 + "/") }) else {
            diagnostics.append(
                Diagnostic(
                    code: "content.link-outside", "this link leaves the site", path: shown(source),
                    suggestion: "copy the file into the site, or mount its folder with module.mounts"))
            return nil
        }
        return status.kind
    }

    /// What Hugo leaves out: hidden files and what editors leave behind.
    static func isIgnored(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasPrefix("#") || name.hasSuffix("~")
    }

    /// Whether `ignoreFiles` leaves the file out; its patterns see the whole path, as in Hugo.
    private func isIgnoredByPattern(_ source: String) -> Bool {
        guard !ignored.isEmpty else { return false }
        let subject = MatchSubject(source.hasPrefix("/") ? source : "\(absoluteSource)/\(shown(source))")
        return ignored.contains { (try? $0.firstMatch(in: subject)) ?? nil != nil }
    }

    /// A path as it is printed: below the folder of the site.
    private func shown(_ source: String) -> String {
        let root = configuration.sourceDirectory
        if root == "." || root.isEmpty { return source }
        let prefix = root.hasSuffix("/") ? root : root + "/"
        return source.hasPrefix(prefix) ? String(source.dropFirst(prefix.count)) : source
    }

    private mutating func add(_ mount: Mount, _ filter: MountFilter, source: String, inside: String) {
        let path = [mount.target, inside].filter { !$0.isEmpty }.joined(separator: "/")
        guard !path.isEmpty, !isIgnoredByPattern(source) else { return }
        guard filter.takes(inside) else { return }
        let (base, fileExtension) = splitName(lastName(path))
        var stem = base
        var language = mount.language
        let inner = splitName(base)
        if languages.contains(inner.fileExtension.lowercased()), !inner.stem.isEmpty {
            stem = inner.stem
            language = inner.fileExtension.lowercased()
        }
        guard taken.insert("\(mount.language ?? "")\u{0}\(path)").inserted else { return }
        var found = Found(
            path: path, source: source, shown: shown(source), language: language, stem: stem,
            fileExtension: fileExtension)
        if readsTimes { found.modified = (try? FileSystem.status(source))?.modified }
        files.append(found)
    }

    private mutating func assignRoles() {
        var leaves: Set<String> = []
        for file in files where file.isContent && file.stem == "index" {
            if file.folder.isEmpty {
                diagnostics.append(
                    Diagnostic(
                        .warning, code: "content.root-index", "this file is taken for the home page", path: file.shown,
                        suggestion: "call it _index.\(file.fileExtension)"))
            } else {
                leaves.insert(file.folder)
            }
        }
        var bundles: [String: String?] = [:]
        func bundle(of folder: String) -> String? {
            if let known = bundles[folder] { return known }
            let above = folder.isEmpty ? nil : bundle(of: parentPath(folder))
            // The outermost leaf bundle has everything below it.
            let result = above ?? (leaves.contains(folder) ? folder : nil)
            bundles[folder] = .some(result)
            return result
        }
        for index in files.indices {
            let file = files[index]
            if file.stem == "_content", file.fileExtension == "gotmpl" {
                files[index].role = .adapter(folder: file.folder.isEmpty ? "/" : logicalPath(file.folder))
            } else if let leaf = bundle(of: file.folder) {
                let page = logicalPath(leaf)
                files[index].role =
                    file.folder == leaf && file.stem == "index" && file.isContent
                    ? .page(path: page, bundle: .leaf, isNode: false) : .bundleResource(page: page)
            } else if file.isContent, file.stem == "_index" || (file.stem == "index" && file.folder.isEmpty) {
                files[index].role = .page(path: logicalPath(file.folder), bundle: .branch, isNode: true)
            } else if file.isContent {
                let path = file.folder.isEmpty ? file.stem : "\(file.folder)/\(file.stem)"
                files[index].role = .page(path: logicalPath(path), bundle: nil, isNode: false)
            } else {
                files[index].role = .folderResource(folder: logicalPath(file.folder))
            }
        }
    }

    /// The logical path of a path on disk: lower case, `-` for blanks, `/` in front.
    private func logicalPath(_ path: String) -> String {
        LogicalPath.normalized(path)
    }
}

/// Paths by which pages are found.
package enum LogicalPath {
    /// The logical path of a path on disk or of a reference: `/docs/my-guide` for `Docs/My Guide`.
    package static func normalized(_ path: String, keepingCase: Bool = false) -> String {
        var result = keepingCase ? path : path.goLowercased
        if result.utf8.contains(UInt8(ascii: " ")) { result = result.replacing(" ", with: "-") }
        return result.hasPrefix("/") ? result : "/" + result
    }

    /// An absolute path without `.` and `..`, which lead to the root at most.
    package static func cleanedPath(_ path: String) -> String { cleaned(path) }
}
