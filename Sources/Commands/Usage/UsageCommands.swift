internal import KeyLedger
internal import Text

extension Command {
    /// The commands of `keyport usage`.
    static let ofUsage: [Command] = [
        .usageRecord, .usageImport, .usageExport, .usageSummary, .usageVoid, .usageVerify, .usageCompact,
    ]
}

extension Arguments {
    /// The value of an option that must not be empty.
    func text(_ name: String) throws(UsageError) -> String? {
        guard let text = value(name) else { return nil }
        if text.isEmpty { throw UsageError(message: "--\(name) is empty") }
        return text
    }

    /// The value of an option that the command cannot do without.
    func needed(_ name: String, _ metavariable: String) throws(UsageError) -> String {
        guard let text = try text(name) else {
            throw UsageError(message: "--\(name) is missing", suggestion: "name it with --\(name) \(metavariable)")
        }
        return text
    }
}
