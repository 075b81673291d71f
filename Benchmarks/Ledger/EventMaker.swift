internal import Files
internal import Glibc
internal import KeyLedger
internal import Text
internal import Values

/// Makes a year of events from a seed, as the store writes them: by UTC month, in the order of their arrival.
struct EventMaker {
    let events: Int
    let keys: Int
    let seed: UInt64
    /// One line in so many is a repetition of an earlier one, as another system may append it; 0 for none.
    let repeated: Int

    private static let start = "2025-12-01T00:00:00Z"
    private static let projects = [
        "pay", "shop", "search", "app", "web", "core", "data", "docs", "infra", "bill", "auth", "ml",
    ]
    private static let providers = ["github", "gitlab", "jenkins", "drone", "circle"]

    /// The id of a key, in the form of `keys.json`.
    static func keyID(_ number: Int) -> String {
        let digits = String(number, radix: 36)
        return "key_" + String(repeating: "0", count: max(0, 12 - digits.utf8.count)) + digits
    }

    /// Makes `FOLDER/store` and fills it.
    func makeStore(_ folder: String) throws {
        try FileSystem.makeDirectory(folder + "/usage")
        try KeyMaker.write(folder, count: keys)
        guard let first = Instant(rfc3339: Self.start)?.seconds else { return }
        let year = 365 * 86_400
        var random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func next() -> UInt64 {
            random ^= random << 13
            random ^= random >> 7
            random ^= random << 17
            return random
        }
        var writer = ByteWriter(capacity: 4 << 20)
        var month = ""
        var handle: Int?
        let disk = DiskFileSystem()
        var bytes = 0
        func flush() throws(FileError) {
            guard let handle else { return }
            var done = 0
            let all = writer.bytes
            while done < all.count {
                var failure: FileError?
                all.withUnsafeBytes { buffer in
                    do throws(FileError) {
                        done += try disk.write(UnsafeRawBufferPointer(rebasing: buffer[done...]), to: handle)
                    } catch {
                        failure = error
                    }
                }
                if let failure { throw failure }
            }
            bytes += all.count
            writer = ByteWriter(capacity: 4 << 20)
        }
        var last: [UInt8] = []
        let began = LedgerBenchmark.seconds
        for number in 0..<events {
            // Busy by day, quiet by night and at weekends.
            let day = number * 365 / events
            let second = first + number * (year / 365) / max(1, events / 365) % 86_400 + day * 86_400
            let time = Instant(seconds: min(second, first + year - 1))
            let name = time.monthName
            if name != month {
                try flush()
                if let handle { disk.close(handle) }
                handle = try disk.create("\(folder)/usage/\(name).jsonl")
                month = name
                last = []
            }
            let draw = next()
            let key = Int(draw % UInt64(keys)) * Int(draw >> 32 % UInt64(keys)) / max(1, keys)
            let project = Self.projects[key % Self.projects.count]
            let provider = Self.providers[key / 7 % Self.providers.count]
            if repeated > 0, number % repeated == repeated - 1, !last.isEmpty {
                writer.write(bytes: last)
            } else {
                let from = writer.count
                let event = UsageEvent(
                    id: "\(10_000_000 + number * 7 % 89_999_999)", source: "ci/\(provider)",
                    time: time, recorded: time.adding(seconds: 1 + Int(draw >> 50 & 31)), key: Self.keyID(key),
                    tokens: 1 + Int(draw >> 40 & 7), project: project, provider: provider)
                event.write(into: &writer)
                if number % 97 == 0 { last = Array(writer.bytes[from...]) }
            }
            if writer.count > 4 << 20 - 4096 { try flush() }
        }
        try flush()
        if let handle { disk.close(handle) }
        let took = LedgerBenchmark.seconds - began
        print("\(events) events, \(bytes) bytes, \(bytes / max(1, events)) a line, \(took) s")
    }
}
