internal import Files
internal import Glibc
internal import Synchronization
internal import Text
internal import Values

/// How events come in: a delivery is drafted, then written; of a long import the next one is drafted while the last one
/// waits for the disk.
extension LineUsageEngine {
    func ingest(
        _ events: [IncomingEvent], rules: @autoclosure () throws(LedgerError) -> IngestRules
    ) throws(LedgerError) -> IngestReport {
        try store.locked { () throws(LedgerError) in
            try Ledger.recover(store)
            let rules = try rules()
            var turn = Turn(hasMore: false, sealed: try sealedMonths())
            var outcome = try draft(events, rules, turn)
            if rules.isAllOrNothing, !outcome.report.quarantined.isEmpty {
                outcome.report.isWritten = false
                outcome.report.accepted = 0
                return outcome.report
            }
            _ = close(&outcome)
            _ = try write(outcome, &turn, watched: rules.watched)
            return outcome.report
        }
    }

    /// How long the lock is kept for deliveries that follow each other, and how long it is then left to others, who look
    /// for it every five milliseconds.
    private static let turnLength = Duration.milliseconds(300)
    private static let pause: UInt32 = 6_000

    func ingest(
        from next: () -> [IncomingEvent], rules: () throws(LedgerError) -> IngestRules, _ done: (IngestReport) -> Void
    ) throws(LedgerError) {
        var events = next()
        let thread = ServingThread()
        defer { thread?.end() }
        while !events.isEmpty {
            try store.locked { () throws(LedgerError) in
                try Ledger.recover(store)
                let rules = try rules()
                let end = ContinuousClock.now + Self.turnLength
                var turn = Turn(hasMore: true, sealed: try sealedMonths())
                do throws(LedgerError) {
                    var running: Writing?
                    repeat {
                        var drafted = running.flatMap { draft(events, rules, turn, behind: $0) }
                        if let last = running {
                            try settle(last, &turn)
                            done(last.outcome.report)
                        }
                        // Drafted too early when somebody who takes no lock has written since.
                        if let ends = turn.ends, try !isUpTo(ends, turn.sealed) { turn.ends = nil }
                        if turn.ends == nil { drafted = nil }
                        var outcome = DeliveryDraft.Outcome()
                        if let drafted { outcome = drafted } else { outcome = try draft(events, rules, turn) }
                        let isPlain = !close(&outcome) && !outcome.hasCorrections
                        let writing = Writing(outcome, isPlain: isPlain, turn)
                        writing.start(self, on: thread, watched: rules.watched)
                        running = writing
                        events = next()
                    } while !events.isEmpty && ContinuousClock.now < end
                    if let running {
                        try settle(running, &turn)
                        done(running.outcome.report)
                    }
                } catch {
                    // What was there before this delivery stays.
                    if turn.hasJournal { _ = try? IngestJournal.end(in: store) }
                    throw error
                }
                if turn.hasJournal { try IngestJournal.end(in: store) }
            }
            if !events.isEmpty { usleep(Self.pause) }
        }
    }

    /// What a writer does while it has the lock.
    struct Turn {
        /// Whether another delivery may follow.
        let hasMore: Bool
        /// The months that are sealed: sealing takes the lock.
        let sealed: Set<String>
        /// Whether there is the journal of a delivery that is complete.
        var hasJournal = false
        /// Where the logs end after the last delivery, when this writer knows it.
        var ends: [KnownUsage.End]?
        /// What was acknowledged, once somebody asked: only who has the lock writes it.
        var acknowledged: AcknowledgedSizes?
    }

    /// A delivery on its way to the disk, on another thread.
    private final class Writing: Sendable {
        /// What it came to.
        typealias Result = (turn: Turn, journal: IngestJournal?, failure: LedgerError?)

        let outcome: DeliveryDraft.Outcome
        /// Whether what it adds to the logs is known without reading it again.
        let isPlain: Bool
        private let result: Mutex<Result>
        private let thread = Mutex<ServingThread?>(nil)

        init(_ outcome: DeliveryDraft.Outcome, isPlain: Bool, _ turn: Turn) {
            self.outcome = outcome
            self.isPlain = isPlain
            result = Mutex((turn, nil, nil))
        }

        /// Begins to write; where there can be no thread, it is done when this returns.
        func start(_ engine: LineUsageEngine, on serving: ServingThread?, watched: [Range<Instant>]) {
            let write: @Sendable () -> Void = { [self] in
                result.withLock { result in
                    do throws(LedgerError) {
                        result.journal = try engine.write(outcome, &result.turn, watched: watched)
                    } catch {
                        result.failure = error
                    }
                }
            }
            guard let serving else { return write() }
            thread.withLock { $0 = serving }
            serving.start(write)
        }

        /// What it came to, when it is there.
        func wait() -> Result {
            thread.withLock { thread in
                thread?.wait()
                thread = nil
            }
            return result.withLock { $0 }
        }
    }

    /// Waits until a delivery is on the disk, and takes in what is known by it.
    private func settle(_ writing: Writing, _ turn: inout Turn) throws(LedgerError) {
        let result = writing.wait()
        turn.hasJournal = result.turn.hasJournal
        turn.acknowledged = result.turn.acknowledged
        turn.ends = nil
        if let failure = result.failure { throw failure }
        if writing.outcome.months.isEmpty {
            turn.ends = known.withLock { $0.ends }
        } else if writing.isPlain, let journal = result.journal {
            // The delivery is there: what fails here only means that the logs are read.
            turn.ends = (try? learn(writing.outcome, journal)) ?? nil
        }
    }

