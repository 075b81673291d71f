internal import KeyLedger
internal import SVGCharts
internal import Text
internal import Values

/// The report of a period as one HTML file for mail, archive and print: no script, nothing fetched, both themes.
struct ReportDocument {
    private let report: ReportFigures
    private let ledger: LedgerFigures

    /// The document of `report`.
    init(_ report: ReportFigures, of ledger: LedgerFigures) {
        self.report = report
        self.ledger = ledger
    }

    private var figures: UsageFigures { report.usage }

    /// The file, in UTF-8; the same figures give the same bytes.
    func bytes() throws(LedgerError) -> [UInt8] {
        var out = ByteWriter(capacity: 98_304)
        let title = "\(ledger.workspace.name): \(PortalPages.title(of: figures.period))"
        out.write(literal: "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        out.write(literal: "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        write(title, into: &out)
        out.write(literal: "</title>\n<style>\n")
        out.write(bytes: chartStyleSheet)
        out.write(literal: Self.style)
        out.write(literal: "</style>\n</head>\n<body>\n<main>\n<h1>")
        write(title, into: &out)
        out.write(literal: "</h1>\n<p class=\"muted\">")
        write(state, into: &out)
        out.write(literal: "</p>\n")
        writeFacts(into: &out)
        for graph in [UsageGraph.daily, .cumulative] { try write(graph, into: &out) }
        for sunset in report.sunsets { write(sunset, into: &out) }
        writeThresholds(into: &out)
        try writeKeys(into: &out)
        writeParts("By project", figures.projects, without: "no project", into: &out)
        writeParts("By provider", figures.providers, without: "no provider", into: &out)
        try writeAdjustments(into: &out)
        if let digest = figures.digest {
            out.write(literal: "<p class=\"muted\">Digest of the data: <code>")
            write(digest, into: &out)
            out.write(literal: "</code></p>\n")
        }
        out.write(literal: "</main>\n</body>\n</html>\n")
        return out.bytes
    }

    private func write(_ text: String, into out: inout ByteWriter) { out.writeHTMLEscaped(text, style: .goHTML) }

    /// Period, dates, zone, whether it is final, and up to when there are data.
    private var state: String {
        let days = ChartPeriod(
            start: ChartDay(figures.firstDay), end: ChartDay(figures.lastDay).adding(1), zone: figures.zone.name)
        var text = "Period \(figures.name), \(days.text) (\(figures.zone.name)), "
        text += figures.isClosed ? "closed" : figures.isRunning ? "still running" : "over, not yet closed"
        if let revision = figures.revision { text += ", revision \(revision)" }
        return text + (figures.dataToText.map { ", data to \($0)" } ?? ", no data")
    }

    // MARK: Parts

    private func writeFacts(into out: inout ByteWriter) {
        var facts: [(String, String)] = []
        let used = ChartNumber.exact(figures.used)
        if let quota = figures.quota {
            facts.append(
                (
                    "Used",
                    "\(used) of \(ChartNumber.exact(quota)) (\(ChartNumber.percent(figures.used, ofQuota: quota)))"
                ))
            let isOver = figures.used > quota
            facts.append(
                (
                    isOver ? "Over the quota by" : "Left",
                    ChartNumber.exact(isOver ? figures.used - quota : quota - figures.used)
                ))
        } else {
            facts.append(("Used", "\(used), without a quota"))
        }
        if let forecast = figures.forecast {
            let band = "\(ChartNumber.exact(forecast.low)) to \(ChartNumber.exact(forecast.high))"
            facts.append(
                ("Expected at the end", "\(ChartNumber.exact(forecast.tokens)) (\(band); \(forecast.method.sentence))"))
        } else if figures.isClosed {
            facts.append(("Final", used))
        }
        if let day = figures.runsOutOn {
            let isPast = !figures.isRunning || day < figures.now.day(in: figures.zone)
            facts.append((isPast ? "Quota reached on" : "Quota runs out about", ChartDay(day).long))
        }
        for change in report.changes {
            let what =
                change.extent == .whole
                ? "Against all of \(change.period)" : "Against the same days of \(change.period)"
            facts.append((what, "\(change.text.map { "\($0), " } ?? "")\(ChartNumber.exact(change.before)) then"))
        }
        if let day = report.busiestDay {
            facts.append(("Busiest day", "\(ChartDay(day.date).long), \(ChartNumber.exact(day.tokens))"))
        }
        if let hour = report.busiestHour, let text = report.busiestHourText {
            facts.append(("Busiest hour", "\(text), \(ChartNumber.exact(hour.tokens))"))
        }
        out.write(literal: "<dl>\n")
        for fact in facts {
            out.write(literal: "<dt>")
            write(fact.0, into: &out)
            out.write(literal: "</dt><dd>")
            write(fact.1, into: &out)
            out.write(literal: "</dd>\n")
        }
        out.write(literal: "</dl>\n")
    }

    private func write(_ graph: UsageGraph, into out: inout ByteWriter) throws(LedgerError) {
        let request = LedgerFigures.GraphRequest(graph, period: figures.period)
        out.write(bytes: ChartFigure(try ledger.chart(request), id: request.id, hasTable: true).html)
    }

    private func write(_ sunset: SunsetProgress, into out: inout ByteWriter) {
        out.write(literal: "<h2>")
        write("\(sunset.rule.kind.title): on the way out", into: &out)
        out.write(literal: "</h2>\n<p>")
        var text = "\(sunset.left.count) of \(sunset.keys) keys still have to move"
        if let successor = sunset.rule.successor { text += " to the \(successor.title)" }
        if let endsOn = sunset.rule.endsOn {
            text += sunset.phase == .ended ? "; they ended on " : "; they stop working on "
            text += ChartDay(endsOn).long
            if let left = sunset.daysLeft, left > 0 { text += ", \(left) day\(left == 1 ? "" : "s") left" }
        }
        let drawn = ChartNumber.percent(sunset.tokens, of: figures.used)
        text += ". Legacy keys drew \(ChartNumber.exact(sunset.tokens)) tokens of the period (\(drawn))."
        if let next = sunset.next { text += " Move next: \(next.name), \(ChartNumber.exact(next.tokens)) tokens." }
        write(text, into: &out)
        out.write(literal: "</p>\n")
    }

    private func writeThresholds(into out: inout ByteWriter) {
        guard !figures.thresholds.isEmpty else { return }
        var table = ChartTable(caption: "Thresholds of the quota")
        table.columns = [.init("Threshold"), .init("Tokens", isNumeric: true), .init("Reached")]
        table.rows = figures.thresholds.map {
            ["\($0.percent)%", ChartNumber.exact($0.tokens), $0.reachedOn.map { ChartDay($0).long } ?? "not reached"]
        }
        write("Thresholds", table, into: &out)
    }

    /// Name, marks, tokens, share, and the days as a small graph.
    private func writeKeys(into out: inout ByteWriter) throws(LedgerError) {
        guard !report.keys.isEmpty else { return }
        out.write(literal: "<h2>By key</h2>\n")
        openRegion("By key", into: &out)
        out.write(literal: "<table class=\"kc-table\">\n<thead><tr><th scope=\"col\">Name</th>")
        out.write(literal: "<th scope=\"col\">Kind</th><th scope=\"col\" class=\"kc-num\">Tokens</th>")
        out.write(
            literal: "<th scope=\"col\" class=\"kc-num\">Share</th><th scope=\"col\">Days</th></tr></thead>\n<tbody>\n")
        for row in report.keys {
            out.write(literal: "<tr><th scope=\"row\">")
            write(row.name, into: &out)
            for mark in row.marks {
                out.write(literal: " <em>")
                write(mark, into: &out)
                out.write(literal: "</em>")
            }
            out.write(literal: "</th><td>")
            write(row.kind, into: &out)
            out.write("</td><td class=\"kc-num\">\(ChartNumber.exact(row.tokens))</td>")
            out.write(literal: "<td class=\"kc-num\">")
            write(ChartNumber.percent(row.tokens, of: figures.used), into: &out)
            out.write(literal: "</td><td>")
            let request = LedgerFigures.GraphRequest(
                .sparkline, period: figures.period, filter: UsageFilter(key: row.id))
            let chart = try ledger.chart(request)
            out.write(bytes: chart.drawing(width: Sparkline.width).svg(.inline(id: request.id)))
            out.write(literal: "</td></tr>\n")
        }
        out.write(literal: "</tbody>\n<tfoot><tr><th scope=\"row\">Total</th><td></td><td class=\"kc-num\">")
        write(ChartNumber.exact(figures.used), into: &out)
        out.write(literal: "</td><td class=\"kc-num\"></td><td></td></tr></tfoot>\n</table>\n</div>\n")
    }

    private func writeParts(
        _ title: String, _ parts: [UsageFigures.Part], without: String, into out: inout ByteWriter
    ) {
        guard !parts.isEmpty else { return }
        var table = ChartTable(caption: "\(title), CI tokens")
        table.columns = [.init("Name"), .init("Tokens", isNumeric: true), .init("Share", isNumeric: true)]
        table.rows = parts.map {
            [
                $0.name.isEmpty ? without : $0.name, ChartNumber.exact($0.tokens),
                ChartNumber.percent($0.tokens, of: figures.used),
            ]
        }
        table.footer = ["Total", ChartNumber.exact(figures.used), ""]
        write(title, table, into: &out)
    }

    private func writeAdjustments(into out: inout ByteWriter) throws(LedgerError) {
        guard !figures.adjustments.isEmpty else { return }
        var table = ChartTable(caption: "Events that came after their period had closed; no figure above has them")
        table.columns = [.init("Period"), .init("Key"), .init("Tokens", isNumeric: true)]
        table.rows = try figures.adjustments.map { adjustment throws(LedgerError) in
            [
                adjustment.period, try ledger.name(ofKey: adjustment.key, in: figures.period),
                ChartNumber.exact(adjustment.tokens),
            ]
        }
        write("Adjustments to earlier periods", table, into: &out)
    }

    private func write(_ title: String, _ table: ChartTable, into out: inout ByteWriter) {
        out.write("<h2>\(title)</h2>\n")
        openRegion(title, into: &out)
        table.render(into: &out)
        out.write(literal: "</div>\n")
    }

    /// Opens what a wide table scrolls in on a narrow screen, by keys as well.
    private func openRegion(_ label: String, into out: inout ByteWriter) {
        out.write(literal: "<div class=\"kc-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
        write(label, into: &out)
        out.write(literal: "\">\n")
    }

    /// What the style sheet of graphs does not say.
    private static let style: StaticString = """
        :root{color-scheme:light dark}
        body{margin:0;font:1rem/1.5 system-ui,Arial,sans-serif;color:var(--kc-i);background:var(--kc-b)}
        main{max-width:48rem;margin:0 auto;padding:2rem 1rem}
        h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem}
        h2{font-size:1.2rem;margin:2rem 0 .5rem}
        .muted,dt,caption,em{color:var(--kc-m)}
        em{font-size:.8125rem}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1.5rem;font-variant-numeric:tabular-nums}
        dd{margin:0}
        code{overflow-wrap:anywhere}
        @media (max-width:30rem){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}
        @media print{
        @page{margin:15mm}
        main{max-width:none;padding:0}
        body{font-size:10pt}
        h1,h2{break-after:avoid}
        thead{display:table-header-group}
        tfoot{display:table-row-group}
        .kc-scroll{overflow:visible}
        tr,caption{break-inside:avoid}
        caption,thead{break-after:avoid}
        .kc-table:not(:has(svg)){break-inside:avoid}
        .kc-data{display:none}
        *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        }

        """
}
