internal import Text
internal import Values

/// One refused thing, as `quarantine.jsonl` keeps it.
struct QuarantineEntry {
    let reason: String
    let detail: String
    let event: UsageEvent?
    /// What could not be read as an event.
    let text: String?
    let origin: String
    let recorded: Instant?

    /// What makes two entries the same, whenever and from wherever they came.
    fileprivate func writeBody(into writer: inout ByteWriter) {
        writer.write(literal: "{\"reason\":")
        JSON.writeString(reason, into: &writer)
        if var event {
            event.recorded = nil
            var line = ByteWriter()
            event.write(into: &line)
            // Without the checksum of its own: the line that it stands in has one.
            let body = line.bytes.dropLast(EventScanner.checksumTail + 1)
            writer.write(literal: ",\"event\":")
            writer.write(bytes: body)
            writer.write(literal: "}")
        }
        if let text {
            writer.write(literal: ",\"text\":")
            JSON.writeString(String(text.prefix(4096)), into: &writer)
        }
    }

    fileprivate func write(into writer: inout ByteWriter) {
        let start = writer.count
        writeBody(into: &writer)
        // How many days late it came depends on the day: the rest says nothing about what it is.
        writer.write(literal: ",\"detail\":")
        JSON.writeString(detail, into: &writer)
        writer.write(literal: ",\"origin\":")
        JSON.writeString(origin, into: &writer)
        if let recorded {
            writer.write(literal: ",\"recorded\":\"")
            recorded.write(into: &writer)
            writer.write(literal: "\"")
        }
        LineChecksum.close(lineFrom: start, in: &writer)
    }
}

/// `quarantine.jsonl`: what was refused, each once, with its reason.
enum Quarantine {
    private static let bodyEnd = Array(",\"detail\":".utf8)

    /// The lines of the entries that are not in the file yet.
    static func fresh(_ entries: [QuarantineEntry], in store: Store) throws(LedgerError) -> [UInt8] {
        guard !entries.isEmpty else { return [] }
        var known = Set<[UInt8]>()
        for line in try store.read(store.quarantine)?.split(separator: 0x0A) ?? [] {
            if let end = lastRange(of: bodyEnd, in: line) { known.insert(Array(line[..<end])) }
        }
        var writer = ByteWriter()
        for entry in entries {
            var body = ByteWriter()
            entry.writeBody(into: &body)
            if known.insert(body.bytes).inserted { entry.write(into: &writer) }
        }
        return writer.bytes
    }

    /// The number of entries.
    static func count(_ store: Store) throws(LedgerError) -> Int {
        try store.read(store.quarantine)?.split(separator: 0x0A).count ?? 0
    }

    private static func lastRange(of wanted: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
        guard line.count >= wanted.count else { return nil }
        var at = line.endIndex - wanted.count
        while at >= line.startIndex {
            if line[at] == wanted[0], line[at..<(at + wanted.count)].elementsEqual(wanted) { return at }
            at -= 1
        }
        return nil
    }
}
