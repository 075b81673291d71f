internal import KeyLedger
internal import Text

extension Command {
    /// `keyport keys rotate`.
    static let keysRotate = Command(
        ["keys", "rotate"], "Give a key a new secret and print it, once.", operands: "KEY", count: 1...1,
        options: LedgerAccess.options + [
            .value("overlap", nil, "SPAN", "how long the old secret stays good: 0 to 30 days, such as 7d (default 0)")
        ],
        discussion: """
            The new secret stands alone on standard output. Without --overlap the old one is dead at once, and so are those
            from earlier rotations. Once no key of its kind can be made, the key becomes one of the successor's kind.
            \(keyDiscussion)
            """,
        examples: ["keyport keys rotate \"payments nightly\" --overlap 7d"]
    ) { arguments, console in
        var overlap = 0
        if let text = arguments.value("overlap") { overlap = try TimeArgument.span(text, "--overlap") }
        let ledger = try LedgerAccess.write(arguments, console)
        let before = try? ledger.key(arguments.operand(0)).kind
        let made = try ledger.rotateKey(arguments.operand(0), overlap: overlap)
        var said = "rotated \(made.key.label); this is the only time its secret is shown"
        if let before, before != made.key.kind { said += "; it is a \(made.key.kind.title) now" }
        if let old = made.key.overlap.last, overlap > 0 {
            said += "; the old secret is good until \(old.validUntil.wholeSeconds.rfc3339)"
        }
        return try made.print(said, to: console)
    }
}
