package import Text
package import Values

/// The data at the head of a content file, and where the content behind it begins.
package struct FrontMatter: Sendable {
    /// The parsed data; nil when the file has none.
    package let document: DataDocument?
    /// The offset of the first byte of the content.
    package let bodyOffset: Int

    /// No front matter: everything is content.
    package static let none = FrontMatter(document: nil, bodyOffset: 0)

    /// The notation; nil when there is no front matter.
    package var format: DataFormat? { document?.format }

    /// The data with the keys as they are written; empty when there is none.
    package var values: ValueMap { document?.map ?? ValueMap() }

    /// The bytes between the delimiters; for JSON with the braces.
    package var range: Range<Int>? { document?.bounds }

    /// The bytes of the value that a path of keys leads to.
    package func range(ofKeyPath path: [String]) -> Range<Int>? { document?.range(ofKeyPath: path) }

    /// Splits a content file into its front matter and its content.
    ///
    /// `---` opens YAML, `+++` TOML and `{` JSON; a byte order mark and empty lines may stand before it, lines may end
    /// in CR LF. A file that opens with none of them is content from its first byte.
    /// - Throws: a `Diagnostic` for a front matter that is not closed, does not parse or is no map.
    package static func split(_ file: SourceFile) throws(Diagnostic) -> FrontMatter {
        let bytes = file.bytes
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let contentStart = start
        while start < bytes.count,
            bytes[start] == 0x0A || bytes[start] == 0x0D || bytes[start] == 0x20 || bytes[start] == 0x09
        {
            start += 1
        }
        guard start < bytes.count else { return FrontMatter(document: nil, bodyOffset: contentStart) }
        switch bytes[start] {
        case 0x2D where isDelimiter(0x2D, at: start, in: bytes):
            return try fenced(file, by: 0x2D, from: start, format: .yaml)
        case 0x2B where isDelimiter(0x2B, at: start, in: bytes):
            return try fenced(file, by: 0x2B, from: start, format: .toml)
        case 0x7B where isJSONObject(at: start, in: bytes):
            return try jsonObject(file, from: start)
        default:
            return FrontMatter(document: nil, bodyOffset: contentStart)
        }
    }

    private static func fenced(
        _ file: SourceFile, by mark: UInt8, from start: Int, format: DataFormat
    ) throws(Diagnostic) -> FrontMatter {
        let bytes = file.bytes
        let first = lineEnd(from: start, in: bytes)
        var line = first
        while line < bytes.count {
            // Whatever follows on that line is content.
            if line + 3 <= bytes.count, bytes[line] == mark, bytes[line + 1] == mark, bytes[line + 2] == mark {
                let document = try parseData(file, as: format, bounds: first..<line)
                var body = line + 3
                if isDelimiter(mark, at: line, in: bytes) { body = lineEnd(from: line, in: bytes) }
                return try checked(document, bodyOffset: body)
            }
            line = lineEnd(from: line, in: bytes)
        }
        let delimiter = mark == 0x2D ? "---" : "+++"
        throw Diagnostic(
            code: "front-matter.unclosed",
            "EOF looking for end \(format == .yaml ? "YAML" : "TOML") front matter delimiter",
            at: SourceRange(file, at: first),
            suggestion: "the front matter is not closed: end it with a line that holds only \(delimiter)")
    }

    private static func jsonObject(_ file: SourceFile, from start: Int) throws(Diagnostic) -> FrontMatter {
        let bytes = file.bytes
        var depth = 0
        var inString = false
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if inString {
                if byte == 0x5C {
                    index += 1
                } else if byte == 0x22 {
                    inString = false
                }
            } else if byte == 0x22 {
                inString = true
            } else if byte == 0x7B {
                depth += 1
            } else if byte == 0x7D {
                depth -= 1
                if depth == 0 {
                    let document = try parseData(file, as: .json, bounds: start..<index + 1)
                    var body = index + 1
                    while body < bytes.count, bytes[body] == 0x0A || bytes[body] == 0x0D { body += 1 }
                    return try checked(document, bodyOffset: body)
                }
            }
            index += 1
        }
        throw Diagnostic(
            code: "front-matter.unclosed", "unexpected EOF parsing JSON front matter",
            at: SourceRange(file, start..<start + 1),
            suggestion: "the front matter is not closed: end it with }")
    }

    private static func checked(_ document: DataDocument, bodyOffset: Int) throws(Diagnostic) -> FrontMatter {
        switch document.value {
        case .map, .null:
            return FrontMatter(document: document, bodyOffset: bodyOffset)
        default:
            let kind = document.value.listValue == nil ? "string" : "sequence"
            throw Diagnostic(
                code: "front-matter.no-map", "\(kind) was used where mapping is expected",
                at: SourceRange(document.file, document.bounds),
                suggestion: "the front matter is a map of keys to values: write lines such as title: My page")
        }
    }

    /// Whether the line at `start` is three marks and nothing else but blanks.
    private static func isDelimiter(_ mark: UInt8, at start: Int, in bytes: [UInt8]) -> Bool {
        guard start + 3 <= bytes.count else { return false }
        for index in start..<start + 3 where bytes[index] != mark { return false }
        var index = start + 3
        while index < bytes.count, bytes[index] != 0x0A {
            guard bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0D else { return false }
            index += 1
        }
        return true
    }

    /// A `{` that opens JSON: any but that of `{{< x >}}`, which Hugo would not build.
    private static func isJSONObject(at start: Int, in bytes: [UInt8]) -> Bool {
        start + 1 >= bytes.count || bytes[start + 1] != 0x7B
    }

    /// The offset behind the line ending of the line at `start`.
    private static func lineEnd(from start: Int, in bytes: [UInt8]) -> Int {
        guard let newline = bytes[start...].firstIndex(of: 0x0A) else { return bytes.count }
        return newline + 1
    }
}
