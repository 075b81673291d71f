/// Hugo's `markup.highlight` settings, with its defaults.
package struct HighlightOptions: Sendable, Equatable {
    /// Colours as `style` attributes; CSS classes when false.
    package var noClasses = true
    /// The name of the style whose colours are written.
    package var style = "monokai"
    /// Whether fenced code in Markdown is coloured at all; read by who renders Markdown.
    package var codeFences = true
    /// Whether code of no known language is guessed at.
    package var guessSyntax = false
    /// Lines to mark, as in `1 3-5`, counted from the first line of the block.
    package var hlLines = ""
    /// Only the code, in `<code>` and without lines.
    package var hlInline = false
    /// Whether line numbers are links to themselves.
    package var anchorLineNos = false
    /// What stands before the number in the id of a line, with a `-` between.
    package var lineAnchors = ""
    /// Whether lines are numbered.
    package var lineNos = false
    /// Whether the numbers stand in a table column of their own.
    package var lineNumbersInTable = true
    /// The number of the first line.
    package var lineNoStart = 1
    /// The width of a tab in the inline style.
    package var tabWidth = 4
    /// Never colour; read by who renders Markdown.
    package var noHl = false
    /// The class of the outer `<div>`.
    package var wrapperClass = "highlight"

    /// Hugo's defaults.
    package init() {}

    /// A value that a site's configuration, a code fence or a call of `highlight` gives to an option.
    package enum OptionValue: Sendable, Equatable {
        case bool(Bool)
        case int(Int)
        case string(String)
        case list([OptionValue])

        /// The value as text; a list is separated by spaces, as `hl_lines` wants it.
        var text: String {
            switch self {
            case .bool(let value): value ? "true" : "false"
            case .int(let value): String(value)
            case .string(let value): value
            case .list(let values): values.map(\.text).joined(separator: " ")
            }
        }

        var bool: Bool? {
            switch self {
            case .bool(let value): return value
            case .int(let value): return value != 0
            case .string(let value):
                switch value {
                case "1", "t", "T", "true", "TRUE", "True": return true
                case "0", "f", "F", "false", "FALSE", "False", "": return false
                default: return nil
                }
            case .list: return nil
            }
        }

        var int: Int? {
            switch self {
            case .bool(let value): value ? 1 : 0
            case .int(let value): value
            case .string(let value): Int(value)
            case .list: nil
            }
        }
    }

    /// The names of the options, in lower case.
    package static let names: Set<String> = [
        "noclasses", "style", "codefences", "guesssyntax", "hl_lines", "hl_inline", "anchorlinenos", "lineanchors",
        "linenos", "linenumbersintable", "linenostart", "tabwidth", "nohl", "wrapperclass",
    ]

    /// Sets the option `name` (in any case of letters); false when there is none of that name or the value does not fit.
    ///
    /// `linenos` takes `table` and `inline` as well as true and false, as in Hugo.
    @discardableResult
    package mutating func set(_ name: String, _ value: OptionValue) -> Bool {
        switch name.lowercased() {
        case "noclasses": return assign(value.bool, to: \.noClasses)
        case "style": style = value.text
        case "codefences": return assign(value.bool, to: \.codeFences)
        case "guesssyntax": return assign(value.bool, to: \.guessSyntax)
        case "hl_lines": hlLines = value.text
        case "hl_inline": return assign(value.bool, to: \.hlInline)
        case "anchorlinenos": return assign(value.bool, to: \.anchorLineNos)
        case "lineanchors": lineAnchors = value.text
        case "linenos":
            switch value.text.lowercased() {
            case "table", "inline":
                lineNos = true
                lineNumbersInTable = value.text.lowercased() == "table"
            default:
                // To Hugo any word but one is yes.
                if case .string(let text) = value {
                    lineNos = text != "false"
                } else {
                    return assign(value.bool, to: \.lineNos)
                }
            }
        case "linenumbersintable": return assign(value.bool, to: \.lineNumbersInTable)
        case "linenostart": return assign(value.int, to: \.lineNoStart)
        case "tabwidth": return assign(value.int, to: \.tabWidth)
        case "nohl": return assign(value.bool, to: \.noHl)
        case "wrapperclass": wrapperClass = value.text
        default: return false
        }
        return true
    }

    /// Sets the options of a text such as `linenos=table, hl_lines=8 15-17`, the third argument of the `highlight`
    /// shortcode; what is no option is passed over.
    package mutating func setAll(_ text: String) {
        for part in text.split(separator: ",") {
            guard let equals = part.firstIndex(of: "=") else { continue }
            let name = trimmed(part[..<equals])
            var value = trimmed(part[part.index(after: equals)...])
            if value.utf8.count >= 2, value.utf8.first == 0x22, value.utf8.last == 0x22 {
                value = String(value.dropFirst().dropLast())
            }
            set(name, .string(value))
        }
    }

    private mutating func assign<T>(_ value: T?, to path: WritableKeyPath<HighlightOptions, T>) -> Bool {
        guard let value else { return false }
        self[keyPath: path] = value
        return true
    }

    private func trimmed(_ text: Substring) -> String {
        var text = text
        while let first = text.utf8.first, first == 0x20 || first == 0x09 { text = text.dropFirst() }
        while let last = text.utf8.last, last == 0x20 || last == 0x09 { text = text.dropLast() }
        return String(text)
    }

    /// The ranges of `hlLines` as line numbers that count from `lineNoStart`, sorted; none when one cannot be read.
    var highlightedRanges: [ClosedRange<Int>] {
        var ranges: [ClosedRange<Int>] = []
        for field in hlLines.split(separator: " ") {
            let ends = field.split(separator: "-", omittingEmptySubsequences: false)
            guard let first = Int(ends[0]), let last = ends.count > 1 ? Int(ends[1]) : first else { return [] }
            let (low, overflowLow) = first.addingReportingOverflow(lineNoStart &- 1)
            let (high, overflowHigh) = last.addingReportingOverflow(lineNoStart &- 1)
            guard !overflowLow, !overflowHigh else { return [] }
            if low <= high { ranges.append(low...high) }
        }
        return ranges.sorted { $0.lowerBound < $1.lowerBound }
    }
}
