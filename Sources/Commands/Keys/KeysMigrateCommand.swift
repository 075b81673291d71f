internal import KeyLedger
internal import Text

extension Command {
    /// `keyport keys migrate`.
    static let keysMigrate = Command(
        ["keys", "migrate"], "Make the key that replaces a legacy key and print its secret, once.", operands: "KEY",
        count: 1...1, options: LedgerAccess.options,
        discussion: """
            The new key is of the kind that replaces the old one's, with the same name, project and tags; both are linked.
            The legacy key goes on working until it is deleted or its kind ends. The secret stands alone on standard output.
            \(keyDiscussion)
            """,
        examples: ["keyport keys migrate \"payments nightly\" | gh secret set ACME_AUTH_TOKEN"]
    ) { arguments, console in
        let made = try LedgerAccess.write(arguments, console).migrateKey(arguments.operand(0))
        let old = made.key.migratedFrom.map { " in place of \($0)" } ?? ""
        return try made.print(
            "created \(made.key.label), a \(made.key.kind.title)\(old); this is the only time its secret is shown",
            to: console)
    }
}
