internal import Text
package import Values

/// How a language writes dates and numbers: the figures of the Unicode CLDR, as far as Hugo knows the language.
package struct LocaleFormats: Sendable {
    /// The marks of numbers.
    let number: NumberFormat
    /// What stands before the number of a percentage and what behind it.
    let percent: (before: String, after: String)
    private let months: [String]
    private let shortMonths: [String]
    private let weekdays: [String]
    private let shortWeekdays: [String]
    /// Patterns in CLDR's letters, by Hugo's name: `:date_long`.
    private let patterns: [String: [UInt8]]
    private let halves: [String]

    /// English, which stands in for languages that Hugo does not know.
    package static let english = named("en")

    /// The formats of a language tag: `de`, `pt-BR`, `zh_Hant_TW`.
    package static func named(_ tag: String) -> LocaleFormats {
        var tag = String(decoding: tag.lowercased().utf8.map { $0 == 0x5F ? 0x2D : $0 }, as: UTF8.self)
        while true {
            if let known = all[tag] { return known }
            guard let hyphen = tag.utf8.lastIndex(of: 0x2D) else { break }
            let isRegion = tag.utf8[hyphen...].count == 3
            tag = String(tag[..<hyphen])
            // Of a language with several scripts Hugo knows no region that names none.
            if isRegion, ["az", "bs", "pa", "sr", "uz", "zh"].contains(tag) { break }
        }
        return all["en"] ?? LocaleFormats([:])
    }

    /// The time in a layout: one of Hugo's names such as `:date_long`, or Go's, whose English words are put into the
    /// language. As in Hugo a layout with long names has no short ones replaced.
    package func format(_ time: ZonedTime, layout: String) -> String {
        let parts = time.components
        if let pattern = patterns[layout.lowercased()] { return write(pattern, time, parts) }
        var text = time.format(goLayout: layout)
        func replace(
            _ long: String, _ short: String, _ table: KeyPath<LocaleFormats, [String]>,
            _ shortTable: KeyPath<LocaleFormats, [String]>, _ index: Int
        ) {
            let isLong = layout.contains(long)
            guard isLong || layout.contains(short) else { return }
            let names = isLong ? table : shortTable
            let english = Self.english[keyPath: names]
            let own = self[keyPath: names]
            guard english.indices.contains(index), own.indices.contains(index) else { return }
            text = text.replacing(english[index], with: own[index])
        }
        replace("January", "Jan", \.months, \.shortMonths, parts.month - 1)
        replace("Monday", "Mon", \.weekdays, \.shortWeekdays, parts.weekday)
        return text
    }

    /// Writes a pattern of CLDR: letters are parts of the time, what stands between apostrophes is text.
    private func write(_ pattern: [UInt8], _ time: ZonedTime, _ parts: ZonedTime.Components) -> String {
        var result = ByteWriter(capacity: 40)
        func padded(_ number: Int, _ width: Int) {
            result.write(number < 10 && width == 2 ? "0\(number)" : "\(number)")
        }
        func name(_ table: [String], _ index: Int) { if table.indices.contains(index) { result.write(table[index]) } }
        var index = 0
        while index < pattern.count {
            let byte = pattern[index]
            var end = index + 1
            if byte == 0x27 {
                while end < pattern.count, pattern[end] != 0x27 { end += 1 }
                result.write(bytes: pattern[(index + 1)..<end])
                index = end + 1
                continue
            }
            while end < pattern.count, pattern[end] == byte { end += 1 }
            let width = end - index
            switch byte {
            case UInt8(ascii: "E"): name(width > 3 ? weekdays : shortWeekdays, parts.weekday)
            case UInt8(ascii: "M"):
                if width > 2 {
                    name(width > 3 ? months : shortMonths, parts.month - 1)
                } else {
                    padded(parts.month, width)
                }
            case UInt8(ascii: "y"): padded(width == 2 ? parts.year % 100 : parts.year, width)
            case UInt8(ascii: "d"): padded(parts.day, width)
            case UInt8(ascii: "H"): padded(parts.hour, width)
            case UInt8(ascii: "h"): padded((parts.hour + 11) % 12 + 1, width)
            case UInt8(ascii: "m"): padded(parts.minute, width)
            case UInt8(ascii: "s"): padded(parts.second, width)
            case UInt8(ascii: "a"): name(halves, parts.hour < 12 ? 0 : 1)
            case UInt8(ascii: "z"): result.write(time.format(goLayout: "MST"))
            default: result.write(bytes: pattern[index..<end])
            }
            index = end
        }
        return String(decoding: result.bytes, as: UTF8.self)
    }

    // MARK: The table

    private static let all: [String: LocaleFormats] = {
        var lines: [String: [UInt8: String]] = [:]
        var tag = ""
        for line in localeTable.split(separator: "\n") {
            let rest = String(line.dropFirst(2))
            guard let key = line.utf8.first, key != UInt8(ascii: "=") else {
                let words = rest.split(separator: " ")
                tag = words.first.map(String.init) ?? ""
                lines[tag] = words.count > 1 ? lines[String(words[1])] : [:]
                continue
            }
            let short: [UInt8: UInt8] = [UInt8(ascii: "n"): UInt8(ascii: "m"), UInt8(ascii: "v"): UInt8(ascii: "w")]
            let names = rest == "=" ? short[key].flatMap { lines[tag]?[$0] } : rest
            lines[tag]?[key] = names
        }
        return lines.mapValues(LocaleFormats.init)
    }()

    /// - Parameter lines: those of the language in the table, by their first character.
    private init(_ lines: [UInt8: String]) {
        func parts(_ key: Character) -> [String] {
            (key.asciiValue.flatMap { lines[$0] } ?? "").split(separator: "|", omittingEmptySubsequences: false).map(
                String.init)
        }
        months = parts("m")
        shortMonths = parts("n")
        weekdays = parts("w")
        shortWeekdays = parts("v")
        halves = parts("a")
        let marks = parts("#") + ["", "", "", "", ""]
        number = NumberFormat(minus: marks[2], point: marks[1], group: marks[0])
        percent = (marks[3], marks[4])
        var patterns: [String: [UInt8]] = [:]
        for (kind, key) in [("date", Character("d")), ("time", Character("t"))] {
            for (name, pattern) in zip(["full", "long", "medium", "short"], parts(key)) {
                patterns[":\(kind)_\(name)"] = Array(pattern.utf8)
            }
        }
        self.patterns = patterns
    }
}
