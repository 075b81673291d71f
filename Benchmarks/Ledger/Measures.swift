internal import Files
internal import Glibc
internal import KeyLedger
internal import Text
internal import Values

/// The questions that are measured, each in a process of its own.
enum Measures {
    /// The tokens by day and key of all usage, as lines `2026-03-15,key,tokens` in a file.
    static func totals(
        _ folder: String, into output: String, countsRepeats: Bool, usesCache: Bool, readers: Int?
    ) throws {
        guard let now = Instant(rfc3339: "2026-12-01T12:00:00Z") else { return }
        let began = LedgerBenchmark.seconds
        var tuning = UsageTuning()
        tuning.usesCache = usesCache
        tuning.threads = 2
        tuning.countsRepeats = countsRepeats
        if let readers { tuning.readers = readers }
        let ledger = try Ledger.open(folder, clock: .fixed(now), tuning: tuning)
        let opened = LedgerBenchmark.seconds
        let totals = try ledger.allUsage()
        let read = LedgerBenchmark.seconds
        var writer = ByteWriter(capacity: 4 << 20)
        var at = 0
        var (bucket, day) = (-1, "")
        let rows = totals.cube.rows
        while at < rows.count {
            let first = rows[at]
            var tokens = 0
            while at < rows.count, rows[at].bucket == first.bucket, rows[at].key == first.key {
                tokens += rows[at].tokens
                at += 1
            }
            if first.bucket != bucket {
                bucket = first.bucket
                day = totals.days.dates[bucket].description
            }
            writer.write(day)
            writer.write(byte: 0x2C)
            writer.write(totals.cube.keys[first.key])
            writer.write(byte: 0x2C)
            writer.write(integer: tokens)
            writer.write(byte: 0x0A)
        }
        try FileSystem.write(writer.bytes, to: output)
        let done = LedgerBenchmark.seconds
        say(["opened": opened - began, "read": read - opened, "written": done - read, "seconds": done - began])
    }

    /// Prints figures as JSON, with the memory that was in use beyond mapped files.
    private static func say(_ figures: [String: Double]) {
        var figures = figures
        figures["anonymous"] = Double(anonymousPeak())
        let members = figures.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
        print("{\(members.joined(separator: ","))}")
    }

    /// The peak of resident memory in bytes, without the pages of files that are mapped now.
    private static func anonymousPeak() -> Int {
        var kilobytes: [Substring: Int] = [:]
        let text = String(decoding: (try? FileSystem.read("/proc/self/status")) ?? [], as: UTF8.self)
        for line in text.split(separator: "\n") {
            let parts = line.split { $0 == ":" || $0 == " " || $0 == "\t" }
            if parts.count > 1, let number = Int(parts[1]) { kilobytes[parts[0]] = number }
        }
        return (kilobytes["VmHWM", default: 0] - kilobytes["RssFile", default: 0]) * 1024
    }

    /// Takes the events of a file in, `batch` at a time, each batch on the disk before the next one.
    static func deliver(_ folderOfFiles: String, to folder: String, batch: Int) throws {
        var accepted = 0
        var seconds = 0.0
        for entry in try FileSystem.list(folderOfFiles) where accepted < eventLimit {
            let file = SourceFile(path: entry.name, bytes: try FileSystem.read("\(folderOfFiles)/\(entry.name)"))
            // The clock follows the events: the log is one of a year.
            guard let now = Instant(rfc3339: entry.name.prefix(7) + "-28T12:00:00Z")?.adding(seconds: 5 * 86_400)
            else { continue }
            let began = LedgerBenchmark.seconds
            let ledger = try Ledger.open(folder, access: .write, clock: .fixed(now))
            try ledger.ingest(try UsageDelivery(file), batch: batch) { report, _ in accepted += report.accepted }
            seconds += LedgerBenchmark.seconds - began
        }
        say(["seconds": seconds, "accepted": Double(accepted), "rate": Double(accepted) / seconds])
    }

    /// A year has more than need be taken in to know the pace.
    private static let eventLimit = 1_000_000
}
