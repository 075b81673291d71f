package import Values

/// The settings of a store, from `workspace.json`.
package struct Workspace: Sendable {
    /// The name of the team.
    package let name: String
    /// The quota by date, ascending; empty is unlimited.
    package let quota: [QuotaLine]
    /// How periods are cut.
    package let period: PeriodRule
    /// Hours after the end of a period at which it closes.
    package let closeAfterHours: Int
    /// Per cent of the quota at which people want to hear of it, ascending.
    package let thresholds: [Int]
    /// The kinds that end, in the order of the file.
    package let sunsets: [SunsetRule]
    /// Days without use after which a key is stale; nil is never.
    package let staleAfterDays: Int?
    /// Days within which a deleted key can be restored.
    package let trashDays: Int
    /// The kinds of keys with the prefixes of their secrets.
    package let prefixes: [(kind: KeyKind, prefix: String)]

    /// The quota from a day on.
    package struct QuotaLine: Sendable, Hashable {
        /// The first day, in the zone of the workspace.
        package let from: CivilDate
        /// Tokens a period; nil is unlimited.
        package let tokens: Int?

        /// A line of the list.
        package init(from: CivilDate, tokens: Int?) {
            self.from = from
            self.tokens = tokens
        }
    }

    /// The zone in which its days begin.
    package var zone: TimeZoneRules { period.zone }

    /// The quota that holds on `day`: nil before the first line, and where it is unlimited.
    package func quota(on day: CivilDate) -> Int? {
        quota.last { $0.from <= day }?.tokens
    }

    /// The rule by which `kind` ends, if it does.
    package func sunset(of kind: KeyKind) -> SunsetRule? {
        sunsets.first { $0.kind == kind }
    }

    /// Whether keys of `kind` no longer activate at `now`.
    package func hasEnded(_ kind: KeyKind, at now: Instant) -> Bool {
        guard let end = sunset(of: kind)?.endsOn else { return false }
        return now >= firstInstant(of: end)
    }

    /// Whether no key of `kind` can be made any more at `now`.
    package func isClosedToNew(_ kind: KeyKind, at now: Instant) -> Bool {
        guard let rule = sunset(of: kind), let day = rule.noNewFrom ?? rule.endsOn else { return false }
        return now >= firstInstant(of: day)
    }

    /// The first instant of `day` in the zone of the workspace.
    package func firstInstant(of day: CivilDate) -> Instant {
        Instant(seconds: zone.firstInstant(ofDay: day))
    }

    /// The prefix of the secrets of `kind`; nil for a kind that this workspace does not know.
    package func prefix(of kind: KeyKind) -> String? {
        prefixes.first { $0.kind == kind }?.prefix
    }
}

/// How a kind of key ends. Days are those of the workspace's zone and begin with their first instant.
package struct SunsetRule: Sendable, Hashable {
    /// The kind that ends.
    package let kind: KeyKind
    /// The day on which it was said.
    package let announced: CivilDate?
    /// From this day on no key of the kind can be made, and a rotation yields its successor.
    package let noNewFrom: CivilDate?
    /// From this day on it no longer activates.
    package let endsOn: CivilDate?
    /// The kind that replaces it.
    package let successor: KeyKind?

    /// Where a kind stands on its way out.
    package enum Phase: String, Sendable, CaseIterable {
        /// Nothing has happened yet.
        case planned
        /// It was said.
        case announced
        /// No new keys.
        case closedToNew = "closed_to_new"
        /// Over.
        case ended
    }

    /// Where the kind stands on `day`.
    package func phase(on day: CivilDate) -> Phase {
        if let endsOn, day >= endsOn { return .ended }
        if let noNewFrom, day >= noNewFrom { return .closedToNew }
        if let announced, day >= announced { return .announced }
        return .planned
    }

    /// Days from `day` to the end, 0 from the end on; nil without an end.
    package func daysLeft(on day: CivilDate) -> Int? {
        endsOn.map { max(0, $0.days(since: day)) }
    }

    /// The last of the warnings (60, 30, 7 and 1 days ahead) that is due on `day`, as its number of days.
    package func warning(on day: CivilDate) -> Int? {
        guard let left = daysLeft(on: day), left > 0 else { return nil }
        return [1, 7, 30, 60].first { left <= $0 }
    }
}
