internal import Files
internal import GoTemplates
internal import SiteModel
internal import Synchronization
internal import Text
internal import Values

/// The files of the assets folders, of the site first and of its themes behind.
final class Assets: Sendable {
    private unowned let context: SiteContext
    private let folders: [(source: String, target: String, filter: MountFilter)]
    private let extra: [String: [UInt8]]
    /// The folders by their real paths, as libsass names files.
    private let realFolders: [(source: String, target: String)]
    private let known = Mutex<[String: ResourceObject]>([:])
    /// What templates made of nothing, by the path that it is published under.
    private let templates = Mutex<[String: ResourceObject]>([:])
    private let listing = Lazy<[String]>()

    /// - Parameter extra: files that are there without a folder, by path.
    init(
        _ context: SiteContext, folders: [(source: String, target: String, filter: MountFilter)],
        extra: [String: [UInt8]]
    ) {
        self.context = context
        self.folders = folders
        realFolders = folders.compactMap { folder -> (source: String, target: String)? in
            (try? FileSystem.realPath(folder.source)).map { ($0, folder.target) }
        }
        self.extra = extra
    }

    /// The file of that path; nil when there is none, or when the path leads out.
    func resource(_ path: String) -> ResourceObject? {
        let parts = path.split(separator: "/").filter { $0 != "." }
        guard !parts.isEmpty, !parts.contains("..") else { return nil }
        let path = parts.joined(separator: "/")
        if let found = known.withLock({ $0[path] }) { return found }
        guard let source = source(of: path) else { return nil }
        let fresh = ResourceObject(
            name: "/" + path, mediaType: context.model.configuration.mediaType(fileExtension: path.fileExtension),
            targetPath: path, source: source, context: context)
        return known.withLock { known in
            if let found = known[path] { return found }
            known[path] = fresh
            return fresh
        }
    }

    /// What a template makes under that path, made once.
    func made(_ path: String, _ make: () throws -> ResourceObject) rethrows -> ResourceObject {
        if let found = templates.withLock({ $0[path] }) { return found }
        let fresh = try make()
        return templates.withLock { known in
            if let found = known[path] { return found }
            known[path] = fresh
            return fresh
        }
    }

    /// What templates make of the same `bytes` under the same path, made once: each page asks for its own style sheet of
    /// Sass, and what is made of that is kept with it.
    func shared(_ path: String, _ bytes: [UInt8], _ make: () throws -> ResourceObject) rethrows -> ResourceObject {
        try made("\0" + path + "\0" + Hexadecimal.text(HashFunction.sha256.digest(bytes)), make)
    }

    /// The path of a real file below the assets folder, the reverse of `source(of:)`; nil when it is in none.
    func path(of file: String) -> String? {
        for folder in realFolders {
            guard let inside = file.dropping(prefix: folder.source + "/") else { continue }
            return folder.target.isEmpty ? inside : folder.target + "/" + inside
        }
        return nil
    }

    /// Where the bytes of a path come from; nil when there is no such file.
    func source(of path: String) -> ResourceObject.Source? {
        for folder in folders {
            // A mount may be of one file.
            if path == folder.target, FileSystem.isFile(folder.source) { return .file(folder.source) }
            guard let inside = folder.target.isEmpty ? path : path.dropping(prefix: folder.target + "/") else {
                continue
            }
            guard folder.filter.takes(inside) else { continue }
            let file = folder.source + "/" + inside
            if FileSystem.isFile(file) { return .file(file) }
        }
        return extra[path].map { .bytes($0) }
    }

    /// The files whose paths fit a pattern, in the order of their paths.
    func matching(_ pattern: String) throws(ValueError) -> [ResourceObject] {
        let glob = try ResourceCollection.glob(pattern)
        return paths.filter { glob.matches($0) }.compactMap { resource($0) }
    }

    private var paths: [String] {
        listing.get {
            // What comes along without a folder has to be asked for by name: a site that joins all of its style sheets
            // gets its own.
            var found: Set<String> = []
            for folder in folders {
                if !folder.target.isEmpty, FileSystem.isFile(folder.source) { found.insert(folder.target) }
                FolderWalk.files(below: folder.source) { path in
                    guard folder.filter.takes(path) else { return }
                    found.insert(folder.target.isEmpty ? path : folder.target + "/" + path)
                }
            }
            return found.sorted()
        }
    }
}

/// Lists the files below a folder.
enum FolderWalk {
    /// Calls `visit` with the path of each file below `folder`, in the order of their names; links are not followed but
    /// handed to `link`.
    static func files(below folder: String, link: (String) -> Void = { _ in }, _ visit: (String) -> Void) {
        func walk(_ path: String, _ prefix: String, depth: Int) {
            guard depth < 64, let entries = try? FileSystem.list(path) else { return }
            for entry in entries {
                switch entry.kind {
                case .file: visit(prefix + entry.name)
                case .directory: walk(path + "/" + entry.name, prefix + entry.name + "/", depth: depth + 1)
                case .link: link(prefix + entry.name)
                case .other: break
                }
            }
        }
        walk(folder, "", depth: 0)
    }
}

extension String {
    /// The rest of the text behind `prefix`, nil when it does not begin with it.
    func dropping(prefix: String) -> String? { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil }
}
