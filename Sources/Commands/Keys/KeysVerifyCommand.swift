internal import KeyLedger
internal import Text
internal import UsageReports
internal import Values

extension Command {
    /// `keyport keys verify`.
    static let keysVerify = Command(
        ["keys", "verify"], "Say what becomes of a secret that is read from standard input.",
        options: LedgerAccess.options + [.flag("json", nil, "print as JSON")],
        discussion: """
            Prints one of valid, valid_overlap, not_found, malformed, deleted, disabled, rotated, expired, sunset,
            quota_exceeded; ends with 0 for the first two, else with 1. The secret is looked at and forgotten. It is never
            an argument: other users of a machine can see those.
            """,
        examples: ["printf %s \"$ACME_AUTH_TOKEN\" | keyport keys verify"]
    ) { arguments, console in
        let ledger = try LedgerAccess.read(arguments, console)
        let bytes =
            console.canAsk
            ? Array(console.ask("Secret (it is not shown): ", isSecret: true).utf8) : try console.readInput()
        var secret = bytes[...]
        while let last = secret.last, [0x0A, 0x0D, 0x20, 0x09].contains(last) { secret.removeLast() }
        let answer = try ledger.verify(String(decoding: secret, as: UTF8.self))
        if arguments.flag("json") {
            console.write(
                UsageJSON.text(
                    .map(
                        ValueMap([
                            ("outcome", .string(answer.outcome.rawValue)),
                            ("key", answer.key.map { .string($0.id) } ?? .null),
                            ("name", answer.key.map { .string($0.name) } ?? .null),
                            ("validUntil", answer.validUntil.map { .string($0.rfc3339) } ?? .null),
                        ]))))
        } else {
            console.write(answer.outcome.rawValue + "\n")
            if let key = answer.key { console.confirm("it belongs to \(key.label)") }
        }
        if let key = answer.key, [.valid, .validOverlap].contains(answer.outcome) {
            console.report(SunsetNotice.of(key, in: ledger))
        }
        return [.valid, .validOverlap].contains(answer.outcome) ? .done : .failed
    }
}
