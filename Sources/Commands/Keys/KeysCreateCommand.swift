internal import KeyLedger
internal import Text
internal import Values

extension Command {
    /// `keyport keys create`.
    static let keysCreate = Command(
        ["keys", "create"], "Make a key and print its secret, once.", operands: "NAME", count: 1...1,
        options: LedgerAccess.options + [
            .value("project", nil, "P", "the project that its use counts for"),
            .values("tag", nil, "k=v", "a label for people and scripts"),
            .value("kind", nil, "KIND", "ci_key or ci_auth_token (default ci_key until no more of them can be made)"),
            .value("expires", nil, "TIME", "from when on it is refused: 2027-03-31, a time, or 90d from now"),
        ],
        discussion: """
            The secret stands alone on standard output, so that it can be piped to where it belongs. It is kept nowhere: what
            the store has is its hash and a hint. Where there is no store yet, a new one is made.
            """,
        examples: [
            "keyport keys create \"payments nightly\" --project payments --tag team=pay",
            "keyport keys create \"checkout e2e\" | gh secret set ACME_AUTH_TOKEN",
        ]
    ) { arguments, console in
        let name = arguments.operand(0)
        var tags: [(name: String, value: String)] = []
        for text in arguments.values("tag") {
            guard let equals = text.firstIndex(of: "=") else {
                throw UsageError(message: "--tag: \(text.singleLine) has no value", suggestion: "write it as team=pay")
            }
            tags.append((String(text[..<equals]), String(text[text.index(after: equals)...])))
        }
        // A name or a time that cannot be must not leave a new store behind.
        try KeyName.check(name)
        if let text = arguments.value("expires") {
            _ = try TimeArgument.coming(text, "--expires", after: Instant(seconds: 0), in: .utc)
        }
        let ledger = try LedgerAccess.writeOrMake(arguments, console)
        var expiresAt: Instant?
        if let text = arguments.value("expires") {
            expiresAt = try TimeArgument.coming(text, "--expires", after: ledger.now, in: ledger.workspace.zone)
        }
        let made = try ledger.createKey(
            name: name, kind: arguments.value("kind").map { KeyKind(rawValue: $0) },
            project: arguments.value("project"), tags: tags, expiresAt: expiresAt)
        if let end = ledger.workspace.sunset(of: made.key.kind)?.endsOn {
            console.report(
                Diagnostic(.note, code: "sunset", "a \(made.key.kind.title) no longer activates from \(end) on"))
        }
        return try made.print("created \(made.key.label); this is the only time its secret is shown", to: console)
    }
}
