import Files
import FuzzInput
import KeyLedger
import Synchronization
import Text
import Values

/// A sound store with changes to its files, one a line: it is opened for reading and asked everything, then opened for
/// writing, which mends what a crash may leave, and used. What a writer left a reader can read.
///
/// A line is: the number of the file, two bytes of an offset, how many bytes go (255: all that follow), and what comes in
/// their place, where 0x1F stands for a line feed.
@_cdecl("LLVMFuzzerTestOneInput")
public func storeFiles(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    var input = FuzzInput(start, count)
    var files = soundStore
    for _ in 0..<6 where !input.bytes.isEmpty {
        let line = input.line()
        guard line.count >= 4 else { continue }
        let name = "/store/" + names[Int(line[0]) % names.count]
        var content = files[name] ?? []
        let from = min(Int(line[1]) << 8 | Int(line[2]), content.count)
        let to = line[3] == 255 ? content.count : min(from + Int(line[3]), content.count)
        content.replaceSubrange(from..<to, with: line[4...].map { $0 == 0x1F ? 0x0A : $0 })
        files[name] = content
    }
    if let ledger = answer({ () throws(LedgerError) in
        try Ledger.open("/store", clock: clock, fileSystem: MemoryFiles(files))
    }) {
        ask(ledger)
    }
    let mended = MemoryFiles(files)
    if let writer = answer({ () throws(LedgerError) in try writer(mended) }) {
        _ = answer { () throws(LedgerError) in try writer.createKey(name: "new", kind: nil) }
        _ = answer { () throws(LedgerError) in try writer.ingest(try UsageImport.read(events)) }
        _ = answer { () throws(LedgerError) in try writer.closeDuePeriods() }
        _ = answer { () throws(LedgerError) in try Ledger.open("/store", clock: clock, fileSystem: mended) }
    }
    return 0
}

private let names = [
    "workspace.json", "keys.json", "audit.jsonl", "usage/2026-11.jsonl", "keys.json.next", "usage.pending",
    "quarantine.jsonl", "reports/2026-10.json", "usage/2026-10.jsonl",
]

private let clock = LedgerClock { (Instant(rfc3339: "2026-11-23T12:00:00Z") ?? Instant(nanoseconds: 0)).nanoseconds }

private let events = SourceFile(
    path: "events.csv",
    text: """
        id,source,time,key,tokens,project,provider
        1,ci,2026-10-30T23:59:59Z,deploy,100,site,a
        2,ci,2026-11-02T10:00:00+02:00,deploy,200,site,b
        3,ci,2026-11-03T10:00:00Z,deploy,300,docs,a
        4,ci,2026-11-04T10:00:00Z,nobody,400,docs,a
        """)

private func writer(_ files: MemoryFiles) throws(LedgerError) -> Ledger {
    try Ledger.open(
        "/store", access: .write, clock: clock, actor: "fuzz", randomness: .seeded(7), fileSystem: files)
}

/// The files that a few commands leave.
private let soundStore: [String: [UInt8]] = {
    let files = MemoryFiles([:])
    do throws(LedgerError) {
        let settings = Ledger.standardWorkspace(
            name: "Acme", quota: 1000, from: CivilDate(year: 2025, month: 1, day: 1))
        _ = try Ledger.create("/store", workspace: settings, clock: clock, fileSystem: files)
        let ledger = try writer(files)
        _ = try ledger.createKey(name: "deploy", kind: nil)
        _ = try ledger.createKey(name: "tests", kind: nil)
        _ = try ledger.rotateKey("deploy", overlap: 0)
        _ = try ledger.deleteKey("tests")
        _ = try ledger.ingest(try UsageImport.read(events))
        _ = try ledger.closeDuePeriods()
    } catch {
        fatalError(error.diagnostic.rendered)
    }
    return files.all
}()

private func answer<T>(_ body: () throws(LedgerError) -> T) -> T? {
    do throws(LedgerError) {
        return try body()
    } catch {
        require(!error.diagnostic.rendered.isEmpty, "an error without words")
        return nil
    }
}

private func ask(_ ledger: Ledger) {
    _ = ledger.keys.map { ($0.state(at: ledger.now, in: ledger.workspace), $0.fields) }
    _ = answer { () throws(LedgerError) in try ledger.history().map { $0.sentence() } }
    _ = answer { () throws(LedgerError) in try ledger.health() }
    _ = answer { () throws(LedgerError) in try ledger.periodTotals() }
    _ = answer { () throws(LedgerError) in try ledger.recentDays(30) }
    _ = answer { () throws(LedgerError) in try ledger.closedReports(named: "2026-10") }
    _ = answer { () throws(LedgerError) in try ledger.verify("kci_0000000000000000000000000000000000000000") }
}

/// A file system in memory, without locks.
private final class MemoryFiles: LedgerFileSystem {
    private struct State {
        var files: [String: [UInt8]]
        var handles: [Int: String] = [:]
    }

    private let state: Mutex<State>

    init(_ files: [String: [UInt8]]) { state = Mutex(State(files: files)) }

    var all: [String: [UInt8]] { state.withLock { $0.files } }

    func size(of path: String) throws(FileError) -> Int? { state.withLock { $0.files[path]?.count } }

    func contents(of path: String, limit: Int?) throws(FileError) -> FileContents? {
        let bytes = state.withLock { $0.files[path] }
        return bytes.map { FileContents($0.prefix(limit ?? $0.count)) }
    }

    private func open(_ path: String, isEmpty: Bool) -> Int {
        state.withLock { state in
            if isEmpty || state.files[path] == nil { state.files[path] = [] }
            let handle = (state.handles.keys.max() ?? 0) + 1
            state.handles[handle] = path
            return handle
        }
    }

    func openForAppending(_ path: String) throws(FileError) -> Int { open(path, isEmpty: false) }

    func create(_ path: String) throws(FileError) -> Int { open(path, isEmpty: true) }

    func write(_ bytes: UnsafeRawBufferPointer, to handle: Int) throws(FileError) -> Int {
        let bytes = Array(bytes)
        state.withLock { state in
            if let path = state.handles[handle] { state.files[path, default: []] += bytes }
        }
        return bytes.count
    }

    func sync(_ handle: Int) throws(FileError) {}

    func close(_ handle: Int) { state.withLock { $0.handles[handle] = nil } }

    func truncate(_ path: String, to size: Int) throws(FileError) {
        state.withLock { state in
            if let old = state.files[path] { state.files[path] = Array(old.prefix(size)) }
        }
    }

    func rename(_ old: String, to new: String) throws(FileError) {
        state.withLock { $0.files[new] = $0.files.removeValue(forKey: old) }
    }

    func remove(_ path: String) throws(FileError) { state.withLock { $0.files[path] = nil } }

    func syncFolder(_ path: String) throws(FileError) {}

    func makeFolder(_ path: String) throws(FileError) {}

    func list(_ path: String) throws(FileError) -> [String] {
        state.withLock { state in
            state.files.keys.filter { $0.hasPrefix(path + "/") }.map { String($0.dropFirst(path.count + 1)) }
                .filter { !$0.contains("/") }.sorted()
        }
    }

    func lock(_ path: String, waitingSeconds seconds: Int) throws(FileError) -> Int? { 1 << 40 }
}
