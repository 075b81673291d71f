internal import KeyLedger

/// One key of the demonstration: who uses it, how much, and what happens to it. Days count back from the end.
struct DemonstrationKey {
    let name: String
    let project: String
    let provider: String
    /// Its part of the use of a working day.
    let weight: Int
    var kind = KeyKind.ciKey
    /// Made that many days before the end; nil for before the first month.
    var madeDaysAgo: Int?
    /// Whether it runs at night, on every day of the week.
    var isNightly = false
    var tags: [(name: String, value: String)] = []
    var fate = Fate.kept

    /// What happens to it.
    enum Fate {
        case kept
        case rotated(daysAgo: Int, overlapDays: Int)
        case migrated(daysAgo: Int)
        case deleted(daysAgo: Int)
        case disabled(daysAgo: Int)
        case expired(daysAgo: Int)
        /// Nobody uses it any more.
        case forgotten(daysAgo: Int)
        case renamed(daysAgo: Int, to: String)
    }

    /// The day, counted back from the end, after which it is used no more; nil when it is used to the end.
    var lastUseDaysAgo: Int? {
        switch fate {
        case .kept, .rotated, .renamed: return nil
        // The pipelines move over within some days.
        case .migrated(let days): return days - 9
        case .deleted(let days), .disabled(let days), .expired(let days), .forgotten(let days): return days
        }
    }

    /// The keys of Acme.
    static let all: [DemonstrationKey] = [
        DemonstrationKey(
            name: "payments nightly", project: "payments", provider: "github-actions", weight: 8, isNightly: true,
            tags: [("team", "payments")]),
        DemonstrationKey(
            name: "payments pull requests", project: "payments", provider: "github-actions", weight: 17,
            tags: [("team", "payments")], fate: .migrated(daysAgo: 40)),
        DemonstrationKey(
            name: "checkout integration", project: "checkout", provider: "github-actions", weight: 11,
            tags: [("team", "checkout")], fate: .rotated(daysAgo: 20, overlapDays: 7)),
        DemonstrationKey(name: "checkout end-to-end", project: "checkout", provider: "gitlab", weight: 9),
        DemonstrationKey(name: "search indexing", project: "search", provider: "gitlab", weight: 7),
        DemonstrationKey(
            name: "search relevance nightly", project: "search", provider: "gitlab", weight: 4, isNightly: true),
        DemonstrationKey(name: "mobile android", project: "mobile", provider: "circleci", weight: 9),
        DemonstrationKey(name: "mobile ios", project: "mobile", provider: "circleci", weight: 8),
        DemonstrationKey(
            name: "mob-nightly", project: "mobile", provider: "circleci", weight: 3, isNightly: true,
            fate: .renamed(daysAgo: 200, to: "mobile nightly")),
        DemonstrationKey(
            name: "web storefront", project: "web", provider: "github-actions", weight: 14, tags: [("team", "web")]),
        DemonstrationKey(name: "web accessibility", project: "web", provider: "github-actions", weight: 3),
        DemonstrationKey(
            name: "data pipeline", project: "data", provider: "jenkins", weight: 6,
            fate: .rotated(daysAgo: 150, overlapDays: 14)),
        DemonstrationKey(
            name: "data warehouse nightly", project: "data", provider: "jenkins", weight: 4, isNightly: true),
        DemonstrationKey(name: "infrastructure terraform", project: "infrastructure", provider: "gitlab", weight: 5),
        DemonstrationKey(
            name: "infrastructure drift", project: "infrastructure", provider: "gitlab", weight: 2, isNightly: true),
        DemonstrationKey(name: "platform load test", project: "platform", provider: "jenkins", weight: 3),
        DemonstrationKey(name: "platform sdk", project: "platform", provider: "github-actions", weight: 6),
        DemonstrationKey(name: "identity login", project: "identity", provider: "github-actions", weight: 5),
        DemonstrationKey(
            name: "identity audit export", project: "identity", provider: "jenkins", weight: 2,
            fate: .disabled(daysAgo: 30)),
        DemonstrationKey(
            name: "billing invoices", project: "billing", provider: "circleci", weight: 4, fate: .deleted(daysAgo: 12)),
        DemonstrationKey(
            name: "hackathon", project: "labs", provider: "github-actions", weight: 3, fate: .deleted(daysAgo: 290)),
        DemonstrationKey(
            name: "legacy monolith", project: "monolith", provider: "jenkins", weight: 3,
            fate: .forgotten(daysAgo: 125)),
        DemonstrationKey(
            name: "partner sandbox", project: "partners", provider: "circleci", weight: 2, fate: .expired(daysAgo: 18)),
        DemonstrationKey(
            name: "docs preview", project: "docs", provider: "github-actions", weight: 3, kind: .ciAuthToken,
            madeDaysAgo: 95),
        DemonstrationKey(
            name: "release smoke", project: "platform", provider: "gitlab", weight: 3, kind: .ciAuthToken,
            madeDaysAgo: 50),
    ]
}
