internal import KeyLedger
internal import Text
internal import UsageReports

extension Command {
    /// `keyport usage export`.
    static let usageExport = Command(
        ["usage", "export"], "Write the events of a period, or all, to standard output.",
        options: LedgerAccess.options + [
            .value("format", nil, "F", "jsonl, cloudevents (one a line) or csv (default jsonl)"),
            .value("period", nil, "NAME", "only that period, such as 2026-10, current or previous"),
            .value("key", nil, "KEY", "only events of that key"),
            .value("project", nil, "P", "only events for that project"),
        ],
        discussion: """
            Each event comes once, in the order of the files, corrections too, so that keyport usage import makes the same figures
            of them. With --key or --project, corrections come only with the events they take back.
            """,
        examples: ["keyport usage export --period 2026-10 --format csv > october.csv"]
    ) { arguments, console in
        let name = arguments.value("format") ?? "jsonl"
        guard let format = EventExport.Format(rawValue: name) else {
            throw UsageError(
                message: "--format: there is no format \(name.singleLine)", suggestion: "jsonl, cloudevents or csv")
        }
        let ledger = try LedgerAccess.read(arguments, console)
        var filter = EventExport.Filter()
        if let key = try arguments.text("key") { filter.key = try ledger.key(key).id }
        filter.project = try arguments.text("project")
        if let period = try arguments.text("period") { filter.period = try ledger.period(named: period) }
        try EventExport(format: format, filter: filter).write(ledger) { console.write($0) }
        return .done
    }
}
