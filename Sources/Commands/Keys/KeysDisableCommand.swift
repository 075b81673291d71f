internal import KeyLedger
internal import Text

extension Command {
    /// `keyport keys disable`.
    static let keysDisable = Command(
        ["keys", "disable"], "Switch a key off until it is enabled again.", operands: "KEY", count: 1...1,
        options: LedgerAccess.options, discussion: keyDiscussion,
        examples: ["keyport keys disable \"payments nightly\""]
    ) { arguments, console in
        let key = try LedgerAccess.write(arguments, console).disableKey(arguments.operand(0))
        console.confirm("disabled \(key.label)")
        return .done
    }

    /// `keyport keys enable`.
    static let keysEnable = Command(
        ["keys", "enable"], "Switch a disabled key on again.", operands: "KEY", count: 1...1,
        options: LedgerAccess.options, discussion: keyDiscussion,
        examples: ["keyport keys enable \"payments nightly\""]
    ) { arguments, console in
        let key = try LedgerAccess.write(arguments, console).enableKey(arguments.operand(0))
        console.confirm("enabled \(key.label)")
        return .done
    }
}
