internal import Files
internal import KeyLedger
internal import Text
internal import UsageReports
internal import Values

extension Command {
    /// `keyport report`.
    static let report = Command(
        ["report"], "Write the report of one period, or say what in it needs attention.",
        options: [
            .value("period", nil, "NAME", "the period, such as 2026-10, current or previous (default the running one)"),
            .value("format", nil, "FORMAT", "html, json, csv, md, svg or eml (default md)"),
            .value("graph", nil, "NAME", "the graph of --format svg: daily, cumulative, keys (default cumulative)"),
            .flag("close", nil, "close the periods that have come to their closing, first"),
            .flag("revise", nil, "write the next revision of a closed period's report, first"),
            .flag(
                "check", nil,
                "print a line for each threshold, projection and key that needs attention; end with 1 then"),
            .value("within", nil, "DAYS", "how long before its end --check speaks of a key (default 14)"),
            .value("outbox", nil, "DIR", "put the mail of --format eml into a folder, under a name of its own"),
            .value("from", nil, "ADDRESS", "who the mail is from (default keyport@localhost)"),
            .value("to", nil, "ADDRESS", "whom the mail is to; may be given several times"),
        ] + StoreOptions.options,
        discussion: """
            The report of a closed period is that of its closing, whatever came since. Periods are closed by publish, or
            here with --close. --revise takes in what came late: r2 stands beside r1, which never changes.

            With --check and --format eml there is a mail only when something needs attention. The mail has the report as text
            and its graph as an attachment; another program sends it.
            """,
        examples: [
            "keyport report --period 2026-10 --format csv > 2026-10.csv", "keyport report --format json | jq .used",
            "keyport report --check", "keyport report --check --format eml --to lead@example.org --outbox mail",
        ]
    ) { arguments, console in
        do {
            return try ReportRun(arguments).run(console)
        } catch let error as LedgerError {
            console.report(error.diagnostic)
            return ExitStatus(rawValue: error.status.rawValue) ?? .store
        }
    }
}

/// One run of `keyport report`.
private struct ReportRun {
    private enum Format: String, CaseIterable {
        case html, json, csv, md, svg, eml
    }

    private let arguments: Arguments
    private let format: Format
    private let graph: UsageGraph
    private let days: Int
    private let sender: String
    private let recipients: [String]

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        let names = Format.allCases.map(\.rawValue)
        let name = arguments.value("format") ?? "md"
        guard let format = Format(rawValue: name) else {
            throw UsageError(
                message: "--format: \(name.singleLine) is none of \(names.joined(separator: ", "))",
                suggestion: nearestName(to: name, among: names).map { "did you mean \($0)?" })
        }
        self.format = format
        let graphs: [String: UsageGraph] = ["daily": .daily, "cumulative": .cumulative, "keys": .keys]
        guard let graph = graphs[arguments.value("graph") ?? "cumulative"] else {
            throw UsageError(message: "--graph is daily, cumulative or keys")
        }
        self.graph = graph
        let text = arguments.value("within") ?? "14"
        guard let days = Int(text), 0...3650 ~= days else {
            throw UsageError(message: "--within: \(text.singleLine) is not a number of days from 0 to 3650")
        }
        self.days = days
        sender = arguments.value("from") ?? "keyport@localhost"
        recipients = arguments.values("to")
        for address in [sender] + recipients where !ReportMail.isAddress(address) {
            throw UsageError(
                message: "\(address.singleLine) is not the address of a mailbox",
                suggestion: "write it as lead@example.org")
        }
        if format == .eml, recipients.isEmpty {
            throw UsageError(message: "--format eml: to whom?", suggestion: "name somebody with --to lead@example.org")
        }
        for option in ["outbox", "from", "to"] where format != .eml && arguments.value(option) != nil {
            throw UsageError(message: "--\(option) goes with --format eml")
        }
        // Before anything is closed.
        if arguments.flag("revise"), try arguments.text("period") == nil {
            throw UsageError(message: "--revise needs a period", suggestion: "name it with --period NAME")
        }
        if arguments.flag("check"), ![.md, .eml].contains(format) {
            throw UsageError(
                message: "--check prints lines, or writes a mail with --format eml; \(name) is neither",
                suggestion: "leave --format away, and write the report by another call")
        }
        if !arguments.flag("check"), arguments.value("within") != nil {
            throw UsageError(message: "--within goes with --check")
        }
    }

    func run(_ console: Console) throws -> ExitStatus {
        try settle(console)
        let figures = try StoreOptions.figures(arguments)
        let period = try figures.period(named: arguments.value("period") ?? "current")
        let report = try ReportExport(figures, period: period)
        guard arguments.flag("check") else {
            switch format {
            case .html: console.write(try report.html())
            case .json: console.write(try report.json())
            case .csv: console.write(try report.csv())
            case .md: console.write(try report.markdown())
            case .svg: console.write(try report.svg(graph))
            case .eml: try mail(report, in: figures, alerts: [], console)
            }
            return .done
        }
        let alerts = try figures.alerts(in: period, expiringWithin: days)
        if format == .eml {
            if !alerts.isEmpty { try mail(report, in: figures, alerts: alerts, console) }
        } else {
            console.write(alerts.map { "\($0.kind.rawValue): \($0.text)\n" }.joined())
        }
        return alerts.isEmpty ? .done : .failed
    }

    /// Closes and revises what the command line asks for; says on standard error what was written.
    private func settle(_ console: Console) throws {
        guard arguments.flag("close") || arguments.flag("revise") else { return }
        let ledger = try LedgerAccess.write(arguments, console)
        if arguments.flag("close") {
            for report in try ledger.closeDuePeriods() {
                console.message("closed \(report.name): \(report.used) tokens, reports/\(report.fileName)")
            }
        }
        guard arguments.flag("revise") else { return }
        let report = try ledger.revise(try ledger.period(named: try arguments.text("period") ?? ""))
        console.message("revised \(report.name): \(report.used) tokens, reports/\(report.fileName)")
    }

    /// Writes the mail to the outbox, and the path to standard output; without an outbox the mail itself.
    private func mail(
        _ report: ReportExport, in figures: LedgerFigures, alerts: [UsageAlert], _ console: Console
    ) throws {
        let mail = ReportMail(report, in: figures, alerts: alerts, sender: sender, recipients: recipients)
        guard let outbox = arguments.value("outbox") else {
            console.write(try mail.bytes())
            return
        }
        try FileSystem.makeDirectory(outbox)
        let path = "\(outbox)/\(mail.fileName)"
        try FileSystem.write(try mail.bytes(), to: path, atomically: true)
        console.write(path + "\n")
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
