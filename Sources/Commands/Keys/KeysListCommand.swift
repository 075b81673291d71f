internal import KeyLedger
internal import Text
internal import UsageReports
internal import Values

extension Command {
    /// `keyport keys list`.
    static let keysList = Command(
        ["keys", "list"], "List the keys with their state and their use.",
        options: LedgerAccess.options + KeySelection.options + [
            .flag("all", "a", "the deleted keys too, which --json always has"),
            .flag("json", nil, "print as JSON"),
        ],
        discussion: """
            Tokens and share are those of the running period; times are those of the workspace's zone. A key that was not
            used for the days that the settings give is marked stale.
            """,
        examples: ["keyport keys list", "keyport keys list --kind ci_key --sort used", "keyport keys list --json"]
    ) { arguments, console in
        var selection = try KeySelection(arguments)
        let figures = LedgerFigures(try LedgerAccess.read(arguments, console))
        let keys = try figures.keys()
        if arguments.flag("json") {
            selection.includesDeleted = true
            console.write(UsageJSON.text(UsageJSON.keys(selection.keys(of: keys, at: figures.now))))
            return .done
        }
        let shown = selection.keys(of: keys, at: figures.now)
        if shown.isEmpty {
            console.confirm(
                keys.isEmpty
                    ? "there are no keys; keyport keys create NAME makes one"
                    : "none of the \(keys.count) keys is meant; --all shows the deleted ones too")
            return .done
        }
        var table = TextTable([
            .init(title: "NAME"), .init(title: "KIND"), .init(title: "PROJECT"), .init(title: "STATE"),
            .init(title: "CREATED"), .init(title: "LAST USED"), .init(title: "TOKENS", isNumber: true),
            .init(title: "SHARE", isNumber: true), .init(title: "SECRET"), .init(title: "ID"),
        ])
        let zone = figures.workspace.zone
        for entry in shown {
            let key = entry.key
            table.add([
                key.name, key.kind.rawValue, key.project ?? "–",
                entry.state.rawValue + (entry.isStale ? ", stale" : ""),
                key.createdAt.day(in: zone).description,
                entry.lastUsedAt.map { $0.day(in: zone).description } ?? "never",
                String(entry.tokensThisPeriod), Percent.text(entry.share), key.hint, key.id,
            ])
        }
        console.write(table.rendered(width: console.outputWidth))
        let hidden = keys.count { $0.key.isDeleted }
        if hidden > 0, !selection.includesDeleted {
            console.confirm("\(hidden) deleted \(hidden == 1 ? "key" : "keys") left out; --all shows them")
        }
        return .done
    }
}

/// Shares as people read them.
enum Percent {
    /// A part of 1 as per cent with one digit, such as `12.3 %`.
    static func text(_ share: Double) -> String {
        let tenths = Int((min(max(share, 0), 1) * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
