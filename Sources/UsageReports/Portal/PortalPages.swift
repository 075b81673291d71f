package import KeyLedger
internal import SVGCharts
internal import Synchronization
internal import Values

/// The pages that a store gives a site: the keys, each key, the reports, each report.
package enum PortalPages {
    /// All of them, sections before their pages; the same order and bytes for the same store and clock.
    ///
    /// A key page stands under the id, which outlives a rename; a report under the name of its period.
    ///
    /// - Parameter site: the address of the site, with `/` at its end, for the feed: readers of feeds know no other.
    package static func pages(_ figures: LedgerFigures, site: String = "http://localhost/") throws(LedgerError)
        -> [PortalPage]
    {
        var pages = [
            section(
                path: "/keys/", title: "CI keys", type: "keys",
                description: "Every CI key of \(figures.workspace.name), what it used and when.")
        ]
        for (index, key) in try figures.keys().enumerated() { pages.append(page(of: key, weight: index + 1)) }
        pages.append(
            section(
                path: "/reports/", title: "Usage reports", type: "reports",
                description: "What the CI keys of \(figures.workspace.name) used, period by period.",
                resources: [
                    PortalPage.Resource(name: ReportFeed.fileName) { () throws(LedgerError) in
                        try ReportFeed(ledger: figures, site: site).bytes()
                    }
                ]))
        for (index, period) in try figures.periods().reversed().enumerated() {
            pages.append(page(of: period, weight: index + 1, in: figures))
        }
        return pages
    }

    /// The path of the page of a key.
    package static func path(ofKey id: String) -> String { "/keys/\(segment(id))/" }

    /// The path of the page of a report.
    package static func path(ofReport name: String) -> String { "/reports/\(segment(name))/" }

    /// `October 2026`, or the days of a period that does not start with its month.
    package static func title(of period: BillingPeriod) -> String {
        func day(_ date: CivilDate) -> ChartDay { ChartDay(year: date.year, month: date.month, day: date.day) }
        let first = day(period.firstDay)
        let last = day(period.lastDay)
        if first.day == 1 && first.month == last.month && last.adding(1).day == 1 {
            return "\(ChartDay.months[first.month - 1]) \(first.year)"
        }
        return ChartPeriod(start: first, end: last.adding(1), zone: period.zone.name).text
    }

    /// An id or a name as one segment of a path: a store that somebody edited must not lead out of its folder.
    private static func segment(_ text: String) -> String {
        let bytes = text.utf8.map { byte -> UInt8 in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: return byte
            default: return 0x2D
            }
        }
        return bytes.isEmpty ? "-" : String(decoding: bytes, as: UTF8.self)
    }

    private static func section(
        path: String, title: String, type: String, description: String, resources: [PortalPage.Resource] = []
    ) -> PortalPage {
        PortalPage(
            path: path, kind: "section", title: title,
            frontMatter: ValueMap([
                ("title", .string(title)), ("type", .string(type)), ("description", .string(description)),
            ]), resources: resources)
    }

    private static func page(of figures: KeyFigures, weight: Int) -> PortalPage {
        let key = figures.key
        return PortalPage(
            path: path(ofKey: key.id), kind: "page", title: key.name,
            frontMatter: ValueMap([
                ("title", .string(key.name)), ("type", .string("keys")), ("weight", .int(weight)),
                ("date", .string(key.createdAt.rfc3339)),
                ("params", .map(ValueMap([("key", .string(key.id))]))),
            ]), resources: [])
    }

    private static func page(
        of period: BillingPeriod, weight: Int, in figures: LedgerFigures
    ) -> PortalPage {
        let title = title(of: period)
        let export = LazyExport(figures, period: period)
        let resources = ReportExport.fileNames.map { name in
            PortalPage.Resource(name: name) { () throws(LedgerError) in try export.get().file(name) }
        }
        return PortalPage(
            path: path(ofReport: period.name), kind: "page", title: title,
            frontMatter: ValueMap([
                ("title", .string(title)), ("type", .string("reports")), ("weight", .int(weight)),
                ("date", .string(period.start.rfc3339)),
                ("params", .map(ValueMap([("period", .string(period.name))]))),
            ]), resources: resources)
    }
}

/// The report of a period, made when the first of its files is; threads that ask at once may both make it.
private final class LazyExport: Sendable {
    private let figures: LedgerFigures
    private let period: BillingPeriod
    private let made = Mutex<ReportExport?>(nil)

    init(_ figures: LedgerFigures, period: BillingPeriod) {
        self.figures = figures
        self.period = period
    }

    func get() throws(LedgerError) -> ReportExport {
        if let known = made.withLock({ $0 }) { return known }
        let fresh = try ReportExport(figures, period: period)
        made.withLock { $0 = fresh }
        return fresh
    }
}
