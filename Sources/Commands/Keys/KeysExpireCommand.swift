internal import KeyLedger
internal import Text
internal import Values

extension Command {
    /// `keyport keys expire`.
    static let keysExpire = Command(
        ["keys", "expire"], "Set or take away the end of a key.", operands: "KEY TIME", count: 2...2,
        options: LedgerAccess.options,
        discussion: """
            TIME is a day, a time, a span from now such as 30d, now, or never. From that moment on the key is refused.
            \(keyDiscussion)
            """,
        examples: [
            "keyport keys expire \"trial\" 2027-01-31", "keyport keys expire \"trial\" 30d",
            "keyport keys expire \"trial\" never",
        ]
    ) { arguments, console in
        let ledger = try LedgerAccess.write(arguments, console)
        var end: Instant?
        switch arguments.operand(1) {
        case "never": break
        case "now": end = ledger.now.wholeSeconds
        case let text:
            end = try TimeArgument.coming(text, "TIME", after: ledger.now, in: ledger.workspace.zone)
        }
        let key = try ledger.expireKey(arguments.operand(0), at: end)
        console.confirm(end.map { "\(key.label) expires at \($0.rfc3339)" } ?? "\(key.label) does not expire")
        return .done
    }
}
