internal import KeyLedger
internal import Text
internal import UsageReports
internal import Values

extension Command {
    /// `keyport keys scan`.
    static let keysScan = Command(
        ["keys", "scan"], "Find secrets of this workspace in files.", operands: "PATH…|-", count: 1...Int.max,
        options: LedgerAccess.options + [.flag("json", nil, "print as JSON")],
        discussion: """
            Reads every file of the folders, hidden and binary ones too, and prints file:line:column of what has the prefix
            and the check digits of a secret, with its hint, its key, and what the secret is worth now as keys verify would
            say it; a secret that no key here has is not_found. The secret itself is not printed. Links are not followed.
            Ends with 1 when there is a secret, or when something could not be read.
            """,
        examples: ["keyport keys scan .", "git diff --cached | keyport keys scan -"]
    ) { arguments, console in
        let index = try LedgerAccess.read(arguments, console).secretIndex()
        var scan = SecretScan(index)
        for path in arguments.operands {
            if path == "-" { scan.input(console) } else { scan.path(path) }
        }
        if arguments.flag("json") {
            console.write(UsageJSON.text(scan.value))
        } else {
            for place in scan.places {
                let found = place.found
                let owner = found.key.map { "\($0.label): " } ?? ""
                console.write(
                    "\(place.path.terminalText):\(place.line):\(place.column): \(found.hint) \(owner)\(found.outcome.rawValue)\n"
                )
            }
        }
        console.report(scan.problems)
        let good = Set(scan.places.filter { [.valid, .validOverlap].contains($0.found.outcome) }.map(\.found.hint))
            .count
        if good > 0 {
            console.report(
                Diagnostic(
                    .warning, code: "secret-found", "\(good) \(good == 1 ? "secret is" : "secrets are") still good",
                    suggestion: "keyport keys rotate KEY gives a key a new one and ends the old one at once"))
        }
        console.confirm("read \(scan.files) files, found \(scan.places.count) secrets")
        return scan.places.isEmpty && scan.problems.isEmpty ? .done : .failed
    }
}

extension SecretScan {
    fileprivate var value: Value {
        .map(
            ValueMap([
                ("files", .int(files)), ("bytes", .int(bytes)),
                (
                    "found",
                    .list(
                        places.map { place in
                            .map(
                                ValueMap([
                                    ("path", .string(place.path)), ("line", .int(place.line)),
                                    ("column", .int(place.column)), ("hint", .string(place.found.hint)),
                                    ("outcome", .string(place.found.outcome.rawValue)),
                                    ("key", place.found.key.map { .string($0.id) } ?? .null),
                                    ("name", place.found.key.map { .string($0.name) } ?? .null),
                                ]))
                        })
                ),
                ("unread", .list(problems.map { .string($0.path ?? "") })),
            ]))
    }
}