    /// What a delivery comes to, by the logs as they are; they are read unless this writer knows where they end.
    private func draft(
        _ events: [IncomingEvent], _ rules: IngestRules, _ turn: Turn
    ) throws(LedgerError) -> DeliveryDraft.Outcome {
        try withKnown(nil, unlessReadTo: turn.ends) { known throws(LedgerError) in
            var draft = DeliveryDraft(rules: rules, known: known, sealed: turn.sealed)
            for event in events { try draft.take(event) }
            return draft.outcome
        }
    }

    /// The same while the delivery before is being written; nil when that has to be there first.
    private func draft(
        _ events: [IncomingEvent], _ rules: IngestRules, _ turn: Turn, behind writing: Writing
    ) -> DeliveryDraft.Outcome? {
        guard writing.isPlain else { return nil }
        return known.withLock { known in
            do throws(LedgerError) {
                var draft = DeliveryDraft(rules: rules, known: known, sealed: turn.sealed, behind: writing.outcome)
                for event in events { try draft.take(event) }
                return draft.outcome
            } catch {
                // Whatever it is, it is said when the draft is made again.
                return nil
            }
        }
    }

    /// Begins a line anew where somebody else left the last one of a month complete but without its line feed; answers
    /// whether there was one.
    private func close(_ outcome: inout DeliveryDraft.Outcome) -> Bool {
        let open = known.withLock { known in outcome.months.map { known.lacksLineFeed($0.name) } }
        for index in open.indices where open[index] { outcome.months[index].lines.bytes.insert(0x0A, at: 0) }
        return open.contains(true)
    }

    private func sealedMonths() throws(LedgerError) -> Set<String> {
        let names = try store.wrap { () throws(FileError) in try store.files.list(store.usage) }
        return Set(names.compactMap(Self.sealedMonth(ofFile:)))
    }

    /// Whether the logs still end where this writer left them: somebody may cut one who takes no lock.
    private func isUpTo(_ ends: [KnownUsage.End], _ sealed: Set<String>) throws(LedgerError) -> Bool {
        for log in ends where !sealed.contains(log.month) {
            let size = try store.wrap { () throws(FileError) in try store.files.size(of: store.usageFile(log.month)) }
            if size != log.end { return false }
        }
        return true
    }

    /// Takes the names of a delivery that was written into what is known, without reading its lines again; answers where
    /// the logs end now, nil when they must be looked at.
    private func learn(
        _ outcome: DeliveryDraft.Outcome, _ journal: IngestJournal
    ) throws(LedgerError) -> [KnownUsage.End]? {
        var parts: [KnownUsage.Appended] = []
        for month in outcome.months {
            let path = store.usageFile(month.name)
            guard let before = journal.size(of: month.name) else { return nil }
            let end = before + month.lines.count
            let file = try store.wrap { () throws(FileError) in try store.files.facts(of: path) }
            // Somebody who takes no lock may have written, too.
            if let file, file.size != end { return nil }
            let facts = KnownUsage.LogFacts(month: month.name, size: end, file: file)
            parts.append(KnownUsage.Appended(facts: facts, log: try log(facts), before: before))
        }
        return known.withLock { $0.learn(parts, outcome.names) ? $0.ends : nil }
    }

    /// Writes a delivery. One line is its own commit point; several have a journal, which says when they are there and
    /// is the answer.
    fileprivate func write(
        _ outcome: DeliveryDraft.Outcome, _ turn: inout Turn, watched: [Range<Instant>]
    ) throws(LedgerError) -> IngestJournal? {
        let refused = try quarantine.withLock { quarantine throws(LedgerError) in
            try quarantine.fresh(outcome.refused, in: store)
        }
        guard !outcome.months.isEmpty || !refused.isEmpty else { return nil }
        var appends = outcome.months.sorted { $0.name < $1.name }.map {
            (path: store.usageFile($0.name), bytes: $0.lines.bytes)
        }
        if !refused.isEmpty { appends.append((store.quarantine, refused)) }
        if !outcome.months.isEmpty {
            try store.wrap { () throws(FileError) in
                if try store.files.size(of: store.usage) == nil {
                    try store.files.makeFolder(store.usage)
                    try store.files.syncFolder(store.root)
                }
            }
        }
        if outcome.report.accepted <= 1, appends.count == 1 {
            try store.append(appends[0].bytes, to: appends[0].path)
            note(appends, outcome, &turn, watched)
            return nil
        }
        let journal = try IngestJournal(appends, in: store)
        try journal.begin(in: store, isNext: turn.hasJournal)
        turn.hasJournal = true
        do throws(LedgerError) {
            for (path, bytes) in appends { try store.append(bytes, to: path) }
            if !turn.hasMore { try IngestJournal.end(in: store) }
            note(appends, outcome, &turn, watched)
            return journal
        } catch {
            // As it was; what cannot be undone now, the next writer undoes.
            turn.hasJournal = false
            _ = try? journal.undo(in: store)
            throw error
        }
    }

    private func note(
        _ appends: [(path: String, bytes: [UInt8])], _ outcome: DeliveryDraft.Outcome, _ turn: inout Turn,
        _ watched: [Range<Instant>]
    ) {
        var sizes = turn.acknowledged ?? AcknowledgedSizes.load(store)
        let tallies = outcome.watchedTokens.map { tokens in
            zip(watched, tokens).map { AcknowledgedSizes.Tally(start: $0.lowerBound, used: $1) }
        }
        sizes.note(appends, adding: tallies, in: store)
        turn.acknowledged = sizes
    }
}
