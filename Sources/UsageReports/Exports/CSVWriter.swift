internal import Text

/// Lines of RFC 4180, safe to open in a spreadsheet.
struct CSVWriter {
    private var out = ByteWriter(capacity: 8192)

    /// What was written.
    var bytes: [UInt8] { out.bytes }

    /// Appends a line with its line end.
    mutating func line(_ fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { out.write(byte: 0x2C) }
            write(field)
        }
        out.write(literal: "\r\n")
    }

    /// A field as a line has it, for texts that many lines share.
    static func field(_ text: String) -> [UInt8] {
        var csv = CSVWriter()
        csv.write(text)
        return csv.bytes
    }

    /// Appends a line of fields that `field(_:)` made, and of numbers behind them.
    mutating func line(_ fields: [[UInt8]], _ numbers: [Int]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { out.write(byte: 0x2C) }
            out.write(bytes: field)
        }
        for number in numbers {
            out.write(byte: 0x2C)
            out.write(integer: number)
        }
        out.write(literal: "\r\n")
    }

    /// A text that a spreadsheet would take for a formula gets an apostrophe in front, which it shows as text; negative
    /// numbers stay numbers.
    private mutating func write(_ field: String) {
        var field = field
        switch field.utf8.first {
        case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: if Int(field) == nil { field = "'" + field }
        default: break
        }
        let isQuoted = field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        guard isQuoted || field.utf8.first == 0x20 || field.utf8.last == 0x20 else {
            out.write(field)
            return
        }
        out.write(byte: 0x22)
        for byte in field.utf8 {
            if byte == 0x22 { out.write(byte: 0x22) }
            out.write(byte: byte)
        }
        out.write(byte: 0x22)
    }
}
