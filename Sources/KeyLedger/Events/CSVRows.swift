/// The rows of a CSV file (RFC 4180): commas, quotes doubled within quotes, any line ending.
struct CSVRows {
    /// One row.
    struct Row {
        let fields: [String]
        /// The 1-based line on which it starts.
        let line: Int
        /// The offset at which it starts.
        let offset: Int
        /// False when the file ended within quotes.
        let isSound: Bool
    }

    private let bytes: [UInt8]
    private var at: Int
    private var line = 1

    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        at = start
    }

    /// The offset behind the last row.
    var offset: Int { at }

    mutating func next() -> Row? {
        guard at < bytes.count else { return nil }
        let start = (line: line, offset: at)
        var fields: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if byte == 0x0A { line += 1 }
            if isQuoted {
                if byte != 0x22 {
                    field.append(byte)
                } else if at < bytes.count, bytes[at] == 0x22 {
                    field.append(byte)
                    at += 1
                } else {
                    isQuoted = false
                }
                continue
            }
            switch byte {
            case 0x22 where field.isEmpty: isQuoted = true
            case 0x2C:
                fields.append(String(decoding: field, as: UTF8.self))
                field = []
            case 0x0A, 0x0D:
                if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A {
                    at += 1
                    line += 1
                }
                fields.append(String(decoding: field, as: UTF8.self))
                return Row(fields: fields, line: start.line, offset: start.offset, isSound: true)
            default: field.append(byte)
            }
        }
        fields.append(String(decoding: field, as: UTF8.self))
        return Row(fields: fields, line: start.line, offset: start.offset, isSound: !isQuoted)
    }
}
