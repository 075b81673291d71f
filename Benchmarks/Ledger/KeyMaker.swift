internal import Files
internal import KeyLedger
internal import Text
internal import Values

/// Makes a store of many keys.
enum KeyMaker {
    /// A store with keys and no events.
    static func makeStore(_ folder: String, count: Int) throws {
        try FileSystem.makeDirectory(folder + "/usage")
        try write(folder, count: count)
    }

    /// Writes `workspace.json` and `keys.json`.
    static func write(_ folder: String, count: Int) throws {
        guard let from = CivilDate("2025-01-01") else { return }
        let workspace = Ledger.standardWorkspace(name: "Acme", quota: 10_000_000, from: from)
        try FileSystem.write(Array(workspace.utf8), to: folder + "/workspace.json")
        var writer = ByteWriter(capacity: count * 400)
        writer.write(literal: "{ \"schema\": 1, \"keys\": [\n")
        for number in 0..<count {
            let hash = String(repeating: "0", count: 56) + hexadecimal(number)
            writer.write(
                """
                { "id": "\(EventMaker.keyID(number))", "kind": "ci_key", "name": "key \(number)", "project": "project \(number % 12)", \
                "hint": "lsci_\(hexadecimal(number).suffix(4))…\(hexadecimal(number).suffix(4))", "hash": "sha256:\(hash)", "state": "active", \
                "createdAt": "2025-11-01T08:00:00Z", "createdBy": "cli:maker" }\(number + 1 < count ? "," : "")

                """)
        }
        writer.write(literal: "] }\n")
        try FileSystem.write(writer.bytes, to: folder + "/keys.json")
    }

    private static func hexadecimal(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
    }
}
