internal import KeyLedger
internal import Text
internal import UsageReports
internal import Values

extension Command {
    /// `keyport usage compact`.
    static let usageCompact = Command(
        ["usage", "compact"], "Seal the usage files of closed months, which makes them smaller.",
        options: LedgerAccess.options + [
            .flag("dry-run", nil, "say which months would be sealed, and change nothing"),
            .flag("json", nil, "print what was done as JSON"),
        ],
        discussion: """
            A month is sealed when no event can come for it any more, 35 days after its end, and every period that it
            touches is closed. Its lines stay byte for byte, packed in usage/MONTH.jsonl.gz; they are unpacked and compared
            before the file they stood in goes. The audit log has the digest of each file. Figures stay what they are.
            """,
        examples: ["keyport usage compact", "zcat store/usage/2026-08.jsonl.gz | jq .key"]
    ) { arguments, console in
        if arguments.flag("dry-run") {
            let months = try LedgerAccess.read(arguments, console).sealableMonths()
            if arguments.flag("json") {
                console.write(UsageJSON.text(.map(ValueMap([("months", .list(months.map { .string($0) }))]))))
            } else {
                for month in months { console.write(month + "\n") }
            }
            if months.isEmpty { console.confirm("there is no month to seal") }
            return .done
        }
        let sealed = try LedgerAccess.write(arguments, console).compact()
        if arguments.flag("json") {
            console.write(UsageJSON.text(.map(ValueMap([("sealed", .list(sealed.map(\.value)))]))))
            return .done
        }
        guard !sealed.isEmpty else {
            console.confirm("there is no month to seal")
            return .done
        }
        var table = TextTable([
            .init(title: "MONTH"), .init(title: "LINES", isNumber: true), .init(title: "BYTES", isNumber: true),
            .init(title: "SEALED", isNumber: true),
        ])
        for one in sealed { table.add([one.month, String(one.lines), String(one.size), String(one.packedSize)]) }
        console.write(table.rendered(width: console.outputWidth))
        return .done
    }
}

extension SealedMonth {
    fileprivate var value: Value {
        .map(
            ValueMap([
                ("month", .string(month)), ("lines", .int(lines)), ("bytes", .int(size)),
                ("sealedBytes", .int(packedSize)),
            ]))
    }
}
