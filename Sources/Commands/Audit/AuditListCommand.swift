internal import KeyLedger
internal import Text
internal import UsageReports
internal import Values

extension Command {
    /// The commands of `keyport audit`.
    static let ofAudit: [Command] = [.auditList, .auditVerify]

    /// `keyport audit list`.
    static let auditList = Command(
        ["audit", "list"], "List what was done to keys and settings, the oldest first.",
        options: LedgerAccess.options + [
            .value("key", nil, "KEY", "only what was done to that key: an id or a name"),
            .flag("json", nil, "print as JSON"),
        ],
        discussion: "The chain of the log is checked on the way; damage ends with 3.",
        examples: ["keyport audit list --key \"payments nightly\""]
    ) { arguments, console in
        let ledger = try LedgerAccess.read(arguments, console)
        let id = try arguments.text("key").map { try ledger.key($0).id }
        let entries = try ledger.history(of: id)
        if arguments.flag("json") {
            console.write(UsageJSON.text(.map(ValueMap([("entries", .list(entries.map(\.value)))]))))
            return .done
        }
        guard !entries.isEmpty else {
            console.confirm("nothing was done yet")
            return .done
        }
        var table = TextTable([
            .init(title: "TIME"), .init(title: "BY"), .init(title: "WHAT"), .init(title: "KEY"), .init(title: "DETAIL"),
        ])
        for entry in entries {
            table.add([
                entry.time.wholeSeconds.rfc3339, entry.actor, entry.action,
                entry.key.map { ledger.key(id: $0)?.name ?? $0 } ?? "–", entry.sentence(toldOf: id),
            ])
        }
        console.write(table.rendered(width: nil))
        return .done
    }

    /// `keyport audit verify`.
    static let auditVerify = Command(
        ["audit", "verify"], "Check the chain of the audit log.",
        options: LedgerAccess.options + [.flag("json", nil, "print as JSON")],
        discussion: "Each line must fit its own hash and the hash of the line before. Damage ends with 3.",
        examples: ["keyport audit verify"]
    ) { arguments, console in
        let entries = try LedgerAccess.read(arguments, console).history()
        if arguments.flag("json") {
            console.write(UsageJSON.text(.map(ValueMap([("sound", .bool(true)), ("entries", .int(entries.count))]))))
        } else {
            console.write("\(entries.count) \(entries.count == 1 ? "entry" : "entries"), the chain is sound\n")
        }
        return .done
    }
}

extension AuditEntry {
    /// The entry as JSON, without the digests that chain it.
    var value: Value {
        .map(
            ValueMap([
                ("seq", .int(sequence)), ("time", .string(time.rfc3339)), ("actor", .string(actor)),
                ("action", .string(action)), ("key", key.map { .string($0) } ?? .null), ("detail", .map(detail)),
            ]))
    }
}
