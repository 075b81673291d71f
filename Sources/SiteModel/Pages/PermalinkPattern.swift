internal import Text
internal import Values

/// A pattern of addresses such as `/:year/:month/:slug/`.
struct PermalinkPattern {
    /// What the tokens stand for on one page.
    struct Facts {
        var date: ZonedTime
        var title: String
        var slug: String
        /// The name of the file, or of the folder of a bundle.
        var contentBaseName: String
        /// The name of the file without extension and language.
        var fileName: String
        /// The folders of the page as they are in addresses.
        var sections: [String]
        /// The same, each with the slug of its section.
        var sectionSlugs: [String]
    }

    private static let names: Set<String> = [
        "year", "month", "monthname", "day", "weekday", "weekdayname", "yearday", "section", "sections", "sectionslug",
        "sectionslugs", "title", "slug", "slugorfilename", "slugorcontentbasename", "filename", "contentbasename",
    ]

    /// What is wrong with a pattern, or nil.
    static func problem(of pattern: String) -> String? {
        for token in tokens(in: pattern) {
            if case .attribute(let name) = token, !isKnown(name) {
                return "there is no \":\(name)\" in a permalink"
            }
        }
        return nil
    }

    /// Whether a text has tokens.
    static func hasTokens(_ text: String) -> Bool {
        tokens(in: text).contains { if case .attribute(let name) = $0 { isKnown(name) } else { false } }
    }

    private static func isKnown(_ name: String) -> Bool {
        let base = String(name.prefix { $0 != "[" })
        return names.contains(base) || isLayout(name)
    }

    /// A layout of Go's `time` package, such as `2006` or `Jan`.
    private static func isLayout(_ name: String) -> Bool {
        let sample = ZonedTime(seconds: 1_257_894_000)
        return sample.format(goLayout: name) != name
    }

    /// The path that the pattern gives; parts are clean for paths, the case is kept.
    static func expand(_ pattern: String, _ facts: Facts) -> String {
        var result = ""
        for token in tokens(in: pattern) {
            switch token {
            case .text(let text): result += text
            case .attribute(let name): result += value(of: name, facts)
            }
        }
        return result
    }

    private static func value(of name: String, _ facts: Facts) -> String {
        let parts = facts.date.components
        let base = String(name.prefix { $0 != "[" })
        switch base {
        case "year": return String(parts.year)
        case "month": return parts.month < 10 ? "0\(parts.month)" : "\(parts.month)"
        case "monthname": return facts.date.format(goLayout: "January")
        case "day": return parts.day < 10 ? "0\(parts.day)" : "\(parts.day)"
        case "weekday": return String(parts.weekday)
        case "weekdayname": return facts.date.format(goLayout: "Monday")
        case "yearday": return String(parts.yearDay)
        case "section": return facts.sections.first ?? ""
        case "sectionslug": return facts.sectionSlugs.first ?? ""
        case "sections": return slice(facts.sections, name).joined(separator: "/")
        case "sectionslugs": return slice(facts.sectionSlugs, name).joined(separator: "/")
        case "title": return part(facts.title)
        case "slug": return part(facts.slug.isEmpty ? facts.title : facts.slug)
        case "slugorfilename": return part(facts.slug.isEmpty ? facts.fileName : facts.slug)
        case "slugorcontentbasename": return part(facts.slug.isEmpty ? facts.contentBaseName : facts.slug)
        case "filename": return part(facts.fileName)
        case "contentbasename": return part(facts.contentBaseName)
        default: return facts.date.format(goLayout: name)
        }
    }

    /// A part as Hugo makes it by way of an address, in which a mark of a fragment at the end means nothing.
    private static func part(_ text: String) -> String {
        var part = pathSanitized(text)
        if part.utf8.firstIndex(of: 0x23) == part.utf8.indices.last { part = String(part.dropLast()) }
        return part
    }

    /// A path that a pattern gave with a blank for each `+`: Hugo reads it as it would read a query.
    static func unescaped(_ path: String) -> String {
        guard path.utf8.contains(0x2B) else { return path }
        return String(decoding: path.utf8.map { $0 == 0x2B ? 0x20 : $0 }, as: UTF8.self)
    }

    /// `[1:]`, `[:2]`, `[0]`, `[last]` behind a name, as Go slices; beyond the ends is nothing.
    private static func slice(_ list: [String], _ name: String) -> [String] {
        guard let open = name.firstIndex(of: "["), name.hasSuffix("]") else { return list }
        let inside = name[name.index(after: open)...].dropLast()
        func index(_ text: Substring) -> Int { text == "last" ? list.count - 1 : Int(text) ?? 0 }
        guard let colon = inside.firstIndex(of: ":") else {
            let at = index(inside)
            return list.indices.contains(at) ? [list[at]] : []
        }
        let low = inside[..<colon]
        let high = inside[inside.index(after: colon)...]
        let start = min(max(0, low.isEmpty ? 0 : index(low)), list.count)
        let end = min(max(start, high.isEmpty ? list.count : index(high)), list.count)
        return Array(list[start..<end])
    }

    private enum Token {
        case text(String)
        case attribute(String)
    }

    /// An attribute is a colon with letters and digits, and perhaps a slice in brackets; `\:` is a colon.
    private static func tokens(in pattern: String) -> [Token] {
        let bytes = Array(pattern.utf8)
        var tokens: [Token] = []
        var text: [UInt8] = []
        var index = 0
        // No bracket closes behind the last one: looked for once, so that many open ones cost no more than one.
        let lastClose = bytes.lastIndex(of: UInt8(ascii: "]")) ?? -1
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ":") {
                text.append(UInt8(ascii: ":"))
                index += 2
                continue
            }
            guard bytes[index] == UInt8(ascii: ":") else {
                text.append(bytes[index])
                index += 1
                continue
            }
            var end = index + 1
            while end < bytes.count, isLetterOrDigit(bytes[end]) { end += 1 }
            if end < lastClose, bytes[end] == UInt8(ascii: "["),
                let close = bytes[end...].firstIndex(of: UInt8(ascii: "]"))
            {
                end = close + 1
            }
            if end == index + 1 {
                text.append(bytes[index])
                index += 1
                continue
            }
            if !text.isEmpty { tokens.append(.text(String(decoding: text, as: UTF8.self))) }
            text = []
            tokens.append(.attribute(String(decoding: bytes[index + 1..<end], as: UTF8.self)))
            index = end
        }
        if !text.isEmpty { tokens.append(.text(String(decoding: text, as: UTF8.self))) }
        return tokens
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
        default: return false
        }
    }
}
