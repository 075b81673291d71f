internal import KeyLedger
internal import Text

extension Command {
    /// `keyport usage void`.
    static let usageVoid = Command(
        ["usage", "void"], "Take an event back; it stays in the log and no longer counts.",
        options: LedgerAccess.eventOptions + [
            .value("id", nil, "ID", "the event's name within its source"),
            .value("source", nil, "S", "where the event came from (default cli)"),
        ],
        examples: ["keyport usage void --source github-actions/acme --id 812/1"]
    ) { arguments, console in
        let id = try arguments.needed("id", "ID")
        let source = try arguments.text("source") ?? "cli"
        let event = try LedgerAccess.write(arguments, console, site: LedgerAccess.eventSite).void(
            UsageEvent.Name(source: source, id: id))
        console.confirm("took back \(source.terminalText) \(id.terminalText): \(event.tokens) for \(event.key)")
        return .done
    }
}
