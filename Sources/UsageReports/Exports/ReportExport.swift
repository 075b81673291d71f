package import KeyLedger
internal import SVGCharts
internal import Text
package import Values

/// The report of one period in each form in which it leaves the team.
///
/// All forms show the same figures. None holds a secret or a hash of one.
package struct ReportExport: Sendable {
    /// The files that stand beside a report, in the order in which a page lists them.
    package static let fileNames = [
        "report.csv", "report.json", "report.md", "daily.svg", "cumulative.svg", "keys.svg",
    ]

    private let ledger: LedgerFigures
    /// The figures of the period.
    package let figures: UsageFigures

    /// The report of `period`.
    package init(_ ledger: LedgerFigures, period: BillingPeriod) throws(LedgerError) {
        self.ledger = ledger
        figures = try ledger.figures(of: period)
    }

    /// All that the report says; not every form needs it, and of an open period it reads the events.
    package func report() throws(LedgerError) -> ReportFigures { try ledger.report(of: figures.period) }

    /// One of `fileNames`; nothing for another name.
    package func file(_ name: String) throws(LedgerError) -> [UInt8] {
        switch name {
        case "report.csv": return try csv()
        case "report.json": return try json()
        case "report.md": return try markdown()
        case "daily.svg": return try svg(.daily)
        case "cumulative.svg": return try svg(.cumulative)
        case "keys.svg": return try svg(.keys)
        default: return []
        }
    }

    /// A graph of the period as a file of its own.
    package func svg(_ graph: UsageGraph, width: Int = 720) throws(LedgerError) -> [UInt8] {
        try ledger.chart(.init(graph, period: figures.period)).drawing(width: width).svg(.file)
    }

    // MARK: JSON

    /// The figures of `usage summary --json` and all else that a report says.
    package func json() throws(LedgerError) -> [UInt8] {
        UsageJSON.text(try value())
    }

    /// The value that `json()` writes.
    package func value() throws(LedgerError) -> Value {
        guard case .map(var map) = UsageJSON.summary(figures) else { return .null }
        let report = try report()
        map["schema"] = 1
        map["dataTo"] = UsageJSON.time(figures.ownDataTo)
        map["workspace"] = .string(ledger.workspace.name)
        map["revision"] = UsageJSON.number(figures.revision)
        map["digest"] = figures.digest.map { .string($0) } ?? .null
        map["events"] = .int(figures.events)
        map["percent"] = UsageJSON.number(figures.percent)
        if let forecast = figures.forecast {
            map["projection"] = .map(
                ValueMap([
                    ("tokens", .int(forecast.tokens)), ("low", .int(forecast.low)), ("high", .int(forecast.high)),
                    ("method", .string(forecast.method.sentence)),
                ]))
        }
        map["dates"] = .map(
            ValueMap([
                ("first", .string(figures.firstDay.description)), ("last", .string(figures.lastDay.description)),
                ("final", .bool(figures.isClosed)),
            ]))
        if let previous = figures.previous {
            map["previous"] = .map(
                ValueMap([
                    ("name", .string(previous.period.name)), ("used", .int(previous.used)),
                    ("usedToSameDay", .int(previous.usedToSameDay)),
                ]))
            map["change"] = .map(
                ValueMap(
                    report.changes.map { change in
                        (change.extent.rawValue, change.permille.map { .float(Double($0) / 1000) } ?? .null)
                    }))
        }
        map["busiest"] =
            report.busiestDay.map { day in
                .map(
                    ValueMap([
                        (
                            "day",
                            .map(ValueMap([("date", .string(day.date.description)), ("tokens", .int(day.tokens))]))
                        ),
                        (
                            "hour",
                            report.busiestHour.map { hour in
                                .map(
                                    ValueMap([("start", .string(hour.start.rfc3339)), ("tokens", .int(hour.tokens))]))
                            } ?? .null
                        ),
                    ]))
            } ?? .null
        map["keys"] = .list(
            zip(report.keys, figures.keys).map { row, part in
                .map(
                    ValueMap([
                        ("id", .string(row.id)), ("name", .string(row.name)), ("state", .string(part.state.rawValue)),
                        ("tokens", .int(row.tokens)), ("stale", .bool(row.marks.contains("stale"))),
                        ("legacy", .bool(row.marks.contains("legacy"))),
                    ]))
            })
        map["sunsets"] = .list(report.sunsets.map(sunset))
        map["thresholds"] = .list(
            figures.thresholds.map { threshold in
                .map(
                    ValueMap([
                        ("percent", .int(threshold.percent)), ("tokens", .int(threshold.tokens)),
                        ("reachedOn", threshold.reachedOn.map { .string($0.description) } ?? .null),
                    ]))
            })
        map["adjustments"] = .list(
            try figures.adjustments.map { adjustment throws(LedgerError) in
                .map(
                    ValueMap([
                        ("period", .string(adjustment.period)), ("key", .string(adjustment.key)),
                        ("name", .string(try ledger.name(ofKey: adjustment.key, in: figures.period))),
                        ("tokens", .int(adjustment.tokens)),
                        ("events", .int(adjustment.events)),
                    ]))
            })
        return .map(map)
    }

    private func sunset(_ sunset: SunsetProgress) -> Value {
        .map(
            ValueMap([
                ("kind", .string(sunset.rule.kind.rawValue)),
                ("successor", sunset.rule.successor.map { .string($0.rawValue) } ?? .null),
                ("phase", .string(sunset.phase.rawValue)), ("on", .string(sunset.day.description)),
                ("endsOn", sunset.rule.endsOn.map { .string($0.description) } ?? .null),
                ("daysLeft", UsageJSON.number(sunset.daysLeft)), ("keys", .int(sunset.keys)),
                ("keysLeft", .int(sunset.left.count)), ("tokens", .int(sunset.tokens)),
                ("next", sunset.next.map { .string($0.id) } ?? .null),
                (
                    "left",
                    .list(
                        sunset.left.map { key in
                            .map(
                                ValueMap([
                                    ("id", .string(key.id)), ("name", .string(key.name)),
                                    ("project", .string(key.project)), ("tokens", .int(key.tokens)),
                                ]))
                        })
                ),
            ]))
    }

    // MARK: CSV

    /// A line for each day, key, project and provider with use (RFC 4180).
    ///
    /// `consumed` came in time; `late` came after the period had closed and is an adjustment of a later report.
    /// `rejected` is what the quarantine keeps of events whose day and key could be read.
    package func csv() throws(LedgerError) -> [UInt8] {
        let totals = try ledger.ledger.allUsage()
        let cube = totals.cube
        var lines: [Line] = []
        if let position = totals.days.periods.firstIndex(where: { $0.start == figures.period.start }) {
            // Rows are sorted, so that those of one line follow each other.
            var last: UsageCube.Row?
            for row in cube.rows(in: totals.days.bucketsOf[position]) {
                let continues =
                    last.map {
                        ($0.bucket, $0.key, $0.project, $0.provider) == (row.bucket, row.key, row.project, row.provider)
                    } ?? false
                if !continues {
                    lines.append(
                        Line(
                            name: Line.Name(
                                date: totals.days.dates[row.bucket], key: cube.keys[row.key],
                                project: row.project < 0 ? "" : cube.projects[row.project],
                                provider: row.provider < 0 ? "" : cube.providers[row.provider])))
                }
                last = row
                let index = lines.count - 1
                if row.listedIn < 0 {
                    lines[index].consumed = lines[index].consumed.addingSaturated(row.tokens)
                } else {
                    lines[index].late = lines[index].late.addingSaturated(row.tokens)
                }
            }
        }
        let rejected = try ledger.ledger.rejectedUses(in: figures.period).filter { $0.tokens > 0 }
        if !rejected.isEmpty { Self.add(rejected, in: figures.zone, to: &lines) }
        return try write(lines)
    }

    /// A line of the CSV before it is written.
    private struct Line {
        /// What lines are sorted and told apart by.
        struct Name: Hashable, Comparable {
            var date: CivilDate
            var key: String
            var project: String
            var provider: String

            static func < (one: Name, other: Name) -> Bool {
                (one.date, one.key, one.project, one.provider) < (other.date, other.key, other.project, other.provider)
            }
        }

        var name: Name
        var consumed = 0
        var rejected = 0
        var late = 0
    }

    /// Adds what was rejected to the lines of the same name, and lines for names that have none.
    private static func add(_ rejected: [UsageEvent], in zone: TimeZoneRules, to lines: inout [Line]) {
        var open: [Line.Name: Int] = [:]
        for event in rejected {
            let name = Line.Name(
                date: event.time.day(in: zone), key: event.key, project: event.project ?? "",
                provider: event.provider ?? "")
            open[name] = (open[name] ?? 0).addingSaturated(event.tokens)
        }
        let days = Set(open.keys.map(\.date))
        for index in lines.indices where days.contains(lines[index].name.date) {
            if let tokens = open.removeValue(forKey: lines[index].name) { lines[index].rejected = tokens }
        }
        guard !open.isEmpty else { return }
        lines += open.map { Line(name: $0.key, rejected: $0.value) }
        lines.sort { $0.name < $1.name }
    }

    /// The lines with their head. Texts that come again and again are made fit for CSV once.
    private func write(_ lines: [Line]) throws(LedgerError) -> [UInt8] {
        let known = try ledger.keys(in: figures.period)
        let span = [CSVWriter.field(figures.start.rfc3339), CSVWriter.field(figures.period.end.rfc3339)]
        var csv = CSVWriter()
        csv.line([
            "date", "period_start", "period_end", "key_id", "key_name", "key_kind", "project", "provider", "consumed",
            "rejected", "late",
        ])
        var date: (day: CivilDate, field: [UInt8])?
        var keys: [String: [[UInt8]]] = [:]
        var fields: [String: [UInt8]] = [:]
        func field(_ text: String) -> [UInt8] {
            if let known = fields[text] { return known }
            let made = CSVWriter.field(text)
            fields[text] = made
            return made
        }
        for line in lines {
            let name = line.name
            if date?.day != name.date { date = (name.date, CSVWriter.field(name.date.description)) }
            let key =
                keys[name.key]
                ?? [name.key, known[name.key]?.name ?? name.key, known[name.key]?.kind.rawValue ?? ""].map(
                    CSVWriter.field)
            keys[name.key] = key
            csv.line(
                [date?.field ?? []] + span + key + [field(name.project), field(name.provider)],
                [line.consumed, line.rejected, line.late])
        }
        return csv.bytes
    }

    // MARK: Markdown

    /// The report as a Markdown document with tables.
    package func markdown() throws(LedgerError) -> [UInt8] {
        var out = ByteWriter(capacity: 8192)
        let period = figures.period
        let report = try report()
        out.write("# \(MarkdownText.escaped(ledger.workspace.name)): \(PortalPages.title(of: period))\n\n")
        let state = figures.isClosed ? "closed" + (figures.revision.map { ", revision \($0)" } ?? "") : "not yet closed"
        out.write("Period \(figures.name): \(figures.firstDay) to \(figures.lastDay) (\(figures.zone.name)), \(state)")
        out.write(figures.dataToText.map { ", data to \($0)" } ?? ", no data")
        out.write(".\n\n")
        var facts: [(String, String)] = [("Used", ChartNumber.exact(figures.used))]
        if let quota = figures.quota {
            facts.append(("Quota", ChartNumber.exact(quota)))
            facts.append(("Of quota", ChartNumber.percent(figures.used, ofQuota: quota)))
            facts.append(("Left", ChartNumber.exact(max(0, quota - figures.used))))
        } else {
            facts.append(("Quota", "unlimited"))
        }
        if let forecast = figures.forecast {
            facts.append(("Projected", "\(ChartNumber.exact(forecast.tokens)) (\(forecast.method.sentence))"))
        }
        if let day = figures.runsOutOn {
            facts.append((figures.isRunning ? "Quota reached about" : "Quota reached on", day.description))
        }
        for change in report.changes {
            let what = change.extent == .whole ? "whole" : "same days"
            let text = change.text.map { " (\($0))" } ?? ""
            facts.append(("\(change.period), \(what)", ChartNumber.exact(change.before) + text))
        }
        if let day = report.busiestDay {
            facts.append(("Busiest day", "\(ChartNumber.exact(day.tokens)) on \(day.date)"))
        }
        if let hour = report.busiestHour, let text = report.busiestHourText {
            facts.append(("Busiest hour", "\(ChartNumber.exact(hour.tokens)), \(text)"))
        }
        table(["Figure", "CI tokens"], facts.map { [$0.0, $0.1] }, into: &out)
        section(
            "By key",
            report.keys.map { row in
                (row.marks.isEmpty ? row.name : "\(row.name) (\(row.marks.joined(separator: ", ")))", row.tokens)
            }, into: &out)
        section("By project", figures.projects.map { ($0.name.isEmpty ? "(none)" : $0.name, $0.tokens) }, into: &out)
        section("By provider", figures.providers.map { ($0.name.isEmpty ? "(none)" : $0.name, $0.tokens) }, into: &out)
        if !figures.thresholds.isEmpty {
            out.write("## Thresholds\n\n")
            table(
                ["Threshold", "Tokens", "Reached on"],
                figures.thresholds.map {
                    ["\($0.percent)%", ChartNumber.exact($0.tokens), $0.reachedOn?.description ?? "not reached"]
                }, into: &out)
        }
        for sunset in report.sunsets { write(sunset, into: &out) }
        if !figures.adjustments.isEmpty {
            out.write("## Came late for earlier periods\n\n")
            table(
                ["Period", "Key", "Tokens"],
                try figures.adjustments.map { adjustment throws(LedgerError) in
                    [
                        adjustment.period, try ledger.name(ofKey: adjustment.key, in: period),
                        ChartNumber.exact(adjustment.tokens),
                    ]
                }, into: &out)
        }
        out.write("## By day\n\n")
        table(
            ["Day", "Tokens"],
            figures.days.filter { $0.phase != .future }.map {
                ["\($0.date)\($0.phase == .running ? " (so far)" : "")", ChartNumber.exact($0.tokens)]
            }, into: &out)
        if let digest = figures.digest { out.write("Digest of the data: `\(digest)`\n") }
        return out.bytes
    }

    private func section(_ title: String, _ rows: [(name: String, tokens: Int)], into out: inout ByteWriter) {
        guard !rows.isEmpty else { return }
        out.write("## \(title)\n\n")
        table(
            ["Name", "Tokens", "Share"],
            rows.map { [$0.name, ChartNumber.exact($0.tokens), ChartNumber.percent($0.tokens, of: figures.used)] },
            into: &out)
    }

    /// The first column is text, the others are figures at the right.
    private func table(_ head: [String], _ rows: [[String]], into out: inout ByteWriter) {
        out.write("| \(head.joined(separator: " | ")) |\n")
        out.write("| \((["---"] + head.dropFirst().map { _ in "---:" }).joined(separator: " | ")) |\n")
        for row in rows { out.write("| \(row.map(MarkdownText.escaped).joined(separator: " | ")) |\n") }
        out.write("\n")
    }

    private func write(_ sunset: SunsetProgress, into out: inout ByteWriter) {
        out.write("## \(MarkdownText.escaped(sunset.rule.kind.title)): on the way out\n\n")
        table(
            ["Figure", "Value"],
            [
                ["Ends on", sunset.rule.endsOn?.description ?? "not said"],
                ["Days left on \(sunset.day)", sunset.daysLeft.map { String($0) } ?? "not said"],
                ["Keys that have to move", "\(sunset.left.count) of \(sunset.keys)"],
                [
                    "Tokens drawn by them and those that moved",
                    "\(ChartNumber.exact(sunset.tokens)) (\(ChartNumber.percent(sunset.tokens, of: figures.used)))",
                ],
                ["Move next", sunset.next.map { "\($0.name) (\(ChartNumber.exact($0.tokens)))" } ?? "none"],
            ], into: &out)
    }

    // MARK: HTML

    /// The report as a document of its own, with its style and its graphs in it; it asks for no other file.
    package func html() throws(LedgerError) -> [UInt8] { try ReportDocument(try report(), of: ledger).bytes() }
}
