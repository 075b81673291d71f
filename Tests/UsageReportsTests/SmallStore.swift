import KeyLedger
import Testing
import UsageReports
import Values

#if canImport(Glibc)
    import Glibc
#endif

/// A store in a folder of its own, filled through the ledger's commands, with a clock that the test moves.
final class SmallStore {
    let path: String
    let ledger: Ledger
    /// Every secret that was ever shown.
    private(set) var secrets: [String] = []
    private let time: Clock

    /// The present of a test, in seconds.
    final class Clock: @unchecked Sendable {
        var now: Instant
        init(_ now: Instant) { self.now = now }
    }

    init(quota: Int? = 1000, workspace: String? = nil, now: String) throws {
        var template = Array("/tmp/keyport-reports-XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
        }
        try #require(made)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self) + "/store"
        let time = Clock(try #require(Instant(rfc3339: now)))
        self.time = time
        let settings =
            workspace
            ?? Ledger.standardWorkspace(
                name: "Acme", quota: quota, from: CivilDate(year: 2024, month: 1, day: 1), timeZone: "UTC")
        ledger = try Ledger.create(
            path, workspace: settings, clock: LedgerClock { time.now.nanoseconds }, actor: "cli:test",
            randomness: .seeded(7))
    }

    deinit { removeFolder(path) }

    /// Moves the clock to a moment.
    func clock(_ moment: Instant) { time.now = moment }

    /// Moves the clock.
    func at(_ text: String) throws { time.now = try #require(Instant(rfc3339: text)) }

    @discardableResult
    func key(_ name: String, project: String? = nil, kind: KeyKind? = nil) throws -> Key {
        let made = try ledger.createKey(name: name, kind: kind, project: project)
        secrets.append(made.secret)
        return made.key
    }

    /// Counts one start of each of `tokens` tokens at a time.
    func use(_ key: String, at text: String, tokens: Int = 1, project: String? = nil, provider: String? = nil) throws {
        let instant = try #require(Instant(rfc3339: text))
        // An event may be at most 35 days old: the clock goes with it, and back.
        let before = time.now
        time.now = instant.adding(seconds: 1)
        defer { time.now = before }
        _ = try ledger.record(
            key: key, id: "\(key)-\(text)-\(tokens)", source: "test", time: instant, tokens: tokens, project: project,
            provider: provider)
    }

    /// The text of a file; nil where there is none.
    static func text(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes a file of the store by hand.
    func write(_ text: String, to name: String) throws {
        let file = try #require(fopen("\(path)/\(name)", "w"))
        defer { fclose(file) }
        #expect(fputs(text, file) >= 0)
    }

    var figures: LedgerFigures { LedgerFigures(ledger) }

    /// October and half of November of 2026, two keys that differ and one that is deleted.
    static func believable() throws -> SmallStore {
        let settings = """
            {"schema":1,"name":"Acme","quota":[{"from":"2024-01-01","tokens":200}],
             "period":{"anchorDay":1,"timeZone":"Europe/Berlin","closeAfterHours":72},"thresholds":[50,100],
             "sunset":{"ci_key":{"announced":"2026-01-01","endsOn":"2026-11-28","successor":"ci_auth_token"}},
             "staleAfterDays":90,"trashDays":30}
            """
        let store = try SmallStore(workspace: settings, now: "2026-10-01T08:00:00Z")
        try store.key("payments nightly", project: "payments", kind: .ciKey)
        try store.key("=cmd|calc", project: "web", kind: .ciAuthToken)
        try store.key("old <deploy>", project: "web", kind: .ciKey)
        for day in 5...31 {
            let date = "2026-10-\(day < 10 ? "0" : "")\(day)"
            try store.use("payments nightly", at: "\(date)T09:00:00Z", tokens: 3, provider: "github-actions")
            if day % 2 == 0 { try store.use("=cmd|calc", at: "\(date)T10:00:00Z", tokens: 2, provider: "gitlab") }
        }
        for day in 1...15 {
            let date = "2026-11-\(day < 10 ? "0" : "")\(day)"
            try store.use("payments nightly", at: "\(date)T09:00:00Z", tokens: 6)
            if day < 4 { try store.use("old <deploy>", at: "\(date)T11:00:00Z", tokens: 1) }
        }
        try store.at("2026-11-16T12:00:00Z")
        _ = try store.ledger.deleteKey("old <deploy>")
        store.secrets.append(try store.ledger.rotateKey("payments nightly", overlap: 86_400).secret)
        return store
    }
}

private func removeFolder(_ path: String) {
    guard let folder = opendir(path) else { return }
    while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name == "." || name == ".." { continue }
        if entry.pointee.d_type == UInt8(DT_DIR) {
            removeFolder("\(path)/\(name)")
        } else {
            unlink("\(path)/\(name)")
        }
    }
    closedir(folder)
    rmdir(path)
}
