internal import KeyLedger
internal import Text
internal import UsageReports
internal import Values

/// The warnings before the end of a kind of keys: 60, 30, 7 days and one day ahead, each until the next is due.
enum SunsetNotice {
    /// What is due for all keys, or for `key` alone: how many keys still have to move.
    static func all(_ figures: LedgerFigures, only key: Key? = nil) throws(LedgerError) -> [Diagnostic] {
        let workspace = figures.workspace
        let today = figures.now.day(in: workspace.zone)
        var notices: [Diagnostic] = []
        for rule in workspace.sunsets where rule.warning(on: today) != nil {
            if let key {
                if key.kind == rule.kind { notices += of(key, in: figures.ledger) }
                continue
            }
            let count = try figures.keys().count { $0.key.kind == rule.kind && $0.hasToMove }
            guard count > 0, let end = rule.endsOn, let days = rule.daysLeft(on: today) else { continue }
            notices.append(
                notice(
                    "\(count) \(count == 1 ? "key" : "keys") of the kind \(rule.kind) still \(count == 1 ? "has" : "have") to move: the kind no longer activates",
                    from: end, days: days, help: "keyport keys list --legacy names them and says who moved"))
        }
        return notices
    }

    /// What is due for one key that activates.
    static func of(_ key: Key, in ledger: Ledger) -> [Diagnostic] {
        let workspace = ledger.workspace
        let today = ledger.now.day(in: workspace.zone)
        guard let rule = workspace.sunset(of: key.kind), rule.warning(on: today) != nil, let end = rule.endsOn,
            let days = rule.daysLeft(on: today), key.state(at: ledger.now, in: workspace) == .active
        else { return [] }
        let help =
            key.migratedTo.map { "use the secret of \($0), which replaces it" }
            ?? "keyport keys migrate \(key.id) makes the key that replaces it"
        return [notice("the \(key.kind.title) \(key.label) no longer activates", from: end, days: days, help: help)]
    }

    private static func notice(_ what: String, from end: CivilDate, days: Int, help: String) -> Diagnostic {
        Diagnostic(
            .warning, code: "sunset", "\(what) from \(end) on, in \(days) \(days == 1 ? "day" : "days")",
            suggestion: help)
    }
}
