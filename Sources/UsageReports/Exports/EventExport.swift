package import KeyLedger
internal import Text
internal import Values

/// Events as other systems read them: what `UsageImport` reads, each event once.
package struct EventExport {
    /// The forms.
    package enum Format: String, Sendable, CaseIterable {
        /// The lines of the store.
        case jsonl
        /// CloudEvents 1.0 in JSON, one a line.
        case cloudevents
        /// CSV with a header.
        case csv
    }

    /// Which events are wanted; nil is all.
    package struct Filter: Sendable {
        /// The time of the events.
        package var period: BillingPeriod?
        /// The id of a key.
        package var key: String?
        /// A project.
        package var project: String?

        /// All events.
        package init() {}

        fileprivate func wants(_ event: UsageEvent) -> Bool {
            (period?.contains(event.time) ?? true) && (key == nil || key == event.key)
                && (project == nil || project == event.project)
        }
    }

    private let format: Format
    private let filter: Filter

    /// An export.
    package init(format: Format, filter: Filter = Filter()) {
        self.format = format
        self.filter = filter
    }

    /// The bytes that are handed on at once.
    private static let pieceSize = 1 << 18
    private static let header = [
        "id", "source", "time", "recorded", "key", "tokens", "project", "provider", "voids_source", "voids_id",
    ]

    /// Hands the export to `output`, piece by piece.
    ///
    /// A correction lies in the file of the day on which it was made: it goes with the event that it takes back.
    package func write(_ ledger: Ledger, to output: ([UInt8]) -> Void) throws(LedgerError) {
        var seen = Set<UsageEvent.Name>()
        var corrections: [UsageEvent] = []
        var bytes: [UInt8] = []
        if format == .csv { bytes = Self.row(Self.header) }
        let range = filter.period.map { $0.start...$0.end }
        try ledger.engine.forEachEvent(in: range) { event in
            guard event.voids == nil, filter.wants(event), seen.insert(event.name).inserted else { return }
            bytes += render(event)
            guard bytes.count >= Self.pieceSize else { return }
            output(bytes)
            bytes = []
        }
        var taken = Set<UsageEvent.Name>()
        try ledger.engine.forEachEvent(in: nil) { event in
            guard let target = event.voids, seen.contains(target), taken.insert(event.name).inserted else { return }
            corrections.append(event)
        }
        for event in corrections { bytes += render(event) }
        output(bytes)
    }

    private func render(_ event: UsageEvent) -> [UInt8] {
        switch format {
        case .jsonl:
            var writer = ByteWriter(capacity: 256)
            event.write(into: &writer)
            return writer.bytes
        case .cloudevents: return Self.cloudEvent(event)
        case .csv:
            return Self.row([
                event.id, event.source, event.time.rfc3339, event.recorded?.rfc3339 ?? "", event.key,
                String(event.tokens), event.project ?? "", event.provider ?? "", event.voids?.source ?? "",
                event.voids?.id ?? "",
            ])
        }
    }

    /// Members that Keyport does not know stand in `data`, as they did.
    private static func cloudEvent(_ event: UsageEvent) -> [UInt8] {
        var writer = ByteWriter(capacity: 384)
        func member(_ name: StaticString, _ text: String?) {
            guard let text else { return }
            writer.write(literal: name)
            JSON.writeString(text, into: &writer)
        }
        writer.write(literal: "{\"specversion\":\"1.0\",\"type\":\"keyport.usage\"")
        member(",\"id\":", event.id)
        member(",\"source\":", event.source)
        member(",\"time\":", event.time.rfc3339)
        if event.voids == nil { member(",\"subject\":", event.key) }
        writer.write(literal: ",\"datacontenttype\":\"application/json\",\"data\":{\"tokens\":")
        writer.write(integer: event.tokens)
        member(",\"project\":", event.project)
        member(",\"provider\":", event.provider)
        member(",\"recorded\":", event.recorded?.rfc3339)
        if let voids = event.voids {
            member(",\"voids\":{\"source\":", voids.source)
            member(",\"id\":", voids.id)
            writer.write(byte: 0x7D)
        }
        if !event.unknown.isEmpty {
            writer.write(byte: 0x2C)
            writer.write(event.unknown)
        }
        writer.write(literal: "}}\n")
        return writer.bytes
    }

    /// A row for machines: nothing is put before a text that a spreadsheet would take for a formula, because the row is read
    /// back as it stands.
    private static func row(_ fields: [String]) -> [UInt8] {
        var writer = ByteWriter(capacity: 256)
        for (index, field) in fields.enumerated() {
            if index > 0 { writer.write(byte: 0x2C) }
            guard field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
                writer.write(field)
                continue
            }
            writer.write(byte: 0x22)
            for byte in field.utf8 {
                if byte == 0x22 { writer.write(byte: byte) }
                writer.write(byte: byte)
            }
            writer.write(byte: 0x22)
        }
        writer.write(byte: 0x0A)
        return writer.bytes
    }
}
