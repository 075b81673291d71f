internal import Text

/// Writes one value by a verb, as Go's `fmt` does.
struct ValuePrinter {
    var bytes: [UInt8] = []
    var flags = FormatFlags()

    /// How deep values are printed; objects may contain themselves.
    private static let depthLimit = 128

    mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Prints an argument of a verb.
    mutating func print(_ value: Value, verb: Unicode.Scalar, depth: Int = 0) {
        if verb == "T", depth == 0 {
            flags.pad(truncated(value.goType), zeros: flags.zero, into: &bytes)
            return
        }
        guard depth < Self.depthLimit else {
            write("...")
            return
        }
        switch value {
        case .null:
            if verb == "v" { padOrdinary("<nil>") } else { writeBad(verb, value) }
        case .bool(let flag):
            if verb == "v" || verb == "t" { padOrdinary(flag ? "true" : "false") } else { writeBad(verb, value) }
        case .int(let number), .int64(let number):
            writeInteger(magnitude: UInt64(number.magnitude), isNegative: number < 0, verb: verb, value: value)
        case .uint(let number): writeInteger(magnitude: UInt64(number), isNegative: false, verb: verb, value: value)
        case .float(let number): writeFloat(number, verb: verb, value: value)
        case .string(let text): writeString(text, verb: verb, value: value)
        case .safe(let safe): writeString(safe.text, verb: verb, value: value)
        case .time(let time):
            // A time is a struct in Go; its String method serves the text verbs.
            if isText(verb) {
                writeString(flags.sharpV ? time.goSyntax : time.goString, verb: flags.sharpV ? "s" : verb, value: value)
            } else {
                writeBad(verb, value)
            }
        case .duration(let span):
            if isText(verb), !flags.sharpV {
                // `%x` of a Stringer is the hex of its text.
                writeString(GoDuration.string(span), verb: verb, value: value)
            } else {
                writeInteger(magnitude: UInt64(span.magnitude), isNegative: span < 0, verb: verb, value: value)
            }
        case .list(let list): writeList(list, type: value.goType, verb: verb, depth: depth)
        case .map(let map): writeMap(map, type: value.goType, verb: verb, depth: depth)
        case .object(let object):
            if let complex = object as? ComplexNumber {
                writeComplex(complex, verb: verb, value: value)
            } else if let number = object.namedNumber, !isText(verb) || flags.sharpV {
                let magnitude = UInt64(number.magnitude)
                writeInteger(
                    magnitude: magnitude, isNegative: number < 0, verb: flags.sharpV ? "d" : verb, value: value)
            } else if verb == "p" {
                writeBad(verb, value)
            } else {
                writeString(object.goString, verb: verb, value: value)
            }
        }
    }

    /// Whether Go asks a value with a String method for its text.
    private func isText(_ verb: Unicode.Scalar) -> Bool {
        verb == "v" || verb == "s" || verb == "q" || verb == "x" || verb == "X"
    }

    private mutating func padOrdinary(_ text: String) { flags.pad(Array(text.utf8), zeros: flags.zero, into: &bytes) }

    /// `%!d(string=x)`: a verb that the kind of value has not.
    mutating func writeBad(_ verb: Unicode.Scalar, _ value: Value) {
        write("%!\(Character(verb))(")
        if value.isNull {
            write("<nil>")
        } else {
            write("\(value.goType)=")
            print(value, verb: "v", depth: 1)
        }
        write(")")
    }

    // MARK: Lists and maps

    private mutating func writeList(_ list: [Value], type: String, verb: Unicode.Scalar, depth: Int) {
        if verb == "p" {
            writeBad(verb, .list(list))
            return
        }
        write(flags.sharpV ? type + "{" : "[")
        for (index, element) in list.enumerated() {
            if index > 0 { write(flags.sharpV ? ", " : " ") }
            printElement(element, verb: verb, depth: depth + 1)
        }
        write(flags.sharpV ? "}" : "]")
    }

