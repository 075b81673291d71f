internal import SiteModel
internal import Values

/// The strings of the user interface in one language: `i18n` and `T`.
struct Translations: Sendable {
    /// The key of the language.
    let language: String
    private let own: ValueMap
    private let fallback: ValueMap
    private let fallbackLanguage: String
    private let marksMissing: Bool

    init(_ context: SiteContext) {
        language = context.model.language.key
        let strings = context.model.strings
        own = strings[language] ?? strings[language.split(separator: "-").first.map(String.init) ?? ""] ?? ValueMap()
        let standard = context.build.sites.first { $0.model.language.isDefault }?.model.language.key ?? "en"
        fallback = strings[standard] ?? ValueMap()
        fallbackLanguage = standard
        marksMissing = context.model.configuration.enableMissingTranslationPlaceholders
    }

    /// The text of `key` for `count` (nil for a text that counts nothing), as a template source; nil when none is there.
    func text(_ key: String, count: Value?) -> String? {
        text(key, in: own, language: language, count: count)
            // The plural forms of a text are those of the language that it is written in.
            ?? text(key, in: fallback, language: fallbackLanguage, count: count)
    }

    /// What stands in a page for a key without text.
    func placeholder(for key: String) -> String { marksMissing ? "[i18n] \(key)" : "" }

    private func text(_ key: String, in strings: ValueMap, language: String, count: Value?) -> String? {
        guard let entry = strings[key] ?? strings[key.lowercased()] ?? strings.value(atPath: key) else { return nil }
        if let text = entry.stringValue { return text }
        guard case .map(let forms) = entry else { return nil }
        if let count {
            let form = PluralRules.form(of: count, language: language)
            if let text = forms[form]?.stringValue { return text }
        }
        return forms["other"]?.stringValue ?? forms["translation"]?.stringValue ?? forms["one"]?.stringValue
    }
}

/// Which plural form of a text a number takes: the cardinal rules of the Unicode CLDR
/// (https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html).
enum PluralRules {
    /// `zero`, `one`, `two`, `few`, `many` or `other`.
    static func form(of value: Value, language: String) -> String {
        let number: Double
        switch value {
        case .float(let float): number = float
        case .string(let text): number = Double(text) ?? 0
        default: number = Double(value.intValue ?? 0)
        }
        let whole = Int(exactly: abs(number).rounded(.towardZero)) ?? 0
        // A float has decimals for these rules, even where they are zero.
        var isWhole = number == number.rounded(.towardZero)
        if case .float = value { isWhole = false }
        switch language.split(separator: "-").first.map(String.init) ?? language {
        case "zh", "ja", "ko", "vi", "th", "id", "ms", "lo", "my": return "other"
        case "fr", "pt", "hy": return whole <= 1 ? "one" : "other"
        case "ru", "uk", "be", "sr", "hr", "bs": return isWhole ? slavic(whole) : "other"
        case "pl": return isWhole ? polish(whole) : "other"
        case "cs", "sk": return isWhole ? (whole == 1 ? "one" : (2...4).contains(whole) ? "few" : "other") : "many"
        case "ar": return isWhole ? arabic(whole) : "other"
        case "he": return isWhole && whole == 1 ? "one" : isWhole && whole == 2 ? "two" : "other"
        case "lt": return isWhole ? lithuanian(whole) : "many"
        case "ro":
            return isWhole && whole == 1
                ? "one" : !isWhole || whole == 0 || (2...19).contains(whole % 100) ? "few" : "other"
        case "hi", "fa", "bn", "am": return number <= 1 ? "one" : "other"
        default: return isWhole && whole == 1 ? "one" : "other"
        }
    }

    private static func slavic(_ number: Int) -> String {
        if number % 10 == 1, number % 100 != 11 { return "one" }
        if (2...4).contains(number % 10), !(12...14).contains(number % 100) { return "few" }
        return "many"
    }

    private static func polish(_ number: Int) -> String {
        if number == 1 { return "one" }
        if (2...4).contains(number % 10), !(12...14).contains(number % 100) { return "few" }
        return "many"
    }

    private static func arabic(_ number: Int) -> String {
        switch number {
        case 0: return "zero"
        case 1: return "one"
        case 2: return "two"
        default:
            if (3...10).contains(number % 100) { return "few" }
            return (11...99).contains(number % 100) ? "many" : "other"
        }
    }

    private static func lithuanian(_ number: Int) -> String {
        let isTeen = (11...19).contains(number % 100)
        if number % 10 == 1, !isTeen { return "one" }
        return (2...9).contains(number % 10) && !isTeen ? "few" : "other"
    }
}
