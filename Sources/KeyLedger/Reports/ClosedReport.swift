internal import Files
internal import Text
package import Values

/// The final figures of a period, as `reports/NAME.rN.json` keeps them for ever.
package struct ClosedReport: Sendable {
    /// The name of the period.
    package let name: String
    /// 1 for the first, one more for each correction.
    package let revision: Int
    /// The first instant of the period.
    package let start: Instant
    /// The first instant after it.
    package let end: Instant
    /// The name of the zone of its days.
    package let timeZone: String
    /// From when on the figures were final.
    package let closedAt: Instant
    /// The quota that held on its last day; nil is unlimited.
    package let quota: Int?
    /// Per cent of the quota of which the report says when they were reached; nil in files from before they were kept.
    package let thresholds: [Int]?
    /// The tokens used.
    package let used: Int
    /// The starts counted.
    package let events: Int
    /// The days, in order.
    package let days: [Day]
    /// The keys with use, the most first, with the names they had when the period was closed.
    package let keys: [KeyTotal]
    /// The projects with use, the most first.
    package let projects: [Total]
    /// The providers with use, the most first.
    package let providers: [Total]
    /// The hour with the most tokens; nil without use, and in files from before it was kept.
    package let busiestHour: BusiestHour?
    /// What came late for earlier periods and is listed here.
    package let adjustments: [UsageSummary.Adjustment]
    /// SHA-256 over the events that were counted: each as its line without `recorded` and `crc`, sorted by time, source
    /// and id, so that it does not depend on how they were delivered.
    package let digest: String

    /// One day.
    package struct Day: Sendable {
        /// The day.
        package let date: CivilDate
        /// The tokens.
        package let tokens: Int
        /// The tokens by key, sorted by id.
        package let keys: [(key: String, tokens: Int)]
    }

    /// A key with its tokens.
    package struct KeyTotal: Sendable {
        /// The id.
        package let id: String
        /// The name it had.
        package let name: String
        /// The tokens.
        package let tokens: Int
    }

    /// A name with its tokens.
    package struct Total: Sendable {
        /// The name; empty for use without one.
        package let name: String
        /// The tokens.
        package let tokens: Int
    }

    /// The name of its file.
    package var fileName: String { "\(name).r\(revision).json" }
}

extension ClosedReport {
    /// Decodes a report file.
    init(path: String, bytes: [UInt8]) throws(LedgerError) {
        let top = try RecordDocument(path: path, bytes: bytes).record(schema: 1)
        func number(_ reader: RecordReader, _ member: String) throws(LedgerError) -> Int {
            guard let number = try reader.optionalInt(member, in: Int.min...Int.max) else {
                throw reader.error(member, "\"\(member)\" is missing")
            }
            return number
        }
        func instant(_ reader: RecordReader, _ member: String) throws(LedgerError) -> Instant {
            guard let instant = try reader.optionalInstant(member) else {
                throw reader.error(member, "\"\(member)\" is missing")
            }
            return instant
        }
        func totals(_ member: String) throws(LedgerError) -> [Total] {
            var totals: [Total] = []
            for record in try top.records(member) {
                totals.append(Total(name: try record.text("name"), tokens: try number(record, "tokens")))
            }
            return totals
        }
        guard let period = try top.record("period") else { throw top.error("period", "\"period\" is missing") }
        name = try period.text("name")
        start = try instant(period, "start")
        end = try instant(period, "end")
        timeZone = try period.text("timeZone")
        revision = try number(top, "revision")
        closedAt = try instant(top, "closedAt")
        quota = try top.optionalInt("quota", in: 0...Int.max)
        thresholds = try top.value("thresholds").map { _ throws(LedgerError) in try Workspace.thresholds(top) }
        used = try number(top, "used")
        events = try number(top, "events")
        var days: [Day] = []
        for record in try top.records("days") {
            guard let date = try record.optionalDay("date") else { throw record.error("date", "\"date\" is missing") }
            var byKey: [(key: String, tokens: Int)] = []
            if let keys = try record.record("keys") {
                for (key, _) in keys.map { byKey.append((key, try number(keys, key))) }
            }
            days.append(Day(date: date, tokens: try number(record, "tokens"), keys: byKey))
        }
        self.days = days
        var keys: [KeyTotal] = []
        for record in try top.records("keys") {
            keys.append(
                KeyTotal(
                    id: try record.text("id"), name: try record.text("name"), tokens: try number(record, "tokens")))
        }
        self.keys = keys
        projects = try totals("projects")
        providers = try totals("providers")
        busiestHour = try top.record("busiestHour").map { record throws(LedgerError) in
            BusiestHour(start: try instant(record, "start"), tokens: try number(record, "tokens"))
        }
        var adjustments: [UsageSummary.Adjustment] = []
        for record in try top.records("adjustments") {
            adjustments.append(
                UsageSummary.Adjustment(
                    period: try record.text("period"), key: try record.text("key"),
                    tokens: try number(record, "tokens"), events: try number(record, "events")))
        }
        self.adjustments = adjustments
        digest = try top.text("digest")
    }

    /// The bytes of the file: the same figures give the same bytes.
    func rendered() throws(LedgerError) -> [UInt8] {
        func totals(_ totals: [Total]) -> Value {
            .list(totals.map { .map(ValueMap([("name", .string($0.name)), ("tokens", .int($0.tokens))])) })
        }
        let top = ValueMap([
            ("schema", .int(1)), ("revision", .int(revision)),
            (
                "period",
                .map(
                    ValueMap([
                        ("name", .string(name)), ("start", .string(start.rfc3339)), ("end", .string(end.rfc3339)),
                        ("timeZone", .string(timeZone)),
                    ]))
            ),
            ("closedAt", .string(closedAt.rfc3339)), ("quota", quota.map { .int($0) } ?? .null),
            ("thresholds", .list((thresholds ?? []).map { .int($0) })), ("used", .int(used)), ("events", .int(events)),
            (
                "days",
                .list(
                    days.map { day in
                        .map(
                            ValueMap([
                                ("date", .string(day.date.description)), ("tokens", .int(day.tokens)),
                                ("keys", .map(ValueMap(day.keys.map { ($0.key, .int($0.tokens)) }))),
                            ]))
                    })
            ),
            (
                "keys",
                .list(
                    keys.map {
                        .map(
                            ValueMap([("id", .string($0.id)), ("name", .string($0.name)), ("tokens", .int($0.tokens))]))
                    })
            ),
            ("projects", totals(projects)), ("providers", totals(providers)),
            (
                "busiestHour",
                busiestHour.map {
                    .map(ValueMap([("start", .string($0.start.rfc3339)), ("tokens", .int($0.tokens))]))
                } ?? .null
            ),
            (
                "adjustments",
                .list(
                    adjustments.map {
                        .map(
                            ValueMap([
                                ("period", .string($0.period)), ("key", .string($0.key)), ("tokens", .int($0.tokens)),
                                ("events", .int($0.events)),
                            ]))
                    })
            ), ("digest", .string(digest)),
        ])
        var writer = ByteWriter(capacity: 8192)
        do throws(ValueError) {
            try JSON.write(.map(top), into: &writer, options: JSON.WriteOptions(indent: "  ", sortedKeys: false))
        } catch {
            throw .store("write", "the report cannot be written: \(error.message)")
        }
        writer.write(byte: 0x0A)
        return writer.bytes
    }
}