    private mutating func writeMap(_ map: ValueMap, type: String, verb: Unicode.Scalar, depth: Int) {
        if verb == "p" {
            writeBad(verb, .map(map))
            return
        }
        write(flags.sharpV ? type + "{" : "map[")
        for (index, key) in map.sortedKeys.enumerated() {
            if index > 0 { write(flags.sharpV ? ", " : " ") }
            printElement(.string(key), verb: verb, depth: depth + 1)
            write(":")
            printElement(map[key] ?? .null, verb: verb, depth: depth + 1)
        }
        write(flags.sharpV ? "}" : "]")
    }

    private mutating func printElement(_ value: Value, verb: Unicode.Scalar, depth: Int) {
        if value.isNull {
            // An empty interface inside prints <nil> whatever the verb and the width, and names itself in Go syntax.
            write(flags.sharpV ? "interface {}(nil)" : "<nil>")
        } else {
            print(value, verb: verb, depth: depth)
        }
    }

    // MARK: Numbers of two parts

    private mutating func writeComplex(_ number: ComplexNumber, verb: Unicode.Scalar, value: Value) {
        guard "vbgGxXfFeE".unicodeScalars.contains(verb) else {
            writeBad(verb, value)
            return
        }
        let plus = flags.plus
        bytes.append(UInt8(ascii: "("))
        writeFloat(number.real, verb: verb, value: .float(number.real))
        flags.plus = true
        writeFloat(number.imaginary, verb: verb, value: .float(number.imaginary))
        write("i)")
        flags.plus = plus
    }

    // MARK: Text

    private mutating func writeString(_ text: String, verb: Unicode.Scalar, value: Value) {
        switch verb {
        case "v" where flags.sharpV: writeQuoted(text)
        case "v", "s": flags.pad(truncated(text), zeros: flags.zero, into: &bytes)
        case "q": writeQuoted(text)
        case "x", "X": writeHex(of: Array(text.utf8), isUpper: verb == "X")
        default: writeBad(verb, value)
        }
    }

    private func truncated(_ text: String) -> [UInt8] {
        guard let precision = flags.precision else { return Array(text.utf8) }
        return Array(String(String.UnicodeScalarView(text.unicodeScalars.prefix(precision))).utf8)
    }

    private mutating func writeQuoted(_ text: String) {
        let text = String(decoding: truncated(text), as: UTF8.self)
        if flags.sharp || flags.sharpV, !flags.sharpV, GoQuoting.canBackquote(text) {
            flags.pad(Array("`\(text)`".utf8), zeros: flags.zero, into: &bytes)
        } else {
            flags.pad(Array(GoQuoting.quote(text, asciiOnly: flags.plus).utf8), zeros: flags.zero, into: &bytes)
        }
    }

    private mutating func writeHex(of source: [UInt8], isUpper: Bool) {
        let digits = Array((isUpper ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
        let source = flags.precision.map { Array(source.prefix($0)) } ?? source
        var hex: [UInt8] = []
        for (index, byte) in source.enumerated() {
            if flags.space, index > 0 { hex.append(0x20) }
            if flags.sharp, flags.space || index == 0 { hex.append(contentsOf: [0x30, isUpper ? 0x58 : 0x78]) }
            hex.append(digits[Int(byte >> 4)])
            hex.append(digits[Int(byte & 15)])
        }
        flags.pad(hex, zeros: flags.zero, into: &bytes)
    }
}

extension ZonedTime {
    /// What Go's `%#v` prints for a time.
    var goSyntax: String {
        let parts = components
        let month = String(decoding: TimeLayout.months[parts.month - 1], as: UTF8.self)
        let place = zone.name == "UTC" ? "time.UTC" : "time.Location(\(GoQuoting.quote(zone.name)))"
        return "time.Date(\(parts.year), time.\(month), \(parts.day), \(parts.hour), \(parts.minute), \(parts.second), "
            + "\(nanoseconds), \(place))"
    }
}
