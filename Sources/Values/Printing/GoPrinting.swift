/// The text of `arguments` in a Go format: `fmt.Sprintf` with all its verbs, flags and ways to report a misfit.
package func goSprintf(_ format: String, _ arguments: [Value]) -> String {
    var run = FormatRun(format: Array(format.utf8), arguments: arguments)
    return run.text()
}

/// The text of `arguments` side by side, with a space between two that are no text: `fmt.Sprint`.
package func goSprint(_ arguments: [Value]) -> String {
    var printer = ValuePrinter()
    var previousIsText = true
    for (index, argument) in arguments.enumerated() {
        let isText = argument.stringValue != nil
        if index > 0, !isText, !previousIsText { printer.bytes.append(0x20) }
        printer.print(argument, verb: "v")
        previousIsText = isText
    }
    return String(decoding: printer.bytes, as: UTF8.self)
}

/// The text of `arguments` with a space between each and a line ending: `fmt.Sprintln`.
package func goSprintln(_ arguments: [Value]) -> String {
    var printer = ValuePrinter()
    for (index, argument) in arguments.enumerated() {
        if index > 0 { printer.bytes.append(0x20) }
        printer.print(argument, verb: "v")
    }
    printer.bytes.append(0x0A)
    return String(decoding: printer.bytes, as: UTF8.self)
}

/// One pass over a format; the steps are those of Go's `doPrintf`.
private struct FormatRun {
    let format: [UInt8]
    let arguments: [Value]
    var printer = ValuePrinter()
    private var index = 0
    private var argument = 0
    private var isReordered = false
    private var isGoodIndex = true
    private var isAfterIndex = false

    /// The largest width, precision and argument index that Go reads.
    private static let numberLimit = 1_000_000

    init(format: [UInt8], arguments: [Value]) {
        self.format = format
        self.arguments = arguments
    }

    private var current: UInt8? { index < format.count ? format[index] : nil }

    mutating func text() -> String {
        while index < format.count {
            let percent = format[index...].firstIndex(of: 0x25) ?? format.count
            printer.bytes.append(contentsOf: format[index..<percent])
            index = percent
            guard index < format.count else { break }
            index += 1
            readVerb()
        }
        if !isReordered, argument < arguments.count {
            printer.flags = FormatFlags()
            printer.write("%!(EXTRA ")
            for (offset, value) in arguments[argument...].enumerated() {
                if offset > 0 { printer.write(", ") }
                if value.isNull {
                    printer.write("<nil>")
                } else {
                    printer.write(value.goType + "=")
                    printer.print(value, verb: "v")
                }
            }
            printer.write(")")
        }
        return String(decoding: printer.bytes, as: UTF8.self)
    }

    private mutating func readFlags() {
        while let byte = current {
            switch byte {
            case 0x23: printer.flags.sharp = true
            case 0x30: printer.flags.zero = true
            case 0x2B: printer.flags.plus = true
            case 0x2D: printer.flags.minus = true
            case 0x20: printer.flags.space = true
            default: return
            }
            index += 1
        }
    }

    private mutating func readVerb() {
        printer.flags = FormatFlags()
        isGoodIndex = true
        isAfterIndex = false
        readFlags()
        readArgumentIndex()
        if current == 0x2A {
            index += 1
            if let width = starArgument() {
                if width < 0 { printer.flags.minus = true }
                printer.flags.width = abs(width)
            } else {
                printer.write("%!(BADWIDTH)")
            }
            isAfterIndex = false
        } else {
            printer.flags.width = number()
            if isAfterIndex, printer.flags.width != nil { isGoodIndex = false }
        }
        if current == 0x2E {
            index += 1
            if isAfterIndex { isGoodIndex = false }
            readArgumentIndex()
            if current == 0x2A {
                index += 1
                if let precision = starArgument(), precision >= 0 {
                    printer.flags.precision = precision
                } else {
                    printer.write("%!(BADPREC)")
                }
                isAfterIndex = false
            } else {
                printer.flags.precision = number() ?? 0
            }
        }
        if !isAfterIndex { readArgumentIndex() }
        guard index < format.count else {
            printer.write("%!(NOVERB)")
            return
        }
        var decoder = UTF8()
        var bytes = format[index...].makeIterator()
        guard case .scalarValue(let verb) = decoder.decode(&bytes) else {
            index += 1
            printer.write("%!\u{FFFD}(NOVERB)")
            return
        }
        index += UTF8.width(verb)
        if verb == "%" {
            printer.bytes.append(0x25)
        } else if !isGoodIndex {
            printer.write("%!\(Character(verb))(BADINDEX)")
        } else if argument >= arguments.count {
            printer.write("%!\(Character(verb))(MISSING)")
        } else {
            if verb == "v" {
                printer.flags.sharpV = printer.flags.sharp
                printer.flags.plusV = printer.flags.plus
                printer.flags.sharp = false
                printer.flags.plus = false
            }
            printer.print(arguments[argument], verb: verb)
            argument += 1
        }
    }

    /// A decimal number, nil where there is none; one that is too large ends the format, as in Go.
    private mutating func number() -> Int? {
        var value: Int?
        while let byte = current, byte >= 0x30, byte <= 0x39 {
            if let value, value > Self.numberLimit {
                index = format.count
                return nil
            }
            value = (value ?? 0) * 10 + Int(byte - 0x30)
            index += 1
        }
        return value
    }

    private mutating func starArgument() -> Int? {
        guard argument < arguments.count else { return nil }
        let value = arguments[argument]
        argument += 1
        switch value {
        case .int, .int64, .uint: break
        default: return nil
        }
        guard let number = value.intValue, number.magnitude <= UInt(Self.numberLimit) else { return nil }
        return number
    }

    /// `[3]`: the argument that comes next.
    private mutating func readArgumentIndex() {
        guard current == 0x5B else { return }
        isReordered = true
        guard let close = format[index...].firstIndex(of: 0x5D) else {
            isGoodIndex = false
            index += 1
            return
        }
        index += 1
        let wanted = number()
        let isWhole = index == close
        index = close + 1
        guard isWhole, let wanted, wanted >= 1, wanted <= arguments.count else {
            isGoodIndex = false
            return
        }
        argument = wanted - 1
        isAfterIndex = true
    }
}
