internal import Text
internal import Values

extension FunctionTable {
    /// The namespace `path`: paths with `/`, whatever the system.
    mutating func registerPath() {
        register("path.Base", 1...1) { .string(GoPath.base(try $0.text(0))) }
        register("path.BaseName", 1...1) { call in
            let base = GoPath.base(try call.text(0))
            let kept = base.utf8.count - GoPath.fileExtension(base).utf8.count
            return .string(kept > 0 ? String(base.utf8.prefix(kept)) ?? base : base)
        }
        register("path.Clean", 1...1) { .string(GoPath.clean(try $0.text(0))) }
        register("path.Dir", 1...1) { .string(GoPath.directory(try $0.text(0))) }
        register("path.Ext", 1...1) { .string(GoPath.fileExtension(try $0.text(0))) }
        register("path.Join", 0...Int.max) { .string(GoPath.join(try $0.flattenedTexts())) }
        register("path.Split", 1...1) { call in
            let path = try call.text(0)
            let end = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
            return .object(SplitPath(directory: String(path[..<end]), file: String(path[end...])))
        }
    }
}

extension Invocation {
    /// The texts of the arguments, those of lists in their place.
    func flattenedTexts() throws(ValueError) -> [String] {
        var texts: [String] = []
        for argument in arguments {
            for element in argument.listValue ?? [argument] { texts.append(try element.castToString()) }
        }
        return texts
    }
}

/// What `path.Split` gives: `.Dir` and `.File`.
final class SplitPath: ValueObject {
    let directory: String
    let file: String

    init(directory: String, file: String) {
        self.directory = directory
        self.file = file
    }

    var goType: String { "paths.DirFile" }
    var goString: String { "\(directory)|\(file)" }
    var members: MemberTable { Self.table }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Dir", of: SplitPath.self) { .string($0.directory) }
        table.field("File", of: SplitPath.self) { .string($0.file) }
        return table
    }()
}

/// Go's package `path`.
enum GoPath {
    /// The shortest path of the same meaning; `.` for an empty one.
    static func clean(_ path: String) -> String {
        if path.isEmpty { return "." }
        let isRooted = path.hasPrefix("/")
        var parts: [Substring] = []
        for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
            if part != ".." {
                parts.append(part)
            } else if let last = parts.last, last != ".." {
                parts.removeLast()
            } else if !isRooted {
                parts.append(part)
            }
        }
        let joined = parts.joined(separator: "/")
        return isRooted ? "/" + joined : joined.isEmpty ? "." : joined
    }

    /// The elements with `/` between them, cleaned; empty ones do not count.
    static func join(_ elements: [String]) -> String {
        let given = elements.filter { !$0.isEmpty }
        return given.isEmpty ? "" : clean(given.joined(separator: "/"))
    }

    /// The last element.
    static func base(_ path: String) -> String {
        if path.isEmpty { return "." }
        let last = path.split(separator: "/", omittingEmptySubsequences: true).last
        return last.map { String($0) } ?? "/"
    }

    /// All but the last element, cleaned.
    static func directory(_ path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return clean(String(path[...slash]))
    }

    /// From the last dot of the last element on; empty where there is none.
    static func fileExtension(_ path: String) -> String {
        for index in path.utf8.indices.reversed() {
            if path.utf8[index] == UInt8(ascii: "/") { return "" }
            if path.utf8[index] == UInt8(ascii: ".") { return String(path[index...]) }
        }
        return ""
    }
}
