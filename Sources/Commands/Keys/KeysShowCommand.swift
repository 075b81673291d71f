internal import KeyLedger
internal import Text
internal import UsageReports
internal import Values

extension Command {
    /// `keyport keys show`.
    static let keysShow = Command(
        ["keys", "show"], "Show one key with its use and its history.", operands: "KEY", count: 1...1,
        options: LedgerAccess.options + [.flag("json", nil, "print as JSON")],
        discussion: keyDiscussion,
        examples: ["keyport keys show \"payments nightly\"", "keyport keys show key_7f3k9m2qx0ab --json"]
    ) { arguments, console in
        let figures = LedgerFigures(try LedgerAccess.read(arguments, console))
        let entry = try figures.key(arguments.operand(0))
        let history = try figures.history(ofKey: entry.key.id)
        console.report(try SunsetNotice.all(figures, only: entry.key))
        if arguments.flag("json") {
            var map = UsageJSON.key(entry).mapValue ?? ValueMap()
            map["history"] = .list(history.map(\.value))
            console.write(UsageJSON.text(.map(map)))
        } else {
            console.write(KeyText.text(entry, history, figures))
        }
        return .done
    }
}

/// One key as `keys show` prints it.
private enum KeyText {
    static func text(_ entry: KeyFigures, _ history: [AuditEntry], _ figures: LedgerFigures) -> String {
        let key = entry.key
        var rows = [
            ("name", key.name), ("id", key.id), ("kind", kind(entry, figures)), ("secret", key.hint),
            ("state", entry.state.rawValue + (entry.isStale ? ", stale" : "")),
        ]
        if let project = key.project { rows.append(("project", project)) }
        if !key.tags.isEmpty {
            rows.append(("tags", key.tags.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")))
        }
        rows.append(("created", figures.text(key.createdAt) + (key.createdBy.map { " by \($0)" } ?? "")))
        if let time = key.rotatedAt { rows.append(("rotated", figures.text(time))) }
        for old in key.overlap where old.validUntil > figures.now {
            rows.append(("old secret", "\(old.hint), good until \(figures.text(old.validUntil))"))
        }
        if let time = key.disabledAt { rows.append(("disabled", figures.text(time))) }
        if let time = key.expiresAt { rows.append((time > figures.now ? "expires" : "expired", figures.text(time))) }
        if let time = key.deletedAt { rows.append(("deleted", figures.text(time))) }
        if let id = key.migratedTo { rows.append(("replaced by", id)) }
        if let id = key.migratedFrom { rows.append(("replaces", id)) }
        if let migration = entry.migration { rows.append(("migration", migration.rawValue)) }
        if let time = entry.firstUsedAt { rows.append(("first used", figures.text(time))) }
        rows.append(("last used", entry.lastUsedAt.map(figures.text) ?? "never"))
        let tokens = entry.tokensThisPeriod
        rows.append(
            (
                "this period",
                "\(tokens) \(tokens == 1 ? "token" : "tokens"), \(Percent.text(entry.share)) of \(figures.currentPeriod.name)"
            ))
        let width = rows.map(\.0.count).max() ?? 0
        var text = rows.map { name, value in
            name + String(repeating: " ", count: width - name.count + 2) + value.terminalText + "\n"
        }.joined()
        guard !history.isEmpty else { return text }
        text += "\n"
        var table = TextTable([
            .init(title: "HISTORY"), .init(title: "WHAT"), .init(title: "BY"), .init(title: "DETAIL"),
        ])
        for happened in history {
            let detail = happened.sentence(toldOf: key.id)
            table.add([figures.text(happened.time), happened.action, happened.actor, detail])
        }
        return text + table.rendered(width: nil)
    }

    private static func kind(_ entry: KeyFigures, _ figures: LedgerFigures) -> String {
        let kind = entry.key.kind
        guard let rule = figures.workspace.sunset(of: kind), let end = rule.endsOn else { return kind.rawValue }
        let day = figures.now.day(in: figures.workspace.zone)
        return "\(kind.rawValue), \(day < end ? "ends" : "ended") on \(end)"
    }
}
