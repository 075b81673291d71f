internal import Text

/// What a delivery comes to, before anything is written.
///
/// A line in the store's own shape, which is what other stores and exports send by the million, passes as bytes; everything
/// else becomes a `UsageEvent`. Both ways write the same line.
struct DeliveryDraft {
    /// What is to be written.
    struct Outcome {
        var report = IngestReport()
        var refused: [QuarantineEntry] = []
        /// The lines by month, in the order in which the months came.
        var months: [(name: String, lines: ByteWriter)] = []
        /// The tokens that come to each of the watched periods; nil when something is taken back.
        var watchedTokens: [Int]? = []
        /// The names of what is to be written: the file of a place is the number of the month.
        fileprivate(set) var names = NameMap()
        /// Whether something is taken back.
        fileprivate(set) var hasCorrections = false
    }

    private(set) var outcome = Outcome()
    /// The delivery before, when it is being written while this one is drafted: the logs do not have it yet.
    private let pending: Outcome?

    private let rules: IngestRules
    private let known: KnownUsage
    /// The months that take nothing any more.
    private let sealed: Set<String>
    /// The day of the last event, and its month: deliveries are mostly in the order of time.
    private var last: (day: Int, month: Int) = (.min, 0)
    private var scanner = OwnLineScanner()
    /// The ids of keys that were met.
    private var keys = TextTable()
    /// `,"recorded":"…"` of what arrives now.
    private let recordedNow: [UInt8]

    init(rules: IngestRules, known: KnownUsage, sealed: Set<String>, behind pending: Outcome? = nil) {
        self.pending = pending
        self.rules = rules
        self.known = known
        self.sealed = sealed
        outcome.watchedTokens = [Int](repeating: 0, count: rules.watched.count)
        var writer = ByteWriter(capacity: 48)
        writer.write(literal: ",\"recorded\":\"")
        rules.now.write(into: &writer)
        writer.write(byte: 0x22)
        recordedNow = writer.bytes
    }

    /// Decides about one thing of the delivery.
    mutating func take(_ incoming: IncomingEvent) throws(LedgerError) {
        if let line = incoming.line, try take(line) { return }
        try decide(incoming)
    }

    // MARK: As bytes

