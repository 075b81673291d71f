internal import KeyLedger
internal import Text
internal import UsageReports
internal import Values

extension Command {
    /// `keyport usage record`.
    static let usageRecord = Command(
        ["usage", "record"], "Count one start of an instance.",
        options: LedgerAccess.eventOptions + [
            .value("key", nil, "KEY", "which key was used: an id or a name"),
            .value("id", nil, "ID", "names the event within its source (default: made up)"),
            .value("source", nil, "S", "where the event comes from (default cli)"),
            .value("time", nil, "TIME", "when the start was (default now)"),
            .value("tokens", nil, "N", "how many tokens it consumed (default 1)"),
            .value("project", nil, "P", "what it counts for (default the key's project)"),
            .value("provider", nil, "P", "where it ran, such as github-actions"),
            .flag("json", nil, "print the event as JSON"),
        ],
        discussion: """
            When the command ends with 0, the event is on the disk. The same source and id again count once. The same source
            and id with other facts are refused, and kept in quarantine.jsonl.
            """,
        examples: ["keyport usage record --key \"payments nightly\" --source github-actions/acme --id 812/1"]
    ) { arguments, console in
        let key = try arguments.needed("key", "KEY")
        let source = try arguments.text("source") ?? "cli"
        let id = try arguments.text("id")
        var tokens = 1
        if let text = arguments.value("tokens") {
            guard let number = Int(text), 0...UsageEvent.tokenLimit ~= number else {
                throw UsageError(
                    message: "--tokens: \(text.singleLine) is not a whole number from 0 to \(UsageEvent.tokenLimit)")
            }
            tokens = number
        }
        let ledger = try LedgerAccess.write(arguments, console, site: LedgerAccess.eventSite)
        var time: Instant?
        if let text = arguments.value("time") {
            time = try TimeArgument.instant(text, "--time", in: ledger.workspace.zone)
        } else if let id {
            // Said again without a time, as a pipeline does that tries once more: it is the same start, not another one.
            time = try ledger.engine.event(UsageEvent.Name(source: source, id: id))?.time
        }
        let (event, isNew) = try ledger.record(
            key: key, id: id, source: source, time: time, tokens: tokens, project: try arguments.text("project"),
            provider: try arguments.text("provider"))
        let reached = isNew ? ThresholdNotice.say(ledger, console) : .list([])
        if arguments.flag("json") {
            console.write(UsageJSON.text(event.value(isNew: isNew, reached: reached)))
        } else {
            let what = "\(event.source.terminalText) \(event.id.terminalText)"
            console.confirm(isNew ? "counted \(what): \(tokens) for \(event.key)" : "\(what) was counted already")
        }
        return .done
    }
}

extension UsageEvent {
    fileprivate func value(isNew: Bool, reached: Value) -> Value {
        .map(
            ValueMap([
                ("id", .string(id)), ("source", .string(source)), ("time", .string(time.rfc3339)),
                ("key", .string(key)),
                ("tokens", .int(tokens)), ("project", project.map { .string($0) } ?? .null),
                ("provider", provider.map { .string($0) } ?? .null), ("new", .bool(isNew)), ("thresholds", reached),
            ]))
    }
}
