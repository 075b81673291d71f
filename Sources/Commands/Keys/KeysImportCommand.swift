internal import Files
internal import KeyLedger
internal import Text
internal import UsageReports
internal import Values

extension Command {
    /// `keyport keys import`.
    static let keysImport = Command(
        ["keys", "import"], "Take in keys whose secrets were hashed elsewhere.", operands: "FILE|-", count: 1...1,
        options: LedgerAccess.options + [
            .flag("batch", nil, "take in all or nothing"),
            .flag("json", nil, "print what became of each row as JSON"),
        ],
        discussion: """
            Reads JSON as keys export writes it, or CSV whose first line names the columns. A key needs a name and a hash:
            sha256: and the 64 digits of the SHA-256 of the secret. Id, kind, hint, state and the time of its creation are
            given where they are missing. A key that is there already is left as it is, so a file can come twice.

            Prints what became of each row. Rows that cannot be keys here are refused, and the command ends with 1; the
            others are taken in. A secret never belongs into such a file: a row that holds one is refused.
            """,
        examples: [
            "keyport keys import keys.json", "keyport keys import old-keys.csv --batch",
            "keyport keys export --with-hashes | keyport keys import - --store elsewhere/store",
        ]
    ) { arguments, console in
        let file = try Input.delivery(arguments.operand(0), console)
        let rows = try IncomingKey.read(file)
        let ledger = try LedgerAccess.writeOrMake(arguments, console)
        let report = try ledger.importKeys(rows, isAllOrNothing: arguments.flag("batch"))
        if arguments.flag("json") {
            console.write(UsageJSON.text(report.value))
        } else {
            if !report.rows.isEmpty {
                var table = TextTable([
                    .init(title: "ROW"), .init(title: "NAME"), .init(title: "RESULT"), .init(title: "ID"),
                    .init(title: "WHY"),
                ])
                for row in report.rows {
                    table.add([row.origin, row.name, row.outcome.rawValue, row.key ?? "–", row.detail])
                }
                console.write(table.rendered(width: nil) + "\n")
            }
            for outcome in KeyImportReport.Outcome.allCases {
                let name = outcome.rawValue
                console.write(name + String(repeating: " ", count: 11 - name.count) + "\(report.count(outcome))\n")
            }
        }
        if !report.isWritten {
            console.report(Diagnostic(code: "import.batch", "nothing was taken in: one row at least is refused"))
        }
        return report.count(.refused) == 0 ? .done : .failed
    }
}

extension KeyImportReport {
    fileprivate var value: Value {
        .map(
            ValueMap([
                ("imported", .int(count(.imported))), ("unchanged", .int(count(.unchanged))),
                ("refused", .int(count(.refused))), ("written", .bool(isWritten)),
                (
                    "rows",
                    .list(
                        rows.map { row in
                            .map(
                                ValueMap([
                                    ("origin", .string(row.origin)), ("name", .string(row.name)),
                                    ("result", .string(row.outcome.rawValue)),
                                    ("id", row.key.map { .string($0) } ?? .null), ("detail", .string(row.detail)),
                                ]))
                        })
                ),
            ]))
    }
}
