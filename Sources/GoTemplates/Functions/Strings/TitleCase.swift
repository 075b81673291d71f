internal import Text

/// Titles in the style of the Associated Press, Hugo's default `titleCaseStyle`.
enum TitleCase {
    private static let smallWords: Set<String> = [
        "a", "an", "and", "as", "at", "but", "by", "en", "for", "if", "in", "nor", "of", "on", "or", "per", "the", "to",
        "v", "v.", "via", "vs", "vs.",
    ]

    /// `text` with every word capitalised, but small words inside it.
    ///
    /// A word begins with a letter or a digit and ends before white space, `-` or `/`. A small word stays small after a
    /// space, a hyphen or a slash unless it is the first or the last, follows a colon or is part of a compound.
    static func convert(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        func scalar(_ index: Int) -> Unicode.Scalar? {
            index >= 0 && index < scalars.count ? scalars[index] : nil
        }
        var index = 0
        while index < scalars.count {
            guard scalars[index].isLetterOrNumber else {
                result.append(scalars[index])
                index += 1
                continue
            }
            var end = index + 1
            while end < scalars.count, !endsWord(scalars[end]) { end += 1 }
            let word = String(String.UnicodeScalarView(scalars[index..<end]))
            let previous = scalar(index - 1)
            let isInner = index > 0 && end < scalars.count
            let staysSmall =
                isInner && smallWords.contains(word.goLowercased)
                && (previous == " " || previous == "-" || previous == "/")
                && scalar(index - 2) != ":" && scalar(index - 2) != "-"
                && (scalar(end) != "-" || previous == "-")
            result.append(contentsOf: (staysSmall ? word.goLowercased : word.upperCasingFirst).unicodeScalars)
            index = end
        }
        return String(result)
    }

    private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "/" || scalar == " " || (scalar.value >= 0x09 && scalar.value <= 0x0D)
    }
}

extension Unicode.Scalar {
    /// Whether this is of a category L or N.
    var isLetterOrNumber: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }
}
