internal import KeyLedger
internal import Text

extension Command {
    /// `keyport keys delete`.
    static let keysDelete = Command(
        ["keys", "delete"], "Delete a key; its past stays in every figure.", operands: "KEY", count: 1...1,
        options: LedgerAccess.options + [.flag("yes", "y", "do not ask; needed where there is no terminal")],
        discussion: """
            A deleted key no longer activates. It can be restored within the days that the settings give. \(keyDiscussion)
            """,
        examples: ["keyport keys delete \"payments nightly\"", "keyport keys delete key_7f3k9m2qx0ab --yes"]
    ) { arguments, console in
        guard arguments.flag("yes") || console.canAsk else {
            throw UsageError(
                message: "there is no terminal to ask on", suggestion: "say --yes when the key is to be deleted")
        }
        let ledger = try LedgerAccess.write(arguments, console)
        let key = try ledger.key(arguments.operand(0))
        if !key.isDeleted, !arguments.flag("yes") {
            let last = try ledger.uses()[key.id]?.last
            let use = last.map { "last used \($0.day(in: ledger.workspace.zone))" } ?? "never used"
            let answer = console.ask("Delete \(key.label), \(use)? What still uses it fails at once. [y/N] ")
            guard ["y", "yes"].contains(answer.lowercased()) else {
                console.message("nothing was deleted")
                return .failed
            }
        }
        // By its id: while the question stood there, its name may have gone to another key.
        let deleted = try ledger.deleteKey(key.id)
        console.confirm(
            "deleted \(deleted.label); keyport keys restore \(deleted.id) brings it back within \(ledger.workspace.trashDays) days"
        )
        return .done
    }
}
