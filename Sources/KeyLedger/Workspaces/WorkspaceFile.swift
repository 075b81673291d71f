internal import Text
internal import Values

extension Workspace {
    /// The newest form of `workspace.json` that this program knows.
    static let schema = 1

    /// Decodes `workspace.json`; what is wrong in it is named with its line.
    init(path: String, bytes: [UInt8]) throws(LedgerError) {
        let top = try RecordDocument(path: path, bytes: bytes).record(schema: Self.schema)
        name = try top.optionalText("name") ?? ""
        period = try Self.rule(top)
        closeAfterHours = try top.record("period")?.optionalInt("closeAfterHours", in: 0...8784) ?? 72
        quota = try Self.quota(top)
        thresholds = try Self.thresholds(top)
        sunsets = try Self.sunsets(top)
        staleAfterDays = try top.optionalInt("staleAfterDays", in: 1...36_500)
        trashDays = try top.optionalInt("trashDays", in: 0...36_500) ?? 30
        prefixes = try Self.prefixes(top)
    }

    private static func rule(_ top: RecordReader) throws(LedgerError) -> PeriodRule {
        guard let record = try top.record("period") else { return PeriodRule(anchorDay: 1, zone: .utc) }
        let anchor = try record.optionalInt("anchorDay", in: 1...31) ?? 1
        let zoneName = try record.optionalText("timeZone") ?? "UTC"
        do throws(ValueError) {
            guard zoneName != "Local" else { throw ValueError("a store must not depend on the machine's zone") }
            return PeriodRule(anchorDay: anchor, zone: try TimeZoneRules.named(zoneName))
        } catch {
            throw record.error("timeZone", error.message, suggestion: "write a name such as Europe/Berlin or UTC")
        }
    }

    private static func quota(_ top: RecordReader) throws(LedgerError) -> [QuotaLine] {
        var lines: [QuotaLine] = []
        for record in try top.records("quota") {
            guard let from = try record.optionalDay("from") else { throw record.error("from", "\"from\" is missing") }
            lines.append(QuotaLine(from: from, tokens: try record.optionalInt("tokens", in: 0...1_000_000_000_000_000)))
        }
        // Two lines of one day: the one that stands below was written later.
        return lines.enumerated().sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }.map(\.element)
    }

    /// The thresholds of a record; 75, 90 and 100 where it names none.
    static func thresholds(_ top: RecordReader) throws(LedgerError) -> [Int] {
        guard let value = top.value("thresholds") else { return [75, 90, 100] }
        guard case .list(let list) = value else { throw top.error("thresholds", "\"thresholds\" must be a list") }
        var thresholds = Set<Int>()
        for element in list {
            guard let percent = element.intValue, 1...1000 ~= percent else {
                throw top.error("thresholds", "a threshold is a whole number of per cent from 1 to 1000")
            }
            thresholds.insert(percent)
        }
        return thresholds.sorted()
    }

    private static func sunsets(_ top: RecordReader) throws(LedgerError) -> [SunsetRule] {
        guard let section = try top.record("sunset") else { return [] }
        var rules: [SunsetRule] = []
        for (kind, _) in section.map {
            guard let record = try section.record(kind) else { continue }
            let rule = SunsetRule(
                kind: KeyKind(rawValue: kind), announced: try record.optionalDay("announced"),
                noNewFrom: try record.optionalDay("noNewFrom"), endsOn: try record.optionalDay("endsOn"),
                successor: try record.optionalText("successor").map { KeyKind(rawValue: $0) })
            guard rule.successor != rule.kind else { throw record.error("successor", "a kind cannot succeed itself") }
            rules.append(rule)
        }
        return rules
    }

    private static func prefixes(_ top: RecordReader) throws(LedgerError) -> [(kind: KeyKind, prefix: String)] {
        var prefixes = KeyKind.standardPrefixes
        guard let section = try top.record("prefixes") else { return prefixes }
        for (kind, _) in section.map {
            let prefix = try section.text(kind)
            guard 1...20 ~= prefix.utf8.count, prefix.utf8.allSatisfy({ isPrefixByte($0) }) else {
                throw section.error(kind, "a prefix has 1 to 20 letters, digits and _")
            }
            if let known = prefixes.firstIndex(where: { $0.kind.rawValue == kind }) {
                prefixes[known].prefix = prefix
            } else {
                prefixes.append((KeyKind(rawValue: kind), prefix))
            }
        }
        // A secret must say its kind.
        for (index, entry) in prefixes.enumerated()
        where prefixes[..<index].contains(where: { $0.prefix == entry.prefix }) {
            throw section.error(entry.kind.rawValue, "two kinds have the prefix \"\(entry.prefix)\"")
        }
        return prefixes
    }

    private static func isPrefixByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: return true
        default: return false
        }
    }
}
