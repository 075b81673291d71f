internal import Files
internal import KeyLedger
internal import Text
internal import UsageReports
internal import Values

extension Command {
    /// `keyport usage import`.
    static let usageImport = Command(
        ["usage", "import"], "Take in events from files or standard input.", operands: "FILE…|-", count: 1...Int.max,
        options: LedgerAccess.options + [
            .flag("batch", nil, "take in all or nothing"),
            .flag("json", nil, "print what was done as JSON"),
        ],
        discussion: """
            Reads Keyport's own lines, CloudEvents 1.0 in JSON (one a line, one document, or a batch) and CSV with a header.
            An event that came before counts once. What is refused is kept in quarantine.jsonl with its reason, and the
            command ends with 1; everything else is taken in, a thousand at a time: each thousand is on the disk before the next.
            Said again after an interruption, the command goes on where it was.
            """,
        examples: [
            "keyport usage import events.jsonl more.csv",
            "curl -s https://platform.example/events | keyport usage import -",
        ]
    ) { arguments, console in
        let ledger = try LedgerAccess.write(arguments, console)
        // All are looked at before the first event is taken in: a missing file must not leave half of the work done.
        var deliveries: [UsageDelivery] = []
        for path in arguments.operands { deliveries.append(try UsageDelivery(try deliveryFile(path, console))) }
        let report = try ImportRun(ledger: ledger, console: console, isAllOrNothing: arguments.flag("batch"))
            .take(deliveries)
        let reached = report.accepted > 0 ? ThresholdNotice.say(ledger, console) : .list([])
        if arguments.flag("json") {
            console.write(UsageJSON.text(report.value(reached)))
        } else {
            console.report(report.findings)
            console.write(
                "accepted     \(report.accepted)\nduplicates   \(report.duplicates)\nquarantined  \(report.isWritten ? report.refused : 0)\(report.reasons)\n"
            )
        }
        if !report.isWritten {
            console.report(
                Diagnostic(
                    code: "import.batch",
                    "nothing was taken in: \(report.refused) of the events are refused"
                ))
        }
        return report.refused == 0 ? .done : .failed
    }

    private static func deliveryFile(_ path: String, _ console: Console) throws(Diagnostic) -> SourceFile {
        guard path == "-" else { return try Input.file(path) }
        do throws(FileError) {
            return SourceFile(path: "<stdin>", bytes: try console.readInput())
        } catch {
            throw error.diagnostic
        }
    }
}

extension IngestReport {
    /// How many refusals are shown one by one.
    private static let findingLimit = 50

    /// How many were refused for which reason, such as ` (2 malformed, 1 too_late)`; empty when none were.
    fileprivate var reasons: String {
        let counts = QuarantineReason.allCases.compactMap { reason in
            let count = quarantined.count { $0.reason == reason }
            return count == 0 ? nil : "\(count) \(reason.rawValue)"
        }
        return counts.isEmpty || !isWritten ? "" : " (\(counts.joined(separator: ", ")))"
    }

    /// The refused events, each with its place.
    fileprivate var findings: [Diagnostic] {
        var findings = quarantined.prefix(Self.findingLimit).map { refusal in
            Diagnostic(
                .warning, code: "import." + refusal.reason.rawValue,
                "\(refusal.reason.rawValue): \(refusal.detail)", path: refusal.place)
        }
        if refused > findings.count {
            findings.append(
                Diagnostic(
                    .warning, code: "import.more", "\(refused - findings.count) more events are refused",
                    suggestion: "--json lists them all"))
        }
        return findings
    }

    fileprivate func value(_ reached: Value) -> Value {
        .map(
            ValueMap([
                ("accepted", .int(accepted)), ("duplicates", .int(duplicates)),
                ("quarantined", .int(isWritten ? refused : 0)), ("written", .bool(isWritten)),
                ("thresholds", reached),
                (
                    "refused",
                    .list(
                        quarantined.map { refusal in
                            .map(
                                ValueMap([
                                    ("origin", .string(refusal.origin)), ("reason", .string(refusal.reason.rawValue)),
                                    ("detail", .string(refusal.detail)),
                                    ("source", refusal.name.map { .string($0.source) } ?? .null),
                                    ("id", refusal.name.map { .string($0.id) } ?? .null),
                                ]))
                        })
                ),
            ]))
    }
}

extension IngestReport.Refusal {
    /// `file:line:column` where the event stands on a line of its own.
    fileprivate var place: String {
        guard let colon = origin.lastIndex(of: ":"), Int(origin[origin.index(after: colon)...]) != nil else {
            return origin
        }
        return origin + ":1"
    }
}
