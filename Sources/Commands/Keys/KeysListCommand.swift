internal import KeyLedger
internal import Text
internal import UsageReports
internal import Values

extension Command {
    /// `keyport keys list`.
    static let keysList = Command(
        ["keys", "list"], "List the keys with their state and their use.",
        options: LedgerAccess.options + KeySelection.options + [
            .flag("all", "a", "the deleted keys too, which JSON always has"),
            .value("format", nil, "FORMAT", "table, json or csv (default table)"),
            .flag("json", nil, "the same as --format json"),
        ],
        discussion: """
            Tokens and share are those of the running period; times are those of the workspace's zone. A key that was not
            used for the days that the settings give is marked stale. With --legacy the list says how far the use of each
            key has gone over to the key that replaces it: open when there is none, started when that was never used, both
            when the legacy key was still used after that began, else done.
            """,
        examples: [
            "keyport keys list", "keyport keys list --name \"pay*\" --sort used", "keyport keys list --stale 90d",
            "keyport keys list --legacy --migration open --migration both", "keyport keys list --format csv",
        ]
    ) { arguments, console in
        var selection = try KeySelection(arguments)
        let format = try ListFormat.table.or(arguments)
        let figures = LedgerFigures(try LedgerAccess.read(arguments, console))
        let keys = try figures.keys()
        try selection.check(keys, in: figures.workspace)
        console.report(try SunsetNotice.all(figures))
        if format == .json { selection.includesDeleted = true }
        let shown = selection.keys(of: keys, at: figures.now)
        switch format {
        case .json: console.write(UsageJSON.text(UsageJSON.keys(shown)))
        case .csv: console.write(KeyExport.list(shown))
        case .table: table(shown, of: keys, selection, figures, console)
        }
        return .done
    }

    private static func table(
        _ shown: [KeyFigures], of keys: [KeyFigures], _ selection: KeySelection, _ figures: LedgerFigures,
        _ console: Console
    ) {
        if shown.isEmpty {
            console.confirm(
                keys.isEmpty
                    ? "there are no keys; keyport keys create NAME makes one"
                    : "none of the \(keys.count) keys is meant; --all shows the deleted ones too")
            return
        }
        var columns: [TextTable.Column] = [
            .init(title: "NAME"), .init(title: "KIND"), .init(title: "PROJECT"), .init(title: "STATE"),
            .init(title: "CREATED"), .init(title: "LAST USED"), .init(title: "TOKENS", isNumber: true),
            .init(title: "SHARE", isNumber: true), .init(title: "SECRET"), .init(title: "ID"),
        ]
        if selection.isOfMigration { columns.insert(.init(title: "MIGRATION"), at: 4) }
        let zone = figures.workspace.zone
        let isOfMigration = selection.isOfMigration
        let table = TextTable(columns, of: shown) { entry in
            let key = entry.key
            var cells = [
                key.name, key.kind.rawValue, key.project ?? "–",
                entry.state.rawValue + (entry.isStale ? ", stale" : ""),
                key.createdAt.day(in: zone).description,
                entry.lastUsedAt.map { $0.day(in: zone).description } ?? "never",
                String(entry.tokensThisPeriod), Percent.text(entry.share), key.hint, key.id,
            ]
            if isOfMigration { cells.insert(entry.migration?.rawValue ?? "–", at: 4) }
            return cells
        }
        console.write(table.bytes(width: console.outputWidth))
        let hidden = keys.count { $0.key.isDeleted }
        if hidden > 0, !selection.includesDeleted {
            console.confirm("\(hidden) deleted \(hidden == 1 ? "key" : "keys") left out; --all shows them")
        }
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
