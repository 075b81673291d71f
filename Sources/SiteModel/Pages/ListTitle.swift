internal import Text

/// Titles that are made of names of folders and terms, because no file gives one.
enum ListTitle {
    /// The title of a section without an `_index` file: its folder's name in the plural and capitalised.
    static func section(folder: String, configuration: SiteConfiguration) -> String {
        let name = configuration.pluralizeListTitles ? pluralized(folder) : folder
        return configuration.capitalizeListTitles ? titleCased(name, style: configuration.titleCaseStyle) : name
    }

    /// The title of a taxonomy or a term.
    static func name(_ name: String, configuration: SiteConfiguration) -> String {
        configuration.capitalizeListTitles ? titleCased(name, style: configuration.titleCaseStyle) : name
    }

    /// Words that titles in the style of the Associated Press write small, and those of the Chicago manual.
    private static let small: Set<String> = [
        "a", "an", "and", "as", "at", "but", "by", "en", "for", "if", "in", "nor", "of", "on", "or", "per", "the", "to",
        "v", "v.", "vs", "vs.", "via", "yet",
    ]
    private static let smallInChicago: Set<String> = small.union([
        "so", "up", "out", "off", "from", "with", "into", "over", "upon", "onto", "than", "till", "past", "down",
        "near",
    ])

    /// The text with its words capitalised as `titleCaseStyle` says; the rest of each word stays as it is.
    static func titleCased(_ text: String, style: String) -> String {
        if style == "none" { return text }
        if style == "firstupper" { return capitalized(text) }
        if style == "go" { return goTitled(text) }
        let scalars = Array(text.unicodeScalars)
        let words = wordRanges(scalars)
        var result = ""
        var index = 0
        for (position, range) in words.enumerated() {
            result.unicodeScalars.append(contentsOf: scalars[index..<range.lowerBound])
            var word = ""
            word.unicodeScalars.append(contentsOf: scalars[range])
            index = range.upperBound
            let isEdge = position == 0 || position == words.count - 1
            let lower = word.lowercased()
            let list = style == "chicago" ? smallInChicago : small
            if !isEdge, list.contains(lower), mayBeSmall(scalars, range) {
                result += lower
            } else {
                result += capitalized(word)
            }
        }
        result.unicodeScalars.append(contentsOf: scalars[index...])
        return result
    }

    /// Go's `strings.Title`: a letter begins a word behind all but letters, digits and `_`.
    private static func goTitled(_ text: String) -> String {
        var result = ""
        var begins = true
        for scalar in text.unicodeScalars {
            if begins { result += scalar.properties.titlecaseMapping } else { result.unicodeScalars.append(scalar) }
            let isWord = scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            begins = scalar.isASCII ? !isWord : !isWord && scalar.properties.isWhitespace
        }
        return result
    }

    private static func mayBeSmall(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        let before: Unicode.Scalar = range.lowerBound > 0 ? scalars[range.lowerBound - 1] : " "
        let beforeThat: Unicode.Scalar = range.lowerBound > 1 ? scalars[range.lowerBound - 2] : " "
        let behind: Unicode.Scalar = range.upperBound < scalars.count ? scalars[range.upperBound] : " "
        return (before == " " || before == "-" || before == "/") && beforeThat != ":" && beforeThat != "-"
            && (behind != "-" || before == "-")
    }

    /// A word begins with a letter or digit and goes on to white space, `-` or `/`.
    private static func wordRanges(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var index = 0
        while index < scalars.count {
            guard scalars[index].properties.isAlphabetic || scalars[index].properties.numericType != nil else {
                index += 1
                continue
            }
            let start = index
            while index < scalars.count, !scalars[index].properties.isWhitespace, scalars[index] != "-",
                scalars[index] != "/"
            {
                index += 1
            }
            ranges.append(start..<index)
        }
        return ranges
    }

    private static func capitalized(_ word: String) -> String {
        guard let first = word.unicodeScalars.first else { return word }
        return first.properties.titlecaseMapping + String(word.unicodeScalars.dropFirst())
    }

    /// Words whose plural is the word itself, or has a form of its own.
    private static let unchanging: Set<String> = [
        "equipment", "information", "rice", "money", "species", "series", "fish", "sheep", "jeans", "police", "news",
        "media", "data", "metadata", "people", "advice", "feedback", "homework", "research",
        "knowledge", "music", "traffic", "weather",
    ]
    private static let irregular: [String: String] = [
        "person": "people", "man": "men", "woman": "women", "child": "children", "sex": "sexes", "move": "moves",
        "mouse": "mice", "ox": "oxen", "quiz": "quizzes", "foot": "feet", "tooth": "teeth", "goose": "geese",
        "medium": "media", "octopus": "octupuses", "virus": "viruses", "photo": "photos", "piano": "pianos",
    ]

    /// The plural of the last word of an English name.
    static func pluralized(_ name: String) -> String {
        let bytes = Array(name.utf8)
        let start = (bytes.lastIndex { $0 == 0x20 || $0 == 0x2D || $0 == 0x5F } ?? -1) + 1
        let head = String(decoding: bytes[..<start], as: UTF8.self)
        let word = String(decoding: bytes[start...], as: UTF8.self)
        let lower = word.lowercased()
        if word.isEmpty || unchanging.contains(lower) { return name }
        if let form = irregular[lower] {
            return head + (word == lower ? form : capitalized(form))
        }
        return head + regular(word, lower)
    }

    private static func regular(_ word: String, _ lower: String) -> String {
        func ends(_ suffixes: String...) -> Bool { suffixes.contains { lower.hasSuffix($0) } }
        func cut(_ count: Int, _ ending: String) -> String { String(word.unicodeScalars.dropLast(count)) + ending }
        if ends("axis", "crisis", "testis", "thesis", "basis", "analysis", "sis") { return cut(2, "es") }
        if ends("alias", "us") { return word + "es" }
        if lower.hasSuffix("o") { return ends("io", "oo", "oto") ? word + "s" : word + "es" }
        if ends("ria", "ra", "eta") { return word }
        if ends("matrix", "vertix", "indix", "appendix") { return cut(2, "ices") }
        if ends("vertex", "index") { return cut(2, "ices") }
        if ends("ss", "sh", "ch", "x", "zz") { return word + "es" }
        if lower.hasSuffix("s") { return word }
        if lower.hasSuffix("tum") { return cut(2, "a") }
        if lower.hasSuffix("y"), let before = lower.dropLast().last, !"aeiou".contains(before) { return cut(1, "ies") }
        if ends("lf", "rf", "leaf", "loaf") { return cut(1, "ves") }
        if lower.hasSuffix("fe"), !lower.hasSuffix("ffe") { return cut(2, "ves") }
        return word + "s"
    }
}
