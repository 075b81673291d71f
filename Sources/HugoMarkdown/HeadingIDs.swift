/// Gives headings their names and keeps them apart within one document.
package struct HeadingIDs: Sendable {
    private let style: MarkdownOptions.HeadingIDStyle
    private var taken: Set<String> = []
    private var nextSuffix: [String: Int] = [:]
    /// Every name that was given, in the order of giving; a name that an author gave twice stands twice.
    private(set) package var names: [String] = []

    /// No names yet.
    package init(style: MarkdownOptions.HeadingIDStyle) {
        self.style = style
    }

    /// A name made from `text`; `-1`, `-2` … follow when it is taken, `fallback` stands when nothing is left of it.
    package mutating func generate(from text: String, fallback: String = "heading") -> String {
        var name = Self.anchorize(text, style: style)
        if name.isEmpty { name = fallback }
        if taken.contains(name) {
            // Counting on from the last number keeps ten thousand equal headings linear.
            var number = nextSuffix[name] ?? 1
            while taken.contains("\(name)-\(number)") { number += 1 }
            nextSuffix[name] = number + 1
            name = "\(name)-\(number)"
        }
        put(name)
        return name
    }

    /// Takes note of a name that the author gave.
    package mutating func put(_ name: String) {
        taken.insert(name)
        names.append(name)
    }

    /// The name that `text` makes, without regard to others: Hugo's `anchorize`.
    package static func anchorize(_ text: String, style: MarkdownOptions.HeadingIDStyle = .github) -> String {
        switch style {
        case .blackfriday: return blackfriday(text)
        case .github, .githubASCII: return github(text, asciiOnly: style == .githubASCII)
        }
    }

    private static func github(_ text: String, asciiOnly: Bool) -> String {
        var result = String.UnicodeScalarView()
        let source = asciiOnly ? withoutAccents(text) : text
        for scalar in trimmed(source.unicodeScalars) {
            if asciiOnly, !scalar.isASCII { continue }
            if scalar == "-" || scalar == " " {
                result.append("-")
            } else if scalar == "_" || isLetterOrDigit(scalar) {
                appendLowercase(scalar, to: &result)
            }
        }
        return String(result)
    }

    private static func blackfriday(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var pendingHyphen = false
        for scalar in text.unicodeScalars {
            if isLetterOrDigit(scalar) || isOtherNumber(scalar) {
                if pendingHyphen, !result.isEmpty { result.append("-") }
                pendingHyphen = false
                appendLowercase(scalar, to: &result)
            } else {
                pendingHyphen = true
            }
        }
        return String(result)
    }

    private static func isOtherNumber(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .letterNumber, .otherNumber: return true
        default: return false
        }
    }

    /// Go's `unicode.ToLower` maps one character to one; Swift's mapping may give several.
    private static func appendLowercase(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
        if scalar.value < 0x80 {
            let isUpper = scalar.value >= 0x41 && scalar.value <= 0x5A
            result.append(isUpper ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
            return
        }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        result.append(lower.first ?? scalar)
    }

    private static func trimmed(_ scalars: String.UnicodeScalarView) -> String.UnicodeScalarView.SubSequence {
        var rest = scalars[...]
        while let first = rest.first, first.properties.isWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, last.properties.isWhitespace { rest = rest.dropLast() }
        return rest
    }

    /// The text with every accent off its letter.
    private static func withoutAccents(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let base = accentless[scalar] {
                result.append(base)
            } else if scalar.properties.generalCategory != .nonspacingMark {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// The accented letters of the Latin blocks and their base letters, from the canonical equivalence of `é` and `e` + U+0301.
    private static let accentless: [Unicode.Scalar: Unicode.Scalar] = {
        // Two strings are equal in Swift when they are canonically equivalent, which finds the decompositions.
        let bases = (0x41...0x5A).map { $0 } + (0x61...0x7A).map { $0 }
        let marks = Array(0x0300...0x0331).compactMap { Unicode.Scalar($0) }
        var composed: [String: Unicode.Scalar] = [:]
        for value in Array(0xC0...0x24F) + Array(0x1E00...0x1EFF) {
            if let scalar = Unicode.Scalar(value) { composed[String(Character(scalar))] = scalar }
        }
        var found: [Unicode.Scalar: Unicode.Scalar] = [:]
        for base in bases.compactMap({ Unicode.Scalar($0) }) {
            for mark in marks {
                var text = String.UnicodeScalarView([base, mark])
                if let scalar = composed[String(text)] { found[scalar] = base }
                for second in marks {
                    text = String.UnicodeScalarView([base, mark, second])
                    if let scalar = composed[String(text)] { found[scalar] = base }
                }
            }
        }
        return found
    }()
}
