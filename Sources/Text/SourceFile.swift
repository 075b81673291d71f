/// The bytes of one input with the path they came from; positions are byte offsets until something is printed.
package final class SourceFile: Sendable {
    /// The path as it is printed: relative to the site or the store, with `/`.
    package let path: String
    /// The whole content.
    package let bytes: [UInt8]

    /// Names `bytes` as the content of `path`.
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Names the UTF-8 of `text` as the content of `path`.
    package convenience init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The line and column of a byte offset, both 1-based; a column counts Unicode scalars.
    ///
    /// Computed only when an error prints, so that nothing is counted on the way.
    package func position(of offset: Int) -> (line: Int, column: Int) {
        let end = min(max(0, offset), bytes.count)
        var line = 1
        var column = 1
        for index in 0..<end {
            let byte = bytes[index]
            if byte == 0x0A {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return (line, column)
    }

    /// The text of a 1-based line without its line ending, or an empty string beyond the end.
    package func text(ofLine line: Int) -> String {
        var current = 1
        var start = 0
        while current < line {
            guard let newline = bytes[start...].firstIndex(of: 0x0A) else { return "" }
            start = newline + 1
            current += 1
        }
        var end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}

/// A half-open range of byte offsets in one file.
package struct SourceRange: Sendable, Hashable {
    /// The file that the offsets count in.
    package let file: SourceFile
    /// The offsets, half-open.
    package let range: Range<Int>

    /// A range of `file`.
    package init(_ file: SourceFile, _ range: Range<Int>) {
        self.file = file
        self.range = range
    }

    /// A place of no width.
    package init(_ file: SourceFile, at offset: Int) {
        self.init(file, offset..<offset)
    }

    /// Whether both name the same bytes of the same path.
    package static func == (left: SourceRange, right: SourceRange) -> Bool {
        left.file.path == right.file.path && left.range == right.range
    }

    /// Feeds the path and the range.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(file.path)
        hasher.combine(range)
    }
}
