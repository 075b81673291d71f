internal import Text
internal import Values

extension FunctionTable {
    /// The namespace `encoding`.
    mutating func registerEncoding() {
        register("encoding.Jsonify", aliases: ["jsonify"], 0...Int.max, Self.jsonify)
        register("encoding.Base64Encode", aliases: ["base64Encode"], 1...1) { call in
            .string(Base64.text(Array(try call.text(0).utf8)))
        }
        register("encoding.Base64Decode", aliases: ["base64Decode"], 1...1) { call in
            .string(String(decoding: try Base64.decode(Array(try call.text(0).utf8)), as: UTF8.self))
        }
        register("encoding.HexEncode", 1...1) { .string(Hexadecimal.text(Array(try $0.text(0).utf8))) }
        register("encoding.HexDecode", 1...1) { call in
            let digits = Array(try call.text(0).utf8)
            var bytes: [UInt8] = []
            for index in stride(from: 0, to: digits.count, by: 2) {
                guard let high = Self.value(digits[index]) else {
                    throw ValueError("encoding/hex: invalid byte: \(Self.shown(digits[index]))")
                }
                guard index + 1 < digits.count else { throw ValueError("encoding/hex: odd length hex string") }
                guard let low = Self.value(digits[index + 1]) else {
                    throw ValueError("encoding/hex: invalid byte: \(Self.shown(digits[index + 1]))")
                }
                bytes.append(high << 4 | low)
            }
            return .string(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// The value of a hexadecimal digit.
    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: return digit - 0x30
        case 0x41...0x46: return digit - 0x37
        case 0x61...0x66: return digit - 0x57
        default: return nil
        }
    }

    private static func shown(_ byte: UInt8) -> String { goSprintf("%#U", [.int(Int(byte))]) }

    private static func jsonify(_ call: Invocation) throws(ValueError) -> Value {
        var options = JSON.WriteOptions.go
        guard let value = call.arguments.last else { return .html("") }
        if call.count > 2 { throw ValueError("too many arguments to jsonify") }
        if call.count == 2 {
            guard let map = call[0].mapValue else {
                throw ValueError(
                    "unable to cast \(goSprintf("%#v", [call[0]])) of type \(call[0].goType) to map[string]interface {}"
                )
            }
            for (key, setting) in map {
                switch key.lowercased() {
                case "prefix": options.prefix = try setting.castToString()
                case "indent": options.indent = try setting.castToString()
                case "nohtmlescape": options.escapesHTML = try !setting.castToBool()
                default: break
                }
            }
            if options.indent == nil, !options.prefix.isEmpty { options.indent = "" }
            if options.indent == "", options.prefix.isEmpty { options.indent = nil }
        }
        return .html(try JSON.string(value, options: options))
    }
}

/// Reading what a template hands over.
extension Base64 {
    /// The bytes of a text; line breaks in it do not count.
    ///
    /// Throws Go's `illegal base64 data at input byte N`.
    static func decode(_ text: [UInt8]) throws(ValueError) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count / 4 * 3)
        var group: [UInt8] = []
        var groupStart = 0
        var padding = 0
        for (offset, byte) in text.enumerated() where byte != 0x0A && byte != 0x0D {
            if group.isEmpty, padding == 0 { groupStart = offset }
            if byte == 0x3D {
                guard group.count >= 2, group.count + padding < 4 else {
                    throw ValueError("illegal base64 data at input byte \(offset)")
                }
                padding += 1
                continue
            }
            guard padding == 0, let value = value(byte) else {
                throw ValueError("illegal base64 data at input byte \(offset)")
            }
            group.append(value)
            if group.count == 4 {
                result.append(group[0] << 2 | group[1] >> 4)
                result.append(group[1] << 4 | group[2] >> 2)
                result.append(group[2] << 6 | group[3])
                group.removeAll(keepingCapacity: true)
            }
        }
        guard group.isEmpty || group.count + padding == 4 else {
            throw ValueError("illegal base64 data at input byte \(groupStart)")
        }
        if group.count >= 2 { result.append(group[0] << 2 | group[1] >> 4) }
        if group.count == 3 { result.append(group[1] << 4 | group[2] >> 2) }
        return result
    }

    private static func value(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x41...0x5A: return byte - 0x41
        case 0x61...0x7A: return byte - 0x61 + 26
        case 0x30...0x39: return byte - 0x30 + 52
        case 0x2B: return 62
        case 0x2F: return 63
        default: return nil
        }
    }
}
