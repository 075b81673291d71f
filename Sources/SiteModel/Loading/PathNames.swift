/// A folder and a path below it as one path.
func joined(_ directory: String, _ path: String) -> String {
    if directory.isEmpty || directory == "." { return path.isEmpty ? "." : path }
    if path.isEmpty { return directory }
    return directory.hasSuffix("/") ? directory + path : "\(directory)/\(path)"
}

/// A file name without its extension, and the extension without the dot; a name that begins with its only dot has none.
func splitName(_ name: String) -> (stem: String, fileExtension: String) {
    let bytes = name.utf8
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > bytes.startIndex,
        !bytes[dot...].contains(UInt8(ascii: "/"))
    else { return (name, "") }
    return (String(name[..<dot]), String(name[bytes.index(after: dot)...]))
}

/// The last part of a path.
func lastName(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
}

/// The path without its last part and without the `/` before it; empty when there is only one part.
func parentPath(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[..<slash])
}

/// The parts of a path between its `/`, empty ones left out.
func pathParts(_ path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
}

/// Go's `path.Clean` of an absolute path: `.` and `..` resolved, no `/` at its end.
func cleaned(_ path: String) -> String {
    var parts: [String] = []
    for part in pathParts(path) {
        if part == "." { continue }
        if part == ".." {
            _ = parts.popLast()
        } else {
            parts.append(part)
        }
    }
    return "/" + parts.joined(separator: "/")
}

/// Go's `path.Clean` of a path that may lead above where it begins: `../a/../b` is `../b`.
func relativeCleaned(_ path: String) -> String {
    var parts: [String] = []
    for part in pathParts(path) where part != "." {
        if part == "..", let last = parts.last, last != ".." {
            parts.removeLast()
        } else {
            parts.append(part)
        }
    }
    return parts.isEmpty ? "." : parts.joined(separator: "/")
}
