internal import Synchronization
internal import Text
internal import Values

/// One line of `quarantine.jsonl`: something that was refused when it came, secrets in it masked.
package struct QuarantinedEvent: Sendable {
    /// Why: the name of a `QuarantineReason`, or `torn` for what a crash left of a line.
    package let reason: String
    /// What exactly.
    package let detail: String
    /// Where it stood, such as `events.csv:12`; empty for a command.
    package let origin: String
    /// When it came.
    package let recorded: Instant?
    /// The event, as far as it could be read as one. Its key is what the sender called it.
    package let event: UsageEvent?
    /// What could not be read as an event.
    package let text: String?
}

extension Ledger {
    /// Everything that was refused, in the order in which it came. A torn last line is left out: the next writer cuts it.
    ///
    /// - Throws: status 3 with file and line where a line is damaged.
    package func quarantine() throws(LedgerError) -> [QuarantinedEvent] {
        guard let bytes = try store.read(store.quarantine) else { return [] }
        var refused: [QuarantinedEvent] = []
        var at = 0
        while at < bytes.count {
            guard let end = bytes[at...].firstIndex(of: 0x0A) else { break }
            if end > at {
                guard let entry = Self.refusal(Array(bytes[at..<end])) else {
                    throw .store(
                        "damaged-line", "this line is damaged", path: store.quarantine,
                        at: SourceRange(SourceFile(path: store.quarantine, bytes: bytes), at: at),
                        suggestion: Self.quarantineWayOut)
                }
                refused.append(entry)
            }
            at = end + 1
        }
        return refused
    }

    /// The refused uses of a period that were not taken in since, each with the id of its key where there is one.
    ///
    /// What is no event has no day and no key, and a correction uses nothing; neither is among them.
    package func rejectedUses(in period: BillingPeriod) throws(LedgerError) -> [UsageEvent] {
        let ids = state.withLock { state in
            Dictionary(
                state.keyFile.keys.filter { !$0.isDeleted }.map { ($0.name, $0.id) },
                uniquingKeysWith: { _, last in last })
        }
        var uses: [UsageEvent] = []
        for entry in try quarantine() {
            guard let event = entry.event, event.voids == nil, period.contains(event.time) else { continue }
            let known = ids[event.key].map { event.withKey($0) } ?? event
            // A key may have been made after its first events came, and the events sent again.
            if let taken = try engine.event(event.name), taken.hasSamePayload(as: known) { continue }
            uses.append(known)
        }
        return uses
    }

    /// Whether a line of the quarantine is sound.
    static func isRefusal(_ line: ArraySlice<UInt8>) -> Bool { refusal(Array(line)) != nil }

    private static func refusal(_ line: [UInt8]) -> QuarantinedEvent? {
        let checksum = line.withUnsafeBytes { EventScanner.checksum(of: $0) }
        guard checksum != .wrong, let map = (try? JSON.parse(line))?.mapValue,
            let reason = map["reason"]?.stringValue
        else { return nil }
        return QuarantinedEvent(
            reason: reason, detail: map["detail"]?.stringValue ?? "", origin: map["origin"]?.stringValue ?? "",
            recorded: map["recorded"]?.stringValue.flatMap(Instant.init(rfc3339:)),
            event: map["event"].flatMap { try? EventDecoder.decode($0) }, text: map["text"]?.stringValue)
    }
}
