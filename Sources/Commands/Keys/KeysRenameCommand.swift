internal import KeyLedger
internal import Text

extension Command {
    /// `keyport keys rename`.
    static let keysRename = Command(
        ["keys", "rename"], "Give a key another name; its id and its secret stay.", operands: "KEY NEWNAME",
        count: 2...2, options: LedgerAccess.options, discussion: keyDiscussion,
        examples: ["keyport keys rename \"payments nightly\" \"payments full suite\""]
    ) { arguments, console in
        let key = try LedgerAccess.write(arguments, console).renameKey(arguments.operand(0), to: arguments.operand(1))
        console.confirm("renamed to \(key.label)")
        return .done
    }
}