    /// Takes a line as it stands; false when it must go the long way.
    private mutating func take(_ line: IncomingEvent.Line) throws(LedgerError) -> Bool {
        var isTaken = false
        var failure: LedgerError?
        line.file.bytes.withUnsafeBytes { bytes in
            do throws(LedgerError) {
                isTaken = try take(bytes, line.range)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return isTaken
    }

    private mutating func take(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) throws(LedgerError) -> Bool {
        var fields = EventFields()
        guard scanner.read(bytes, at: range.lowerBound, into: &fields) == range.upperBound + 1,
            Self.isPlain(UnsafeRawBufferPointer(rebasing: bytes[range])), Self.isShort(fields), isKey(fields.key)
        else { return false }
        let arrival = rules.keepsRecorded ? fields.recorded ?? rules.now : rules.now
        let age = arrival.seconds - fields.time.seconds
        guard age <= IngestRules.behindLimit, -age <= IngestRules.aheadLimit else { return false }
        if !sealed.isEmpty, fields.time.seconds / 86_400 != last.day, sealed.contains(fields.time.monthName) {
            return false
        }
        let hash = fields.nameHash
        // What came before is compared as a whole.
        guard outcome.place(hash, fields) == nil, pending?.place(hash, fields) == nil,
            try known.place(hash, fields) == nil
        else { return false }
        func part(_ range: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[range]) }
        let month: Int
        let start: Int
        if rules.keepsRecorded, fields.recorded != nil {
            month = self.month(of: fields.time)
            start = outcome.months[month].lines.count
            outcome.months[month].lines.bytes.append(contentsOf: part(range))
            outcome.months[month].lines.write(byte: 0x0A)
        } else {
            guard let base = bytes.baseAddress, let source = fields.source.baseAddress, let key = fields.key.baseAddress
            else { return false }
            // `","time":"` and twenty characters with the quote behind them; `,"key":"` before the key.
            let timeEnd = source - base + fields.source.count + 10 + 21
            let rest = key - base - 8
            guard range.lowerBound < timeEnd, timeEnd <= rest, rest < range.upperBound - EventScanner.checksumTail
            else {
                return false
            }
            month = self.month(of: fields.time)
            start = outcome.months[month].lines.count
            outcome.months[month].lines.bytes.append(contentsOf: part(range.lowerBound..<timeEnd))
            outcome.months[month].lines.bytes.append(contentsOf: recordedNow)
            outcome.months[month].lines.bytes.append(
                contentsOf: part(rest..<(range.upperBound - EventScanner.checksumTail)))
            LineChecksum.close(lineFrom: start, in: &outcome.months[month].lines)
        }
        accept(hash, fields.time, tokens: fields.tokens, month, start)
        return true
    }

    /// Whether a line holds ASCII only, so that no text in it can be other than it looks.
    private static func isPlain(_ line: UnsafeRawBufferPointer) -> Bool {
        let (highs, ones): (UInt64, UInt64) = (0x8080_8080_8080_8080, 0x0101_0101_0101_0101)
        var found: UInt64 = 0
        var at = 0
        while at + 8 <= line.count {
            let word = line.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            // The second is set for 0x7F, the control character that stands behind the letters. No byte carries into the
            // next one.
            found |= word | ((word & ~highs) &+ ones)
            at += 8
        }
        while at < line.count {
            if line[at] >= 0x7F { return false }
            at += 1
        }
        return found & highs == 0
    }

    /// Whether no text is long enough to hold a secret, and none is there without saying something.
    private static func isShort(_ fields: EventFields) -> Bool {
        let limit = KeySecret.randomCount + KeySecret.checkCount
        for text in [fields.project, fields.provider] where text.isEmpty && text.baseAddress != nil { return false }
        return fields.id.count <= limit && fields.source.count <= limit && fields.key.count <= limit
            && fields.project.count <= limit && fields.provider.count <= limit
    }

    /// Whether a text is the id of a key; a name must be replaced by one.
    private mutating func isKey(_ text: UnsafeRawBufferPointer) -> Bool {
        if keys.contains(text) { return true }
        let name = String(decoding: text, as: UTF8.self)
        guard rules.keys[name] == name else { return false }
        _ = keys.index(of: text)
        return true
    }

    // MARK: As events

    private mutating func decide(_ incoming: IncomingEvent) throws(LedgerError) {
        var event: UsageEvent
        switch incoming.content {
        case .event(let found): event = found
        case .unreadable(let text, let detail): return refuse(incoming, .malformed, detail, event: nil, text: text)
        }
        if let problem = EventDecoder.problem(event) {
            return refuse(incoming, .malformed, problem.message, event: event)
        }
        if event.voids == nil, let id = rules.keys[event.key], id != event.key { event = event.withKey(id) }
        if let earlier = try earlier(event) {
            if earlier.hasSamePayload(as: event) {
                outcome.report.duplicates += 1
            } else {
                refuse(incoming, .conflict, "the name is taken by an event that says something else", event: event)
            }
            return
        }
        let recorded = rules.keepsRecorded ? event.recorded ?? rules.now : rules.now
        let age = recorded.seconds - event.time.seconds
        if -age > IngestRules.aheadLimit {
            return refuse(incoming, .tooEarly, "the event lies \(-age) seconds ahead", event: event)
        }
        if age > IngestRules.behindLimit {
            return refuse(incoming, .tooLate, "the event lies \(age / 86_400) days back", event: event)
        }
        if event.masked() != event {
            return refuse(
                incoming, .malformed, "the event holds a secret where the id of a key or a name belongs", event: event)
        }
        if event.voids == nil, rules.keys[event.key] == nil {
            return refuse(incoming, .unknownKey, "there is no key \"\(event.key)\"", event: event)
        }
        if !sealed.isEmpty, sealed.contains(event.time.monthName) {
            return refuse(incoming, .tooLate, "the month \(event.time.monthName) is sealed", event: event)
        }
        event.recorded = recorded
        let month = month(of: event.time)
        let start = outcome.months[month].lines.count
        event.write(into: &outcome.months[month].lines)
        let tokens = event.voids == nil ? event.tokens : nil
        accept(event.withFields { $0.nameHash }, event.time, tokens: tokens, month, start)
    }

    /// The event of the same name that stands in the store, or that this delivery or the one before brought.
    private func earlier(_ event: UsageEvent) throws(LedgerError) -> UsageEvent? {
        if let earlier = outcome.event(named: event) ?? pending?.event(named: event) { return earlier }
        return try known.event(event.name)
    }

    private mutating func refuse(
        _ incoming: IncomingEvent, _ reason: QuarantineReason, _ detail: String, event: UsageEvent?, text: String? = nil
    ) {
        // A secret in the place of a key's id is the likeliest mistake of a sender; it must not be kept or printed.
        let detail = KeySecret.masked(detail)
        let text = text.map(KeySecret.masked)
        let event = event?.masked()
        outcome.report.quarantined.append(
            IngestReport.Refusal(reason: reason, detail: detail, origin: incoming.origin, name: event?.name))
        outcome.refused.append(
            QuarantineEntry(
                reason: reason.rawValue, detail: detail, event: event, text: text, origin: incoming.origin,
                recorded: rules.now))
    }

    // MARK: Both

    /// Notes what was written; `tokens` nil for a correction.
    private mutating func accept(_ hash: UInt64, _ time: Instant, tokens: Int?, _ month: Int, _ start: Int) {
        if let tokens {
            if let period = rules.watched.firstIndex(where: { $0.contains(time) }) {
                outcome.watchedTokens?[period] += tokens
            }
        } else {
            outcome.watchedTokens = nil
            outcome.hasCorrections = true
        }
        outcome.names.insert(hash, EventPlace(file: month, offset: start))
        outcome.report.accepted += 1
    }

    /// The number of the month that a time lies in.
    private mutating func month(of time: Instant) -> Int {
        let day = time.seconds / 86_400
        if day == last.day { return last.month }
        let name = time.monthName
        let number = outcome.months.firstIndex { $0.name == name } ?? outcome.months.count
        if number == outcome.months.count { outcome.months.append((name, ByteWriter())) }
        last = (day, number)
        return number
    }
}

extension DeliveryDraft.Outcome {
    /// Where it has an event of that name.
    fileprivate func place(_ hash: UInt64, _ fields: EventFields) -> EventPlace? {
        names.find(hash) { place in
            months[place.file].lines.bytes.withUnsafeBytes { bytes in
                UsageLog.withFields(in: bytes, at: place.offset) { $0.hasName(of: fields) } ?? false
            }
        }
    }

