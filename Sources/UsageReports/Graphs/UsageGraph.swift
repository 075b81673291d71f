/// The graphs by the names that templates and shortcodes call them.
package enum UsageGraph: String, Sendable, CaseIterable {
    /// Tokens a day, stacked by key.
    case daily
    /// The running sum against the quota.
    case cumulative
    /// Bars of a word's size.
    case sparkline
    /// Shares by key.
    case keys
    /// Shares by project.
    case projects
    /// Shares by provider.
    case providers
    /// The periods of a year against their quotas.
    case year
    /// Every day as a square.
    case calendar
}
