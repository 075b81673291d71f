internal import KeyLedger
internal import SVGCharts
internal import Text
internal import Values

/// An Atom feed (RFC 4287) of what happens to keys and their quota: reports, crossed thresholds, keys that end, and dates
/// of kinds that end.
///
/// An entry is dated by what it tells of, not by when it was written, so the same store gives the same feed; its id is a
/// `tag:` of the site's host (RFC 4151) that does not change with titles or revisions, and not with the address of the
/// site where `identity` is the one it had first.
struct ReportFeed {
    /// The figures.
    let ledger: LedgerFigures
    /// The address of the site: scheme, host and path, with `/` at its end.
    let site: String
    /// The address that the ids are made of, in the same form.
    let identity: String

    /// The name of the file, beside the list of the reports.
    static let fileName = "feed.xml"
    /// How many entries it has at most: the newest.
    static let limit = 100
    /// How many days before its end a key has an entry.
    static let expiryDays = 30
    /// How many days before the end of a kind it has entries.
    static let sunsetDays = [60, 30, 7, 1]

    private struct Entry {
        let id: String
        let title: String
        let text: String
        let path: String
        let published: Instant
        var updated: Instant
    }

    /// The feed.
    func bytes() throws(LedgerError) -> [UInt8] {
        let happened = (try reports() + thresholds() + expiries() + sunsets()).filter { $0.updated <= ledger.now }
        let entries = happened.sorted { ($1.updated, $0.id) < ($0.updated, $1.id) }.prefix(Self.limit)
        var out = ByteWriter(capacity: 16_384)
        out.write(literal: "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        out.write(literal: "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
        element("id", identity + "reports/", into: &out)
        element("title", "\(ledger.workspace.name): CI keys and their use", into: &out)
        let first = try ledger.periods().first?.start ?? ledger.currentPeriod.start
        element("updated", (entries.first?.updated ?? min(first, ledger.now)).wholeSeconds.rfc3339, into: &out)
        out.write(literal: "<author><name>")
        out.writeXMLEscaped(ledger.workspace.name)
        out.write(literal: "</name></author>\n")
        out.write(literal: "<generator>Keyport</generator>\n")
        link("self", "reports/" + Self.fileName, "application/atom+xml", into: &out)
        link("alternate", "reports/", "text/html", into: &out)
        for entry in entries {
            out.write(literal: "<entry>\n")
            element("id", entry.id, into: &out)
            element("title", entry.title, into: &out)
            element("published", entry.published.wholeSeconds.rfc3339, into: &out)
            element("updated", entry.updated.wholeSeconds.rfc3339, into: &out)
            link("alternate", entry.path, "text/html", into: &out)
            element("summary", entry.text, into: &out)
            out.write(literal: "</entry>\n")
        }
        out.write(literal: "</feed>\n")
        return out.bytes
    }

    // MARK: Entries

    private func reports() throws(LedgerError) -> [Entry] {
        var entries: [Entry] = []
        for period in try ledger.periods() {
            let revisions = try ledger.ledger.closedReports(named: period.name)
            guard let first = revisions.first, let last = revisions.last else { continue }
            let of = last.quota.map { " of \(ChartNumber.exact($0)) (\(ChartNumber.percent(last.used, of: $0)))" } ?? ""
            let revision = last.revision > 1 ? " Revision \(last.revision)." : ""
            entries.append(
                Entry(
                    id: tag(period.lastDay, "report/\(period.name)"),
                    title: "Report: \(PortalPages.title(of: period))",
                    text: "\(ChartNumber.exact(last.used))\(of) CI tokens were used.\(revision)",
                    path: path(of: period), published: first.closedAt, updated: max(first.closedAt, last.closedAt)))
        }
        return entries
    }

    private func thresholds() throws(LedgerError) -> [Entry] {
        var entries: [Entry] = []
        for period in try ledger.periods() {
            let figures = try ledger.figures(of: period)
            for threshold in figures.thresholds {
                guard let day = threshold.reachedOn, let quota = figures.quota else { continue }
                let time = ledger.workspace.firstInstant(of: day)
                entries.append(
                    Entry(
                        id: tag(period.firstDay, "threshold/\(period.name)/\(threshold.percent)"),
                        title: "\(threshold.percent)% of the quota used: \(PortalPages.title(of: period))",
                        text:
                            "\(ChartNumber.exact(threshold.tokens)) of \(ChartNumber.exact(quota)) CI tokens were reached on \(day).",
                        path: path(of: period), published: time, updated: time))
            }
        }
        return entries
    }

    private func expiries() throws(LedgerError) -> [Entry] {
        var entries: [Entry] = []
        for key in ledger.ledger.keys {
            guard !key.isDeleted, let end = key.expiresAt else { continue }
            let day = end.day(in: ledger.workspace.zone)
            func add(_ name: String, _ title: String, at time: Instant) {
                entries.append(
                    Entry(
                        id: tag(day, "\(name)/\(key.id)"), title: title,
                        text: "It no longer activates from \(ledger.text(end)) on.",
                        path: String(PortalPages.path(ofKey: key.id).dropFirst()), published: time, updated: time))
            }
            let warning = max(key.createdAt, end.adding(seconds: -Self.expiryDays * 86_400))
            if warning < end { add("expiring", "The key \(key.name) expires on \(day)", at: warning) }
            add("expired", "The key \(key.name) has expired", at: end)
        }
        return entries
    }

    private func sunsets() -> [Entry] {
        var entries: [Entry] = []
        for rule in ledger.workspace.sunsets {
            let kind = rule.kind.title
            let end = rule.endsOn.map { "No \(kind) activates from \($0) on." } ?? "There is no date for the end yet."
            let successor = rule.successor.map { " Its successor is the \($0.title)." } ?? ""
            func add(_ name: String, _ title: String, on day: CivilDate?) {
                guard let day else { return }
                let time = ledger.workspace.firstInstant(of: day)
                entries.append(
                    Entry(
                        id: tag(day, "sunset/\(rule.kind.rawValue)/\(name)"), title: title, text: end + successor,
                        path: "keys/", published: time, updated: time))
            }
            add("announced", "\(kind): the end was announced", on: rule.announced)
            add("closed-to-new", "\(kind): no new ones can be made", on: rule.noNewFrom)
            for days in Self.sunsetDays {
                let day = rule.endsOn?.adding(days: -days)
                // A warning from before the announcement was never given.
                if let day, let announced = rule.announced, day < announced { continue }
                add("in-\(days)", "\(kind): \(days) day\(days == 1 ? "" : "s") left", on: day)
            }
            add("ended", "\(kind): they no longer activate", on: rule.endsOn)
        }
        return entries
    }

    // MARK: Parts

    private func path(of period: BillingPeriod) -> String {
        String(PortalPages.path(ofReport: period.name).dropFirst())
    }

    /// `tag:docs.example.com,2026-11-01:/keyport/report/2026-10`; the day is one on which the host was already ours.
    private func tag(_ day: CivilDate, _ name: String) -> String {
        var rest = identity[...]
        if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        let host = rest[..<slash].split(separator: ":").first.map(String.init) ?? "localhost"
        return "tag:\(host),\(day):\(rest[slash...])keyport/\(name)"
    }

    private func element(_ name: String, _ text: String, into out: inout ByteWriter) {
        out.write("<\(name)>")
        out.writeXMLEscaped(text)
        out.write("</\(name)>\n")
    }

    private func link(_ relation: String, _ path: String, _ type: String, into out: inout ByteWriter) {
        out.write("<link rel=\"\(relation)\" type=\"\(type)\" href=\"")
        out.writeXMLEscaped(site + path)
        out.write(literal: "\"/>\n")
    }
}