    /// The event of the same name that it has.
    fileprivate func event(named event: UsageEvent) -> UsageEvent? {
        guard let place = event.withFields({ place($0.nameHash, $0) }) else { return nil }
        return months[place.file].lines.bytes.withUnsafeBytes { UsageLog.event(in: $0, at: place.offset) }
    }
}

extension UsageEvent {
    /// The same event without the secrets that its fields may hold.
    fileprivate func masked() -> UsageEvent {
        let longest = max(
            id.utf8.count, source.utf8.count, key.utf8.count, project?.utf8.count ?? 0, provider?.utf8.count ?? 0,
            unknown.utf8.count)
        guard longest > KeySecret.randomCount + KeySecret.checkCount else { return self }
        return UsageEvent(
            id: KeySecret.masked(id), source: KeySecret.masked(source), time: time, recorded: recorded,
            key: KeySecret.masked(key), tokens: tokens, project: project.map(KeySecret.masked),
            provider: provider.map(KeySecret.masked), voids: voids, unknown: KeySecret.masked(unknown))
    }

    /// The same event of another key.
    func withKey(_ key: String) -> UsageEvent {
        UsageEvent(
            id: id, source: source, time: time, recorded: recorded, key: key, tokens: tokens, project: project,
            provider: provider, voids: voids, unknown: unknown)
    }
}
