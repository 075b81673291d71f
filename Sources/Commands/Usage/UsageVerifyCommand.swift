internal import KeyLedger
internal import Text
internal import UsageReports
internal import Values

extension Command {
    /// `keyport usage verify`.
    static let usageVerify = Command(
        ["usage", "verify"], "Read every line of the store and name the damaged ones.",
        options: LedgerAccess.options + [.flag("json", nil, "print what was found as JSON")],
        discussion: """
            Holds each line of usage and quarantine against its checksum, the audit log against its chain, each log against
            what was acknowledged of it, each closed report against the audit log and the lines it was made of. Damage ends
            with 3.
            """,
        examples: ["keyport usage verify"]
    ) { arguments, console in
        let health = try LedgerAccess.read(arguments, console).health()
        console.report(health.findings)
        if arguments.flag("json") {
            console.write(UsageJSON.text(health.value))
        } else {
            let rows = [
                ("files", health.files), ("events", health.events), ("duplicates", health.duplicates),
                ("conflicts", health.conflicts), ("corrections", health.voids), ("unchecked", health.unchecked),
                ("quarantined", health.quarantined), ("reports", health.reports), ("damaged", health.damaged),
            ]
            for (name, count) in rows {
                console.write(name + String(repeating: " ", count: 13 - name.count) + "\(count)\n")
            }
        }
        return health.isSound ? .done : .store
    }
}

extension UsageHealth {
    fileprivate var damaged: Int { findings.count { $0.severity == .error } }

    fileprivate var value: Value {
        .map(
            ValueMap([
                ("sound", .bool(isSound)), ("files", .int(files)), ("events", .int(events)),
                ("duplicates", .int(duplicates)), ("conflicts", .int(conflicts)), ("corrections", .int(voids)),
                ("unchecked", .int(unchecked)), ("quarantined", .int(quarantined)),
                ("reports", .int(reports)),
                (
                    "findings",
                    .list(
                        findings.map { finding in
                            let place = finding.location.map { $0.file.position(of: $0.range.lowerBound) }
                            return .map(
                                ValueMap([
                                    ("severity", .string(finding.severity.rawValue)),
                                    (
                                        "path",
                                        (finding.location?.file.path ?? finding.path).map { .string($0) } ?? .null
                                    ),
                                    ("line", place.map { .int($0.line) } ?? .null),
                                    ("message", .string(finding.message)),
                                ]))
                        })
                ),
            ]))
    }
}
