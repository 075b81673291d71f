internal import Synchronization

/// The bytes of one input with the path they came from; positions are byte offsets until something is printed.
package final class SourceFile: Sendable {
    /// The path as it is printed: relative to the site or the store, with `/`.
    package let path: String
    /// The whole content.
    package let bytes: [UInt8]
    /// The position of every ``stride``th byte, made when one is first asked for.
    private let marks = Mutex<[Position]>([])

    private struct Position {
        var line = 1
        var column = 1
        var lineStart = 0

        mutating func pass(_ byte: UInt8, at index: Int) {
            if byte == 0x0A {
                line += 1
                column = 1
                lineStart = index + 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
    }

    private static let stride = 1024

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
    /// Counted only when an error prints, and from the mark before it: a file may have an error in each line.
    package func position(of offset: Int) -> (line: Int, column: Int) {
        let place = place(of: offset)
        return (place.line, place.column)
    }

    /// The line, 1-based, and the bytes of it before a byte offset: the place as Go writes it.
    package func bytePosition(of offset: Int) -> (line: Int, byte: Int) {
        let place = place(of: offset)
        return (place.line, min(max(0, offset), bytes.count) - place.lineStart)
    }

    /// Where the first byte within `bounds` stands that is no UTF-8; nil when there is none.
    package func offsetOfBrokenText(in bounds: Range<Int>) -> Int? {
        let bytes = bytes
        let whole = bytes.span
        let text = whole.extracting(bounds)
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: text)
            return nil
        } catch {
            return bounds.lowerBound + error.byteOffsets.lowerBound
        }
    }

    private func place(of offset: Int) -> Position {
        let end = min(max(0, offset), bytes.count)
        let mark = end / Self.stride
        var position = mark == 0 ? Position() : self.mark(mark)
        for index in mark * Self.stride..<end { position.pass(bytes[index], at: index) }
        return position
    }

    private func mark(_ number: Int) -> Position {
        marks.withLock { marks in
            if marks.isEmpty {
                var position = Position()
                for (index, byte) in bytes.enumerated() {
                    if index % Self.stride == 0 { marks.append(position) }
                    position.pass(byte, at: index)
                }
                if bytes.count % Self.stride == 0 { marks.append(position) }
            }
            return marks[number]
        }
    }

    /// The text of one line around a byte offset, without its line ending: from `before` scalars in front of the offset,
    /// at most `width` scalars.
    func excerpt(around offset: Int, before: Int, width: Int) -> String {
        func isStart(_ index: Int) -> Bool { bytes[index] & 0xC0 != 0x80 }
        var start = min(max(0, offset), bytes.count)
        var left = before
        while left > 0, start > 0, bytes[start - 1] != 0x0A {
            start -= 1
            if isStart(start) { left -= 1 }
        }
        var end = start
        left = width
        while end < bytes.count, bytes[end] != 0x0A {
            if isStart(end) {
                if left == 0 { break }
                left -= 1
            }
            end += 1
        }
        if end > start, bytes[end - 1] == 0x0D, end == bytes.count || bytes[end] == 0x0A { end -= 1 }
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
