package import KeyLedger
internal import SVGCharts
internal import Values

/// The pages that a store gives a site: the keys, each key, the reports, each report.
package enum PortalPages {
    /// All of them, sections before their pages; the same order and bytes for the same store and clock.
    ///
    /// A key page stands under the id, which outlives a rename; a report under the name of its period.
    ///
    /// - Parameters:
    ///   - site: the address of the site, with `/` at its end, for the feed: readers of feeds know no other.
    ///   - identity: the address that the ids of the feed are made of; nil is that of the site.
    package static func pages(
        _ figures: LedgerFigures, site: String = "http://localhost/", identity: String? = nil
    ) throws(LedgerError) -> [PortalPage] {
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
                        try ReportFeed(ledger: figures, site: site, identity: identity ?? site).bytes()
                    }
                ]))
        for (index, period) in try figures.periods().reversed().enumerated() {
            var page = page(of: period, weight: index + 1, in: figures)
            page.stamp = try figures.ledger.closedStamp(of: period).map { (period.name, $0) }
            pages.append(page)
        }
        return pages
    }

    /// The path of the page of a key.
    package static func path(ofKey id: String) -> String { "/keys/\(segment(id))/" }

    /// The path of the page of a report.
    package static func path(ofReport name: String) -> String { "/reports/\(segment(name))/" }

    /// `October 2026`, or the days of a period that does not start with its month.
    package static func title(of period: BillingPeriod) -> String {
        let first = ChartDay(period.firstDay)
        let last = ChartDay(period.lastDay)
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
        let resources = ReportExport.fileNames.map { name in
            PortalPage.Resource(name: name) { () throws(LedgerError) in
                try ReportExport(figures, period: period).file(name)
            }
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
