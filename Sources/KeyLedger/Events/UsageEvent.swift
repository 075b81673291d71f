/// One start of an instance in CI, or the correction of one.
package struct UsageEvent: Sendable, Hashable {
    /// The name of the event within its source.
    package let id: String
    /// Who sent it; `source` and `id` together name the event for ever.
    package let source: String
    /// When it happened: it decides the period.
    package let time: Instant
    /// When the ledger heard of it: it decides whether that was late. Nil in lines from elsewhere.
    package var recorded: Instant?
    /// The id of the key that was used; empty in a correction.
    package let key: String
    /// What it costs, 0 to 1,000,000,000; 0 in a correction.
    package let tokens: Int
    /// The project it was for.
    package let project: String?
    /// Where it ran, such as `github-actions`.
    package let provider: String?
    /// The event that this one takes back; nil for a start.
    package let voids: Name?
    /// The members that this program does not know: JSON as it stood, without braces, such as `"runner":"x","attempt":2`.
    package let unknown: String

    /// What names an event.
    package struct Name: Sendable, Hashable {
        /// Who sent it.
        package let source: String
        /// Its name there.
        package let id: String

        /// A name.
        package init(source: String, id: String) {
            self.source = source
            self.id = id
        }
    }

    /// An event; what is out of range is found when it is taken in.
    package init(
        id: String, source: String, time: Instant, recorded: Instant? = nil, key: String, tokens: Int = 1,
        project: String? = nil, provider: String? = nil, voids: Name? = nil, unknown: String = ""
    ) {
        self.id = id
        self.source = source
        self.time = time
        self.recorded = recorded
        self.key = key
        self.tokens = tokens
        self.project = project
        self.provider = provider
        self.voids = voids
        self.unknown = unknown
    }

    /// What names it.
    package var name: Name { Name(source: source, id: id) }

    /// The most tokens that one event can cost.
    package static let tokenLimit = 1_000_000_000
    /// The longest text of a field, in bytes.
    package static let textLimit = 1024

    /// Whether `other` says the same: everything but the time of its arrival.
    package func hasSamePayload(as other: UsageEvent) -> Bool {
        var left = self
        var right = other
        left.recorded = nil
        right.recorded = nil
        return left == right
    }
}
