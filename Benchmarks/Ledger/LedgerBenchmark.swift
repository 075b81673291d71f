internal import Files
internal import Glibc
internal import KeyLedger
internal import Text
internal import Values

/// What `Benchmarks/bench-ledger` runs: it makes stores of events, and asks the engine for what no command prints.
///
///     LedgerBenchmark make FOLDER EVENTS KEYS SEED REPEATED
///     LedgerBenchmark keys FOLDER COUNT
///     LedgerBenchmark totals FOLDER OUTPUT [--repeats-count] [--no-cache] [--readers=N]
///     LedgerBenchmark import FOLDER FILE BATCH
@main
struct LedgerBenchmark {
    static func main() {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let options = Set(arguments.filter { $0.hasPrefix("--") })
        arguments.removeAll { $0.hasPrefix("--") }
        do {
            switch (arguments.first, arguments.count) {
            case ("make", 6):
                let numbers = arguments.dropFirst(2).compactMap { Int($0) }
                guard numbers.count == 4 else { break }
                let maker = EventMaker(
                    events: numbers[0], keys: numbers[1], seed: UInt64(numbers[2]), repeated: numbers[3])
                try maker.makeStore(arguments[1])
                return
            case ("keys", 3):
                try KeyMaker.makeStore(arguments[1], count: Int(arguments[2]) ?? 0)
                return
            case ("totals", 3):
                try Measures.totals(
                    arguments[1], into: arguments[2], countsRepeats: options.contains("--repeats-count"),
                    usesCache: !options.contains("--no-cache"),
                    readers: options.first { $0.hasPrefix("--readers=") }.flatMap { Int($0.dropFirst(10)) })
                return
            case ("import", 4):
                try Measures.deliver(arguments[2], to: arguments[1], batch: Int(arguments[3]) ?? 1000)
                return
            default: break
            }
            say("LedgerBenchmark make|keys|totals|import …: see the head of the file\n")
            exit(2)
        } catch {
            say("\(error)\n")
            exit(1)
        }
    }

    /// Says something on standard error.
    static func say(_ text: String) {
        var bytes = Array(text.utf8)
        _ = write(2, &bytes, bytes.count)
    }

    /// Seconds since some moment.
    static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
