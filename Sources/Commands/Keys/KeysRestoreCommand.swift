internal import KeyLedger
internal import Text

extension Command {
    /// `keyport keys restore`.
    static let keysRestore = Command(
        ["keys", "restore"], "Bring a deleted key back.", operands: "KEY", count: 1...1, options: LedgerAccess.options,
        discussion: """
            KEY is the id of a deleted key, or the name it had if no other key has it now. The secret is good again.
            """,
        examples: ["keyport keys restore key_7f3k9m2qx0ab"]
    ) { arguments, console in
        let key = try LedgerAccess.write(arguments, console).restoreKey(arguments.operand(0))
        console.confirm("restored \(key.label)")
        return .done
    }
}
