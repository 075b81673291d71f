internal import Text

/// What keeps usage events: the one thing that everything above the storage asks, so that another engine can take its
/// place.
package protocol UsageEngine: Sendable {
    /// Takes events in, each exactly once; on disk when it returns, all of them or, on an error, none. The rules are asked
    /// for when no other writer can come between: their time is that of the arrival.
    func ingest(
        _ events: [IncomingEvent], rules: @autoclosure () throws(LedgerError) -> IngestRules
    ) throws(LedgerError) -> IngestReport
    /// Takes in what `next` gives until it gives nothing; each delivery as `ingest(_:rules:)` does, and on the disk before
    /// `done` hears of it and the next one is begun. Each is held against the `rules` of about its time, which are asked
    /// for as there.
    func ingest(
        from next: () -> [IncomingEvent], rules: () throws(LedgerError) -> IngestRules, _ done: (IngestReport) -> Void
    ) throws(LedgerError)
    /// All usage by day, key, project and provider, without what was taken back and without what came twice.
    func cube(over days: DayTable) throws(LedgerError) -> UsageCube
    /// The first and the last UTC month that hold events, as the first instant of the one and the last of the other.
    func span() throws(LedgerError) -> ClosedRange<Instant>?
    /// The event of that name, taken back or not.
    func event(_ name: UsageEvent.Name) throws(LedgerError) -> UsageEvent?
    /// Calls `body` with each event that was ever kept, in the order of the files, or only with those of the UTC months
    /// that the range touches; what stands twice comes twice.
    func forEachEvent(in range: ClosedRange<Instant>?, _ body: (UsageEvent) -> Void) throws(LedgerError)
    /// Reads everything and says what it found; damage is in the answer and not thrown.
    func health() throws(LedgerError) -> UsageHealth
}

extension UsageEngine {
    /// One delivery after the other.
    package func ingest(
        from next: () -> [IncomingEvent], rules: () throws(LedgerError) -> IngestRules, _ done: (IngestReport) -> Void
    ) throws(LedgerError) {
        while true {
            let events = next()
            if events.isEmpty { return }
            done(try ingest(events, rules: try rules()))
        }
    }
}

/// One thing that somebody wants to be taken in: an event, or what could not be read as one.
package struct IncomingEvent: Sendable {
    /// What was read.
    package enum Content: Sendable {
        /// An event, not yet held against the rules.
        case event(UsageEvent)
        /// The text of something that is no event, with what is wrong with it.
        case unreadable(text: String, detail: String)
    }

    /// A line of a file that looks like an event.
    struct Line: Sendable {
        let file: SourceFile
        /// Without the line feed.
        let range: Range<Int>
        /// Its number in the file, from 1 on.
        let number: Int
    }

    /// Something that was read, or a line that is only read when somebody asks.
    private enum Form: Sendable {
        case content(Content, origin: String)
        case line(Line)
    }

    private let form: Form

    /// What was read.
    package var content: Content {
        switch form {
        case .content(let content, _): return content
        case .line(let line): return UsageImport.content(of: line)
        }
    }

    /// Where it stood, such as `events.csv:12`; empty for a command.
    package var origin: String {
        switch form {
        case .content(_, let origin): return origin
        case .line(let line): return "\(line.file.path):\(line.number)"
        }
    }

    /// The line that it is, when nobody has read it yet.
    var line: Line? {
        guard case .line(let line) = form else { return nil }
        return line
    }

    /// Something to take in.
    package init(_ content: Content, origin: String = "") {
        form = .content(content, origin: origin)
    }

    /// A line to take in.
    init(_ line: Line) {
        form = .line(line)
    }

    /// An event to take in.
    package init(_ event: UsageEvent, origin: String = "") {
        self.init(.event(event), origin: origin)
    }
}

/// What an event is held against when it is taken in.
package struct IngestRules: Sendable {
    /// The present.
    package var now: Instant
    /// The keys there are, by id and name; an event of another key is refused.
    package var keys: [String: String]
    /// Whether an event keeps the time of arrival it brings, as a restored backup should; else it arrives now.
    package var keepsRecorded: Bool
    /// Whether one refused event means that nothing is taken in.
    package var isAllOrNothing: Bool
    /// The bounds of the periods that are open, whose use is watched for thresholds of the quota. None where there is no quota.
    package var watched: [Range<Instant>] = []

    /// How far ahead of its arrival an event may lie, in seconds.
    package static let aheadLimit = 5 * 60
    /// How far behind its arrival an event may lie, in seconds.
    package static let behindLimit = 35 * 86_400

    /// Rules; `keys` maps what an event may call a key, its id or its name, to the id.
    package init(now: Instant, keys: [String: String], keepsRecorded: Bool = false, isAllOrNothing: Bool = false) {
        self.now = now
        self.keys = keys
        self.keepsRecorded = keepsRecorded
        self.isAllOrNothing = isAllOrNothing
    }
}

/// Why an event was refused, by the name that `quarantine.jsonl` has.
package enum QuarantineReason: String, Sendable, CaseIterable {
    /// It cannot be read as an event, or a field is out of range.
    case malformed
    /// No key has that id or name.
    case unknownKey = "unknown_key"
    /// It lies more than five minutes ahead.
    case tooEarly = "too_early"
    /// It lies more than 35 days back.
    case tooLate = "too_late"
    /// Its name is taken by an event that says something else.
    case conflict
}

/// What became of a delivery.
package struct IngestReport: Sendable {
    /// How many were new.
    package var accepted = 0
    /// How many were there already.
    package var duplicates = 0
    /// The refused ones, in the order of the delivery.
    package var quarantined: [Refusal] = []
    /// Whether anything was written: false for an all-or-nothing delivery with a refused event.
    package var isWritten = true

    /// Nothing yet.
    package init() {}

    /// One refused event.
    package struct Refusal: Sendable {
        /// Why.
        package let reason: QuarantineReason
        /// What exactly.
        package let detail: String
        /// Where it stood.
        package let origin: String
        /// Its name, when it has one.
        package let name: UsageEvent.Name?

        /// A refused event.
        package init(reason: QuarantineReason, detail: String, origin: String, name: UsageEvent.Name?) {
            self.reason = reason
            self.detail = detail
            self.origin = origin
            self.name = name
        }
    }

    /// How many were refused.
    package var refused: Int { quarantined.count }

    /// Adds what became of another delivery.
    package mutating func add(_ other: IngestReport) {
        accepted += other.accepted
        duplicates += other.duplicates
        quarantined.append(contentsOf: other.quarantined)
        isWritten = isWritten && other.isWritten
    }
}
