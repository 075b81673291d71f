import Files
import Glibc
import Testing
import Text
import Values

@testable import KeyLedger

/// Pieces of logs come as they stand in the file, wherever they were read, and lines belong to one piece each.
@Suite struct PieceReaderTests {
    /// A log of so many lines of different lengths, with a long one among them.
    private static func lines(_ count: Int, long: Int?) -> [String] {
        (0..<count).map { number in
            String(repeating: "\(number % 10)", count: number == long ? 40_000 : number * 37 % 400)
        }
    }

    private static func log(_ lines: [String], _ store: TemporaryStore) throws -> UsageLog {
        let path = store.path + "/log"
        try FileSystem.write(Array(lines.joined(separator: "\n").utf8), to: path)
        let contents = try #require(try DiskFileSystem().contents(of: path, limit: nil))
        return UsageLog(path: path, contents: contents)
    }

    private static func pieces(_ log: UsageLog, _ size: Int) -> [PieceReader.Piece] {
        stride(from: 0, to: log.contents.count, by: size).map {
            PieceReader.Piece(file: 0, start: $0, limit: min($0 + size, log.contents.count))
        }
    }

    /// The offsets at which lines begin in a piece, and the lines.
    private static func read(_ piece: PieceReader.Piece, _ ready: PieceReader.Ready) -> [Int: String] {
        var found: [Int: String] = [:]
        var at = ready.log.lineStart(from: piece.start - ready.origin, before: piece.limit - ready.origin) ?? .max
        let bytes = ready.log.contents.bytes
        while at < piece.limit - ready.origin, let start = bytes.baseAddress {
            let end = memchr(start + at, 0x0A, bytes.count - at).map { UnsafeRawPointer($0) - start } ?? bytes.count
            found[at + ready.origin] = String(decoding: bytes[at..<end], as: UTF8.self)
            at = end + 1
        }
        return found
    }

    @Test(arguments: [true, false], [100_003, 8192])
    func everyLineComesOnce(_ pastCache: Bool, _ size: Int) throws {
        let store = try TemporaryStore()
        let lines = Self.lines(6000, long: 2000)
        let log = try Self.log(lines, store)
        // Below a size files are not mapped.
        try #require(log.contents.isMapped)
        let pieces = Self.pieces(log, size)
        for readers in [0, 2] {
            let reader = PieceReader([log], pieces, workers: 1, readers: readers, readsPastCache: pastCache)
            var found: [Int: String] = [:]
            var copies = 0
            while let ready = reader.next() {
                if !ready.log.contents.isMapped { copies += 1 }
                found.merge(Self.read(pieces[ready.index], ready)) { _, second in second + " again" }
                reader.giveBack(ready)
            }
            reader.wait()
            #expect(found.sorted { $0.key < $1.key }.map(\.value) == lines)
            // All but the one with the long line, where the file system can.
            let all = pastCache && readers > 0 && log.contents.descriptor != nil
            #expect(copies == (all ? pieces.count - Self.piecesWithoutCopy(pieces, lines) : 0))
        }
    }

    /// How many pieces end in a line that goes on for more than 16 KiB behind them.
    private static func piecesWithoutCopy(_ pieces: [PieceReader.Piece], _ lines: [String]) -> Int {
        let start = lines[..<2000].reduce(0) { $0 + $1.utf8.count + 1 }
        return pieces.count { start < $0.limit && start + 40_000 >= $0.limit + (16 << 10) }
    }

    @Test func aLogThatGrewSinceIsReadAsItWas() throws {
        let store = try TemporaryStore()
        let lines = Self.lines(6000, long: nil)
        let log = try Self.log(lines, store)
        try FileSystem.write(Array((lines.joined(separator: "\n") + " and more\nnew").utf8), to: log.path)
        let pieces = Self.pieces(log, 1 << 20)
        let reader = PieceReader([log], pieces, workers: 1, readers: 1, readsPastCache: true)
        var last = ""
        while let ready = reader.next() {
            let found = Self.read(pieces[ready.index], ready)
            if ready.index == pieces.count - 1 { last = found.max { $0.key < $1.key }?.value ?? "" }
            reader.giveBack(ready)
        }
        reader.wait()
        #expect(last == lines.last)
    }

    @Test(arguments: [true, false]) func figuresAreTheSamePastTheCache(_ pastCache: Bool) throws {
        let store = try TemporaryStore(now: "2026-12-20T12:00:00Z")
        var logs = RandomLogs(seed: 5, path: store.path)
        // More than a megabyte: smaller logs are not mapped.
        try logs.append(9000, to: "2026-11")
        var tuning = UsageTuning()
        tuning.usesCache = false
        tuning.pieceSize = 1 << 16
        tuning.readsPastCache = pastCache
        let ledger = try Ledger.open(store.path, clock: store.clock.clock, tuning: tuning)
        #expect(try Totals(ledger) == logs.expected)
    }
}
