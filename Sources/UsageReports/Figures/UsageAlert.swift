package import KeyLedger
internal import SVGCharts
internal import Values

/// Something about the use of a period, or about a key, that somebody should hear of.
package struct UsageAlert: Sendable, Hashable {
    /// What it is about.
    package enum Kind: String, Sendable {
        /// A threshold of the quota was reached.
        case threshold
        /// The period is heading beyond its quota.
        case projection
        /// A key is about to end.
        case expiry
    }

    /// What it is about.
    package let kind: Kind
    /// One sentence without a line end.
    package let text: String

    /// An alert.
    package init(kind: Kind, text: String) {
        self.kind = kind
        self.text = text
    }
}

extension LedgerFigures {
    /// What is to be said about `period`: its thresholds in their order, its projection, then keys by the time they end.
    ///
    /// - Parameter days: how long before its end a key is spoken of; only while the period runs.
    package func alerts(in period: BillingPeriod, expiringWithin days: Int) throws(LedgerError) -> [UsageAlert] {
        let figures = try figures(of: period)
        var alerts: [UsageAlert] = []
        guard let quota = figures.quota else { return try expiries(in: figures, within: days) }
        let of = "of \(ChartNumber.exact(quota)) CI tokens"
        for threshold in figures.thresholds {
            guard let day = threshold.reachedOn else { continue }
            alerts.append(
                UsageAlert(
                    kind: .threshold,
                    text: "\(figures.name): \(threshold.percent)% \(of) was reached on \(day); "
                        + "\(ChartNumber.exact(figures.used)) are used"))
        }
        if figures.used > quota {
            alerts.append(
                UsageAlert(
                    kind: .projection,
                    text: "\(figures.name): \(ChartNumber.exact(figures.used)) \(of) are used, "
                        + "\(ChartNumber.exact(figures.used - quota)) more than the quota"))
        } else if let projected = figures.projected, projected > quota {
            let day = figures.runsOutOn.map { ", which runs out on \($0)" } ?? ""
            alerts.append(
                UsageAlert(
                    kind: .projection,
                    text: "\(figures.name): \(ChartNumber.exact(projected)) \(of) are projected\(day)"))
        }
        return alerts + (try expiries(in: figures, within: days))
    }

    private func expiries(in figures: UsageFigures, within days: Int) throws(LedgerError) -> [UsageAlert] {
        guard figures.isRunning else { return [] }
        let limit = now.adding(seconds: days * 86_400)
        let ending = try keys().compactMap { key -> (end: Instant, name: String)? in
            guard key.state == .active, let end = key.key.expiresAt, end <= limit else { return nil }
            return (end, key.key.name)
        }
        return ending.sorted { ($0.end, $0.name) < ($1.end, $1.name) }.map { key in
            UsageAlert(kind: .expiry, text: "the key \"\(key.name)\" expires on \(text(key.end))")
        }
    }
}
