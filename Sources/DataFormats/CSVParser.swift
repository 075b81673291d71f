package import Text
package import Values

/// Reads comma-separated values (RFC 4180): a list of rows, each a list of texts.
package struct CSVParser {
    /// What differs between dialects.
    package struct Options: Sendable {
        /// What stands between fields.
        package var delimiter: Unicode.Scalar = ","
        /// What opens a line that is left out; nil for none.
        package var comment: Unicode.Scalar?
        /// Whether a quote may stand in an unquoted field, and a single one in a quoted field.
        package var allowsLazyQuotes = false

        /// Commas, no comments.
        package init() {}
    }

    /// The rows in `bounds` of `file`. Empty lines are left out; every row must have as many fields as the first.
    package static func parse(
        _ file: SourceFile, bounds: Range<Int>? = nil, options: Options = Options()
    ) throws(Diagnostic) -> Value {
        var reader = Reader(
            file: file, options: options, bounds: (bounds ?? 0..<file.bytes.count).clamped(to: 0..<file.bytes.count))
        return .list(try reader.rows())
    }

    private struct Reader {
        let file: SourceFile
        let delimiter: [UInt8]
        let comment: [UInt8]?
        let isLazy: Bool
        let end: Int
        var index: Int

        init(file: SourceFile, options: Options, bounds: Range<Int>) {
            self.file = file
            delimiter = Array(String(Character(options.delimiter)).utf8)
            comment = options.comment.map { Array(String(Character($0)).utf8) }
            isLazy = options.allowsLazyQuotes
            index = bounds.lowerBound
            end = bounds.upperBound
        }

        func stands(_ text: [UInt8]) -> Bool {
            index + text.count <= end && file.bytes[index..<index + text.count].elementsEqual(text)
        }

        /// The width of the line ending here: 0, 1 or 2.
        var lineEnding: Int {
            guard index < end else { return 0 }
            if file.bytes[index] == 0x0A { return 1 }
            if file.bytes[index] == 0x0D, index + 1 < end, file.bytes[index + 1] == 0x0A { return 2 }
            return 0
        }

        mutating func rows() throws(Diagnostic) -> [Value] {
            var rows: [Value] = []
            var width: Int?
            while index < end {
                if lineEnding > 0 {
                    index += lineEnding
                    continue
                }
                if let comment, stands(comment) {
                    while index < end, file.bytes[index] != 0x0A { index += 1 }
                    continue
                }
                let start = index
                let row = try fields()
                if let width, row.count != width {
                    throw Diagnostic(
                        code: "csv.width", "CSV: this row has \(row.count) fields, the first has \(width)",
                        at: SourceRange(file, start..<index))
                }
                width = row.count
                rows.append(.list(row))
            }
            return rows
        }

        mutating func fields() throws(Diagnostic) -> [Value] {
            var fields: [Value] = []
            while true {
                fields.append(.string(try field()))
                if index < end, stands(delimiter) {
                    index += delimiter.count
                    continue
                }
                index += lineEnding
                return fields
            }
        }

        mutating func field() throws(Diagnostic) -> String {
            guard index < end, file.bytes[index] == 0x22 else { return try bareField() }
            let start = index
            var text: [UInt8] = []
            index += 1
            while index < end {
                let byte = file.bytes[index]
                if byte == 0x22 {
                    index += 1
                    if index < end, file.bytes[index] == 0x22 {
                        text.append(0x22)
                        index += 1
                        continue
                    }
                    if index >= end || lineEnding > 0 || stands(delimiter) {
                        return String(decoding: text, as: UTF8.self)
                    }
                    guard isLazy else {
                        throw Diagnostic(
                            code: "csv.quote", "CSV: text follows the closing quote of this field",
                            at: SourceRange(file, at: index), suggestion: "write \"\" for a quote inside quotes")
                    }
                    text.append(0x22)
                    continue
                }
                if lineEnding == 2 { index += 1 }
                text.append(file.bytes[index])
                index += 1
            }
            throw Diagnostic(
                code: "csv.unclosed", "CSV: the closing quote of this field is missing",
                at: SourceRange(file, at: start))
        }

        mutating func bareField() throws(Diagnostic) -> String {
            let start = index
            while index < end, lineEnding == 0, !stands(delimiter) {
                if file.bytes[index] == 0x22, !isLazy {
                    throw Diagnostic(
                        code: "csv.quote", "CSV: a quote stands in a field without quotes",
                        at: SourceRange(file, at: index),
                        suggestion: "put the whole field in quotes and double the quote")
                }
                index += 1
            }
            return String(decoding: file.bytes[start..<index], as: UTF8.self)
        }
    }
}
