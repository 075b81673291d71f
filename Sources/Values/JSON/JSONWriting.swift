package import Text

extension JSON {
    /// How values are written.
    package struct WriteOptions: Sendable {
        /// What each level is indented by; nil for one line.
        package var indent: String?
        /// What every line after the first begins with, when indented.
        package var prefix: String
        /// Whether keys stand in the order of their bytes, as in Go, or in the order of the map.
        package var sortedKeys: Bool
        /// Whether `<`, `>` and `&` become `\u003c`, `\u003e` and `\u0026`, so that the text can stand in HTML.
        package var escapesHTML: Bool

        /// One line in the order of Go, unless asked otherwise.
        package init(
            indent: String? = nil, prefix: String = "", sortedKeys: Bool = true, escapesHTML: Bool = false
        ) {
            self.indent = indent
            self.prefix = prefix
            self.sortedKeys = sortedKeys
            self.escapesHTML = escapesHTML
        }

        /// What Go's `json.Marshal` does.
        package static let go = WriteOptions(escapesHTML: true)
    }

    /// Writes a value the way Go's `encoding/json` does.
    ///
    /// Times are RFC 3339 text, durations nanoseconds, objects what their `dataValue` says. Throws for infinite
    /// numbers, objects without data and nesting beyond 512, which stops objects that contain themselves.
    package static func write(
        _ value: Value, into writer: inout ByteWriter, options: WriteOptions = WriteOptions()
    ) throws(ValueError) {
        let encoder = JSONEncoding(options: options)
        try encoder.write(value, depth: 0, into: &writer.bytes)
    }

    /// The JSON text of a value.
    package static func string(_ value: Value, options: WriteOptions = WriteOptions()) throws(ValueError) -> String {
        var writer = ByteWriter(capacity: 64)
        try write(value, into: &writer, options: options)
        return writer.string
    }

    /// Writes `text` as a JSON string with its quotes.
    package static func writeString(_ text: String, into writer: inout ByteWriter, escapesHTML: Bool = false) {
        JSONEncoding(options: WriteOptions(escapesHTML: escapesHTML)).write(text, into: &writer.bytes)
    }
}

/// One way to write values.
private struct JSONEncoding {
    let options: JSON.WriteOptions

    func write(_ value: Value, depth: Int, into bytes: inout [UInt8]) throws(ValueError) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .int(let number), .int64(let number), .duration(let number): bytes.append(contentsOf: String(number).utf8)
        case .uint(let number): bytes.append(contentsOf: String(number).utf8)
        case .float(let number): try write(number, into: &bytes)
        case .string(let text): write(text, into: &bytes)
        case .safe(let safe): write(safe.text, into: &bytes)
        case .time(let time): write(time.rfc3339, into: &bytes)
        case .list(let list): try write(list, depth: depth, into: &bytes)
        case .map(let map): try write(map, depth: depth, into: &bytes)
        case .object(let object):
            guard let data = object.dataValue else {
                throw ValueError("json: unsupported type: \(object.goType)")
            }
            try checkDepth(depth)
            // The fields of an object stand in their own order.
            if case .map(let fields) = data {
                try write(fields, keys: fields.keys, depth: depth, into: &bytes)
            } else {
                try write(data, depth: depth + 1, into: &bytes)
            }
        }
    }

    private func checkDepth(_ depth: Int) throws(ValueError) {
        if depth >= JSONParser.depthLimit {
            throw ValueError("json: unsupported value: values nest deeper than \(JSONParser.depthLimit)")
        }
    }

    private func newLine(_ depth: Int, into bytes: inout [UInt8]) {
        guard let indent = options.indent else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: options.prefix.utf8)
        for _ in 0..<depth { bytes.append(contentsOf: indent.utf8) }
    }

    private func write(_ list: [Value], depth: Int, into bytes: inout [UInt8]) throws(ValueError) {
        try checkDepth(depth)
        bytes.append(0x5B)
        for (index, element) in list.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            newLine(depth + 1, into: &bytes)
            try write(element, depth: depth + 1, into: &bytes)
        }
        if !list.isEmpty { newLine(depth, into: &bytes) }
        bytes.append(0x5D)
    }

    private func write(_ map: ValueMap, depth: Int, into bytes: inout [UInt8]) throws(ValueError) {
        try write(map, keys: options.sortedKeys ? map.sortedKeys : map.keys, depth: depth, into: &bytes)
    }

    private func write(
        _ map: ValueMap, keys: [String], depth: Int, into bytes: inout [UInt8]
    ) throws(ValueError) {
        try checkDepth(depth)
        bytes.append(0x7B)
        for (index, key) in keys.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            newLine(depth + 1, into: &bytes)
            write(key, into: &bytes)
            bytes.append(0x3A)
            if options.indent != nil { bytes.append(0x20) }
            try write(map[key] ?? .null, depth: depth + 1, into: &bytes)
        }
        if !map.isEmpty { newLine(depth, into: &bytes) }
        bytes.append(0x7D)
    }

    private func write(_ number: Double, into bytes: inout [UInt8]) throws(ValueError) {
        guard number.isFinite else {
            throw ValueError("json: unsupported value: \(number.isNaN ? "NaN" : number > 0 ? "+Inf" : "-Inf")")
        }
        let decimal = ShortestDecimal(number)
        guard number != 0, number.magnitude < 1e-6 || number.magnitude >= 1e21 else {
            decimal.appendPlain(to: &bytes)
            return
        }
        decimal.appendScientific(to: &bytes)
        // Go writes e-9 where it would otherwise print e-09.
        if decimal.exponent < 0, decimal.exponent > -10 { bytes.remove(at: bytes.count - 2) }
    }

    private static let hex = Array("0123456789abcdef".utf8)

    func write(_ text: String, into bytes: inout [UInt8]) {
        var text = text
        bytes.append(0x22)
        text.withUTF8 { source in
            var start = 0
            for index in 0..<source.count {
                let byte = source[index]
                // Only what is below '?', a backslash and the lead byte of U+2028 can need an escape.
                guard byte <= 0x3E || byte == 0x5C || byte == 0xE2, let length = escapedLength(source, at: index) else {
                    continue
                }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
                writeEscape(source, at: index, into: &bytes)
                start = index + length
            }
            if start < source.count { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...])) }
        }
        bytes.append(0x22)
    }

    /// How many bytes at `index` an escape stands for, nil when they stand for themselves.
    private func escapedLength(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        switch source[index] {
        case ..<0x20, 0x22, 0x5C: return 1
        case 0x3C, 0x3E, 0x26: return options.escapesHTML ? 1 : nil
        case 0xE2:
            // U+2028 and U+2029 end a line in JavaScript.
            guard index + 2 < source.count, source[index + 1] == 0x80, source[index + 2] & 0xFE == 0xA8 else {
                return nil
            }
            return 3
        default: return nil
        }
    }

    private func writeEscape(_ source: UnsafeBufferPointer<UInt8>, at index: Int, into bytes: inout [UInt8]) {
        let byte = source[index]
        bytes.append(0x5C)
        switch byte {
        case 0x22, 0x5C: bytes.append(byte)
        case 0x08: bytes.append(0x62)
        case 0x0C: bytes.append(0x66)
        case 0x0A: bytes.append(0x6E)
        case 0x0D: bytes.append(0x72)
        case 0x09: bytes.append(0x74)
        case 0xE2: bytes.append(contentsOf: source[index + 2] == 0xA8 ? "u2028".utf8 : "u2029".utf8)
        default:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(Self.hex[Int(byte >> 4)])
            bytes.append(Self.hex[Int(byte & 15)])
        }
    }
}
