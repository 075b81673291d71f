internal import KeyLedger
internal import Text
internal import UsageReports
internal import Values

extension Command {
    /// `keyport report`.
    static let report = Command(
        ["report"], "Write the report of one period to standard output.",
        options: [
            .value("period", nil, "NAME", "the period, such as 2026-10, current or previous (default the running one)"),
            .value("format", nil, "FORMAT", "html, json, csv, md or svg (default md)"),
            .value("graph", nil, "NAME", "the graph of --format svg: daily, cumulative, keys (default cumulative)"),
            .flag("close", nil, "close the periods that have come to their closing, first"),
            .flag("revise", nil, "write the next revision of a closed period's report, first"),
        ] + StoreOptions.options,
        discussion: """
            The report of a closed period is that of its closing, whatever came since. Periods are closed by publish, or
            here with --close. --revise takes in what came late: r2 stands beside r1, which never changes.
            """,
        examples: [
            "keyport report --period 2026-10 --format csv > 2026-10.csv", "keyport report --format json | jq .used",
        ]
    ) { arguments, console in
        let formats = ["html", "json", "csv", "md", "svg"]
        let format = arguments.value("format") ?? "md"
        guard formats.contains(format) else {
            throw UsageError(
                message: "--format: \(format.singleLine) is none of \(formats.joined(separator: ", "))",
                suggestion: nearestName(to: format, among: formats).map { "did you mean \($0)?" })
        }
        let graphs: [String: UsageGraph] = ["daily": .daily, "cumulative": .cumulative, "keys": .keys]
        guard let graph = graphs[arguments.value("graph") ?? "cumulative"] else {
            throw UsageError(message: "--graph is daily, cumulative or keys")
        }
        do {
            try settle(arguments, console)
            let figures = try StoreOptions.figures(arguments)
            let period = try figures.ledger.period(named: arguments.value("period") ?? "current")
            let report = try ReportExport(figures, period: period)
            switch format {
            case "html": console.write(try report.html())
            case "json": console.write(try report.json())
            case "csv": console.write(try report.csv())
            case "svg": console.write(try report.svg(graph))
            default: console.write(try report.markdown())
            }
            return .done
        } catch let error as LedgerError {
            console.report(error.diagnostic)
            return ExitStatus(rawValue: error.status.rawValue) ?? .store
        }
    }
}

extension Command {
    /// Closes and revises what the command line asks for; says on standard error what was written.
    private static func settle(_ arguments: Arguments, _ console: Console) throws {
        guard arguments.flag("close") || arguments.flag("revise") else { return }
        let ledger = try LedgerAccess.write(arguments, console)
        if arguments.flag("close") {
            for report in try ledger.closeDuePeriods() {
                console.message("closed \(report.name): \(report.used) tokens, reports/\(report.fileName)")
            }
        }
        guard arguments.flag("revise") else { return }
        guard let name = try arguments.text("period") else {
            throw UsageError(message: "--revise needs a period", suggestion: "name it with --period NAME")
        }
        let report = try ledger.revise(try ledger.period(named: name))
        console.message("revised \(report.name): \(report.used) tokens, reports/\(report.fileName)")
    }
}

/// The options of commands that read the store alone.
enum StoreOptions {
    /// Which store, and when it is.
    static let options: [Option] = [
        .value("store", nil, "DIR", "the store of keys and usage (default store beside the source)"),
        .value("source", "s", "DIR", "the folder of the site (default .)"),
        .value("now", nil, "TIME", "the present, as 2026-03-15T09:12:44Z; also SOURCE_DATE_EPOCH"),
    ]

    /// The figures of the store, which must be there.
    static func figures(_ arguments: Arguments) throws -> LedgerFigures {
        let now = try Present.time(arguments)
        return LedgerFigures(
            try Ledger.open(SiteOptions.store(arguments), access: .read, clock: .fixed(Instant(seconds: now.seconds))))
    }
}
