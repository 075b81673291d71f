internal import Synchronization
package import Values

/// How a language writes dates, times and numbers, as Hugo has it from Unicode's CLDR.
package final class LocaleRules: Sendable {
    private let monthNames: [String]
    private let shortMonthNames: [String]
    private let dayNames: [String]
    private let shortDayNames: [String]
    /// What each of Hugo's own layouts puts together, by its name.
    private let layouts: [String: [Piece]]
    /// What stands for the halves of the day.
    private let halves: [String]
    /// How it writes a number.
    let numbers: NumberFormat
    private let percent: String
    /// An amount of euros, for each currency in `currencies`.
    private let amounts: [String]
    private let negativeAmount: String
    private let negativeAccount: String
    private let positiveAccount: String

    private static let currencies = [
        "USD", "EUR", "GBP", "JPY", "CNY", "INR", "KRW", "BRL", "CAD", "AUD", "CHF", "MXN", "RUB", "SEK",
        "NZD", "HKD", "TWD", "SGD", "NOK", "DKK", "PLN", "CZK", "TRY", "ILS", "ZAR",
    ]
    private static let layoutNames = [
        ":date_full", ":date_long", ":date_medium", ":date_short", ":time_full", ":time_long", ":time_medium",
        ":time_short",
    ]
    private static let fieldCount = 23
    private static let english = rules("en")

    /// A part of a time, such as `MMMM`, with the text behind it; the first piece of a layout may have no part.
    private struct Piece {
        let part: String
        let text: String
    }

    private static let known = Mutex<[String: LocaleRules?]>([:])

    /// The rules of the first of `names` that the table has, whatever the case and whether with `-` or `_`, else of English.
    package static func named(_ names: [String]) -> LocaleRules? {
        for name in names {
            if let rules = rules(name) { return rules }
        }
        return english
    }

    private static func rules(_ name: String) -> LocaleRules? {
        let code = name.lowercased().split(separator: "_", omittingEmptySubsequences: false).joined(separator: "-")
        return known.withLock { known in
            if let answer = known[code] { return answer }
            let answer = LocaleTable.lines.withUTF8Buffer { row(code, in: $0) }.flatMap { LocaleRules(fields: $0) }
            known[code] = .some(answer)
            return answer
        }
    }

    /// The fields of the line whose first field has `code`.
    private static func row(_ code: String, in table: UnsafeBufferPointer<UInt8>) -> [String]? {
        for line in table.split(separator: UInt8(ascii: "\n")) {
            let names = line.prefix { $0 != UInt8(ascii: "\t") }
            guard names.split(separator: UInt8(ascii: "|")).contains(where: { $0.elementsEqual(code.utf8) }) else {
                continue
            }
            return line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
        return nil
    }

    private init?(fields: [String]) {
        guard fields.count == Self.fieldCount else { return nil }
        func list(_ index: Int) -> [String] {
            fields[index].split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        }
        monthNames = list(1)
        shortMonthNames = list(2)
        dayNames = list(3)
        shortDayNames = list(4)
        layouts = Dictionary(uniqueKeysWithValues: zip(Self.layoutNames, fields[5...12].map(Self.pieces)))
        halves = [fields[13], fields[14]]
        numbers = NumberFormat(minus: fields[17], point: fields[15], group: fields[16])
        percent = fields[18]
        amounts = list(19)
        negativeAmount = fields[20]
        negativeAccount = fields[21]
        positiveAccount = fields[22]
        guard monthNames.count == 12, shortMonthNames.count == 12, dayNames.count == 7, shortDayNames.count == 7,
            amounts.count == Self.currencies.count
        else { return nil }
    }

    // MARK: Times

    /// The time in one of Hugo's layouts with a colon (`:date_long`), or in one of Go's with the names of this language.
    package func format(_ time: ZonedTime, layout: String) -> String {
        if layout.utf8.first == UInt8(ascii: ":"), let own = layouts[layout.lowercased()] { return written(time, own) }
        var text = time.format(goLayout: layout)
        guard let english = Self.english, english !== self else { return text }
        let parts = time.components
        // As Hugo does it: what Go wrote in English is replaced wherever it stands.
        let month = parts.month - 1
        if layout.contains("January") {
            text = text.goReplacing(english.monthNames[month], with: monthNames[month], limit: -1)
        } else if layout.contains("Jan") {
            text = text.goReplacing(english.shortMonthNames[month], with: shortMonthNames[month], limit: -1)
        }
        if layout.contains("Monday") {
            text = text.goReplacing(english.dayNames[parts.weekday], with: dayNames[parts.weekday], limit: -1)
        } else if layout.contains("Mon") {
            text = text.goReplacing(english.shortDayNames[parts.weekday], with: shortDayNames[parts.weekday], limit: -1)
        }
        return text
    }

    /// A layout whose parts stand in braces, as the table has it.
    private static func pieces(_ layout: String) -> [Piece] {
        layout.split(separator: "{", omittingEmptySubsequences: false).map { piece in
            guard let end = piece.firstIndex(of: "}") else { return Piece(part: "", text: String(piece)) }
            return Piece(part: String(piece[..<end]), text: String(piece[piece.index(after: end)...]))
        }
    }

    private func written(_ time: ZonedTime, _ layout: [Piece]) -> String {
        let parts = time.components
        return layout.reduce(into: "") { $0 += part($1.part, parts) + $1.text }
    }

    private func part(_ name: String, _ parts: ZonedTime.Components) -> String {
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        let hour = parts.hour % 12 == 0 ? 12 : parts.hour % 12
        switch name {
        case "EEEE": return dayNames[parts.weekday]
        case "EEE": return shortDayNames[parts.weekday]
        case "MMMM": return monthNames[parts.month - 1]
        case "MMM": return shortMonthNames[parts.month - 1]
        case "MM": return two(parts.month)
        case "M": return String(parts.month)
        case "dd": return two(parts.day)
        case "d": return String(parts.day)
        case "y": return String(parts.year)
        case "yy": return two(max(0, parts.year) % 100)
        case "HH": return two(parts.hour)
        case "H": return String(parts.hour)
        case "hh": return two(hour)
        case "h": return String(hour)
        case "mm": return two(parts.minute)
        case "m": return String(parts.minute)
        case "ss": return two(parts.second)
        case "s": return String(parts.second)
        case "a": return halves[parts.hour < 12 ? 0 : 1]
        // Hugo's formatter knows the offset of a time and not the name of its zone.
        case "z": return parts.abbreviation == "UTC" ? "UTC" : ""
        default: return ""
        }
    }

    // MARK: Numbers

    /// The number, taken as percent.
    func percent(_ number: Double, precision: Int) -> String {
        percent.goReplacing("{n}", with: numbers.format(number, precision: precision), limit: -1)
    }

    /// An amount of the currency `code`, in the layout of accounts when `isAccount`.
    func amount(_ number: Double, of code: String, precision: Int, isAccount: Bool) -> String {
        let euros = amounts[1]
        let positive = isAccount ? positiveAccount : euros
        let pattern = number < 0 ? (isAccount ? negativeAccount : negativeAmount) : positive
        return pattern.goReplacing(Self.euro(in: euros), with: sign(of: code, beside: euros), limit: -1)
            .goReplacing("{n}", with: numbers.format(number.magnitude, precision: precision), limit: -1)
    }

    /// What stands for euros: the sign, or the code where a language has none.
    private static func euro(in amount: String) -> String { amount.contains("€") ? "€" : "EUR" }

    /// The sign of a currency: what stands in an amount of it where an amount of euros has its own.
    private func sign(of code: String, beside euros: String) -> String {
        let parts = euros.split(separator: Self.euro(in: euros), omittingEmptySubsequences: false)
        guard let index = Self.currencies.firstIndex(of: code), parts.count == 2, amounts[index].hasPrefix(parts[0]),
            amounts[index].hasSuffix(parts[1]), amounts[index].count >= parts[0].count + parts[1].count
        else { return Self.signs[code] ?? code }
        return String(amounts[index].dropFirst(parts[0].count).dropLast(parts[1].count))
    }

    /// The signs that most languages put beside an amount; a code without one stands for itself.
    private static let signs: [String: String] = [
        "VND": "₫", "XAF": "FCFA", "XCD": "EC$", "XPF": "CFPF", "PHP": "₱",
    ]
}
