import Files
import Glibc
import Testing

@Suite struct TranscriptTests {
    private static let folder = String(#filePath.dropLast("TranscriptTests.swift".count)) + "Cases/"

    static var names: [String] {
        ((try? FileSystem.list(folder)) ?? []).map(\.name).filter { $0.hasSuffix(".txt") }
    }

    /// `RECORD_SNAPSHOTS=1` writes what the commands print now; look at the difference before it is committed.
    @Test(arguments: names) func everyCommandLinePrintsWhatTheTranscriptSays(_ name: String) throws {
        let text = String(decoding: try FileSystem.read(Self.folder + name), as: UTF8.self)
        let replayed = try Transcript(text).replayed()
        if getenv("RECORD_SNAPSHOTS") != nil {
            try FileSystem.write(Array(replayed.utf8), to: Self.folder + name)
        } else if replayed != text {
            let wanted = text.split(separator: "\n", omittingEmptySubsequences: false)
            let given = replayed.split(separator: "\n", omittingEmptySubsequences: false)
            let line = zip(wanted, given).enumerated().first { $1.0 != $1.1 }?.offset ?? min(wanted.count, given.count)
            Issue.record(
                "\(name):\(line + 1): wanted \(wanted.dropFirst(line).first ?? ""), got \(given.dropFirst(line).first ?? "")"
            )
        }
    }

    @Test func thereAreTranscripts() {
        #expect(Self.names.count >= 5)
    }
}
