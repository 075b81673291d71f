internal import Files
internal import Text

extension LineUsageEngine {
    /// Undoes a delivery that was killed, and sets torn last lines aside. Only with the lock.
    static func recover(_ store: Store) throws(LedgerError) {
        if let journal = try IngestJournal.load(store) {
            if try journal.isComplete(in: store) {
                try IngestJournal.end(in: store)
            } else {
                try journal.undo(in: store)
            }
        }
        let acknowledged = AcknowledgedSizes.load(store)
        try acknowledged.checkUsage(in: store)
        // The quarantine itself may be torn: what stood there was refused anyway. Before anything is set aside in it.
        let refused = try store.wrap { () throws(FileError) in
            try store.files.contents(of: store.quarantine, limit: nil)
        }
        if let refused, let last = refused.last, last != 0x0A {
            let start = withExtendedLifetime(refused) { refused.bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0 }
            try store.wrap { () throws(FileError) in try store.files.truncate(store.quarantine, to: start) }
        }
        let names = try store.wrap { () throws(FileError) in try store.files.list(store.usage) }
        for month in names.compactMap(month(ofFile:)) {
            let path = store.usageFile(month)
            let contents = try store.wrap { () throws(FileError) in
                try store.files.contents(of: path, limit: nil)
            }
            guard let contents, let last = contents.bytes.last, last != 0x0A else { continue }
            let start = contents.bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            let log = UsageLog(path: path, contents: contents)
            var isTorn = false
            var damage: LedgerError?
            _ = log.forEachLine(from: start) { line, offset in
                switch line {
                case .event: break
                case .damaged(let message): damage = log.damage(message, at: offset)
                case .torn: isTorn = true
                }
                return true
            }
            if let damage { throw damage }
            guard isTorn else { continue }
            let wasAcknowledged = acknowledged.hasTorn(store.name(of: path), at: start, size: contents.count)
            try setAside(
                Array(contents.bytes[start...])[...], from: path, wasAcknowledged: wasAcknowledged, in: store)
            AcknowledgedSizes.note(path, endsAt: start, in: store)
            try store.wrap { () throws(FileError) in try store.files.truncate(path, to: start) }
        }
    }

    /// Keeps what a crash left of a line, before the file is cut.
    static func setAside(
        _ bytes: ArraySlice<UInt8>, from path: String, wasAcknowledged: Bool, in store: Store
    ) throws(LedgerError) {
        let entry = QuarantineEntry(
            reason: "torn",
            detail: wasAcknowledged
                ? "the last line was torn, and it was acknowledged: record the event again"
                : "the last line was torn by a crash; it was never acknowledged",
            event: nil, text: String(decoding: bytes, as: UTF8.self), origin: store.name(of: path), recorded: nil)
        var quarantine = Quarantine()
        let lines = try quarantine.fresh([entry], in: store)
        if !lines.isEmpty { try store.append(lines, to: store.quarantine) }
    }
}
