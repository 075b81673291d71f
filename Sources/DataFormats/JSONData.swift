internal import Text
internal import Values

/// JSON as data of a site: every number is a `.float`, as Go reads them.
enum JSONData {
    /// The value in `bounds` of `file`.
    static func parse(_ file: SourceFile, bounds: Range<Int>) throws(Diagnostic) -> Value {
        if bounds.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains(file.bytes[$0]) }) { return .null }
        do throws(Diagnostic) {
            return try JSON.parse(part(of: file, bounds: bounds), numbers: .float)
        } catch {
            var error = error
            // The place is one of the part, which has the offsets of the whole.
            if let location = error.location { error.location = SourceRange(file, location.range) }
            throw error
        }
    }

    /// The bytes of the value that a path of keys and indexes leads to.
    static func range(of path: [String], in file: SourceFile, bounds: Range<Int>) -> Range<Int>? {
        guard let tree = try? JSON.parseWithRanges(part(of: file, bounds: bounds)).ranges else { return nil }
        return find(path[...], in: tree)
    }

    private static func find(_ path: ArraySlice<String>, in tree: SourceTree) -> Range<Int>? {
        guard let first = path.first else { return tree.range }
        switch tree {
        case .leaf: return nil
        case .list(_, let elements):
            guard let index = Int(first), elements.indices.contains(index) else { return nil }
            return find(path.dropFirst(), in: elements[index])
        case .map(_, let members):
            let wanted = first.lowercased()
            guard let member = members[first] ?? members.first(where: { $0.key.lowercased() == wanted })?.value else {
                return nil
            }
            return find(path.dropFirst(), in: member.value)
        }
    }

    /// The file with blanks in place of all that is not in `bounds`, so that offsets stay.
    private static func part(of file: SourceFile, bounds: Range<Int>) -> SourceFile {
        if bounds == 0..<file.bytes.count { return file }
        let head = file.bytes[..<bounds.lowerBound].map { $0 == 0x0A ? $0 : 0x20 }
        return SourceFile(path: file.path, bytes: head + file.bytes[bounds])
    }
}
