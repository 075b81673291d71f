package import Values

/// One period in figures: what the usage page, a report and `usage summary` show.
package struct UsageSummary: Sendable {
    /// The period.
    package let period: BillingPeriod
    /// What was asked for.
    package let filter: UsageFilter
    /// The moment it was made at.
    package let now: Instant
    /// Whether the figures are final.
    package let isClosed: Bool
    /// The revision of the closed report the figures come from; nil when they come from the events.
    package let revision: Int?
    /// The digest of the lines that a closed report came from.
    package let digest: String?
    /// The tokens of the quota that holds now, or held on the last day; nil is unlimited.
    package let quota: Int?
    /// The quota on each day on which it changed within the period, the first day first.
    package let quotaSteps: [Workspace.QuotaLine]
    /// The tokens used.
    package let used: Int
    /// The starts counted.
    package let events: Int
    /// The tokens left, not below 0; nil when unlimited.
    package let left: Int?
    /// What will have been used at the end; the use itself when the period is over, nil when nothing can be said.
    package let projection: UsageForecast?
    /// The first day on which the quota is, or will be, used up.
    package let runsOutOn: CivilDate?
    /// The time of the latest event in the store.
    package let dataTo: Instant?
    /// Each day of the period, in order, those to come too.
    package let days: [Day]
    /// The keys with use in the period, the most first; with no use, no entry.
    package let keys: [KeyShare]
    /// The projects, the most first; use without a project has an empty name.
    package let projects: [NamedShare]
    /// The providers, the most first; use without a provider has an empty name.
    package let providers: [NamedShare]
    /// The period before, nil where the data begin.
    package let previous: Previous?
    /// The thresholds of the quota with the days on which they were reached.
    package let thresholds: [Threshold]
    /// What came for earlier periods after they had closed and is listed here; no figure above includes it.
    package let adjustments: [Adjustment]

    /// One day.
    package struct Day: Sendable, Hashable {
        /// The day.
        package let date: CivilDate
        /// The tokens used.
        package let tokens: Int
        /// The tokens by key, in the order of `keys`; keys without use that day are left out.
        package let keys: [KeyTokens]
        /// Whether it lies behind, runs, or is to come.
        package let phase: Phase

        /// Where a day stands.
        package enum Phase: String, Sendable, Hashable {
            /// It is over.
            case past
            /// It runs: its figure will grow.
            case running
            /// It has not begun: its figure is not a zero.
            case future
        }

        /// A key with tokens.
        package struct KeyTokens: Sendable, Hashable {
            /// The id of the key.
            package let key: String
            /// The tokens.
            package let tokens: Int
        }
    }

    /// A key with its part.
    package struct KeyShare: Sendable {
        /// The id.
        package let id: String
        /// The name, or the id where `keys.json` has no such key.
        package let name: String
        /// What it is now; deleted where `keys.json` has no such key.
        package let state: KeyState
        /// The tokens.
        package let tokens: Int
        /// The part of all, 0 to 1.
        package let share: Double
    }

    /// A project or a provider with its part.
    package struct NamedShare: Sendable, Hashable {
        /// The name; empty for use without one.
        package let name: String
        /// The tokens.
        package let tokens: Int
        /// The part of all, 0 to 1.
        package let share: Double
    }

    /// The period before, for comparison.
    package struct Previous: Sendable {
        /// The period.
        package let period: BillingPeriod
        /// The tokens of all of it.
        package let used: Int
        /// The tokens up to the same number of days as have begun in this period.
        package let usedToSameDay: Int
        /// The tokens of each of its days, in order.
        package let days: [Int]
    }

    /// A threshold of the quota.
    package struct Threshold: Sendable, Hashable {
        /// Per cent of the quota.
        package let percent: Int
        /// The tokens at which it is reached.
        package let tokens: Int
        /// The day on which it was reached; nil until then.
        package let reachedOn: CivilDate?
    }

    /// What came late for a period that had closed.
    package struct Adjustment: Sendable, Hashable {
        /// The name of the period it belongs to.
        package let period: String
        /// The id of the key.
        package let key: String
        /// The tokens; negative when they were taken back.
        package let tokens: Int
        /// The starts; negative when they were taken back.
        package let events: Int
    }

    /// The tokens that will have been used at the end, nil when nothing can be said.
    package var projected: Int? { projection?.tokens }

    /// Per cent of the quota, rounded down so that 100 is never said too early; nil when unlimited.
    package var percent: Int? {
        guard let quota else { return nil }
        if quota <= 0 { return used > 0 ? 100 : 0 }
        let (hundredfold, overflow) = used.multipliedReportingOverflow(by: 100)
        return overflow ? .max : hundredfold / quota
    }
}
