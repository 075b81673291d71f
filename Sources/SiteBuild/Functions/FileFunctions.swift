internal import Files
internal import Glibc
internal import GoTemplates
internal import SiteModel
internal import Values

/// The functions of `os`: files of the site and nothing else.
enum FileFunctions {
    /// Adds them.
    static func add(to table: inout FunctionTable) {
        table.register("os.ReadFile", aliases: ["readFile"], 1...1) { call in
            if call.arguments[0].goString.isEmpty { throw ValueError("invalid filename") }
            let path = try resolved(call, "readFile")
            // As in Hugo, a file that is not there is empty.
            guard FileSystem.isFile(path) || FileSystem.isDirectory(path) else { return "" }
            do {
                return .string(String(decoding: try FileSystem.read(path), as: UTF8.self))
            } catch let error as FileError {
                throw ValueError("failed to read file \"\(call.arguments[0].goString)\": \(error.reason)")
            }
        }
        table.register("os.FileExists", aliases: ["fileExists"], 1...1) { call in
            // What leads out of the site is not there, as in Hugo.
            guard !call.arguments[0].goString.isEmpty, let path = try? resolved(call, "fileExists") else {
                return false
            }
            return .bool(FileSystem.isFile(path) || FileSystem.isDirectory(path))
        }
        table.register("os.ReadDir", aliases: ["readDir"], 1...1) { call in
            let path = try resolved(call, "readDir")
            guard FileSystem.isFile(path) || FileSystem.isDirectory(path) else { return .list([]) }
            do {
                return .list(
                    try FileSystem.list(path).map { entry in
                        .object(
                            try information(path + "/" + entry.name, name: entry.name, followingLinks: false))
                    })
            } catch let error as FileError {
                throw ValueError("failed to read directory \"\(call.arguments[0].goString)\": \(error.reason)")
            }
        }
        table.register("os.Stat", 1...1) { call in
            let path = try resolved(call, "stat")
            guard try FileSystem.status(path) != nil else { return .null }
            return .object(
                try information(
                    path, name: path.split(separator: "/").last.map(String.init) ?? "", followingLinks: true))
        }
        table.register("os.Getenv", aliases: ["getenv"], 1...1) { call in
            let name = call.arguments[0].goString
            // As Hugo's default policy: the environment may hold secrets of the machine that builds.
            guard try SiteFunctions.environment(call).context.model.configuration.allowsVariable(name) else {
                throw ValueError(
                    "access denied: \"\(name)\" is not whitelisted in policy \"security.funcs.getenv\"")
            }
            return .string(getenv(name).map { String(cString: $0) } ?? "")
        }
    }

    /// Facts about a file, as Go's `fs.FileInfo` gives them; of a link itself in a listing.
    private static func information(_ path: String, name: String, followingLinks: Bool) throws -> RecordObject {
        let status = try FileSystem.status(path, followingLinks: followingLinks)
        let modified = status?.modified ?? 0
        return RecordObject(
            "fs.FileInfo",
            [
                "Name": .string(name), "IsDir": .bool(status?.kind == .directory), "Size": .int64(status?.size ?? 0),
                "ModTime": .time(
                    ZonedTime(
                        seconds: modified / 1_000_000_000, nanoseconds: Int32(modified % 1_000_000_000))),
            ])
    }

    /// The path of the first argument below the site's folder, or below one of its components.
    static func resolved(_ call: Invocation, _ name: String) throws -> String {
        let context = try SiteFunctions.environment(call).context
        let configuration = context.model.configuration
        // `.File.Filename` is a whole path.
        let whole = call.arguments[0].goString
        let asked = whole.dropping(prefix: context.workingDirectory + "/") ?? whole
        let parts = asked.split(separator: "/")
        guard !parts.contains(".."), !asked.utf8.contains(0) else {
            throw ValueError("\(name): \"\(asked)\" leads out of the site")
        }
        let inside = parts.filter { $0 != "." }.joined(separator: "/")
        let direct = configuration.sourceDirectory + "/" + inside
        if FileSystem.isFile(direct) || FileSystem.isDirectory(direct) {
            return try contained(direct, configuration, asked)
        }
        // Hugo also looks below the content folder.
        let content = configuration.sourceDirectory + "/" + configuration.contentDir + "/" + inside
        return FileSystem.isFile(content) ? try contained(content, configuration, asked) : direct
    }

    /// The bytes of a file, with an error for templates.
    static func bytes(_ path: String) throws(ValueError) -> [UInt8] {
        do {
            return try FileSystem.read(path)
        } catch {
            throw ValueError("failed to read \"\(path)\": \(error.reason)")
        }
    }

    /// Refuses what a symbolic link leads out of the site.
    private static func contained(
        _ path: String, _ configuration: SiteConfiguration, _ asked: String
    ) throws -> String {
        let root = try FileSystem.realPath(configuration.sourceDirectory)
        let real = try FileSystem.realPath(path)
        guard real == root || real.hasPrefix(root + "/") else {
            throw ValueError("\"\(asked)\" leads out of the site")
        }
        return real
    }
}
