internal import KeyLedger
internal import Text
internal import Values

/// The thresholds of the quota that a delivery has reached: each is said once a period.
enum ThresholdNotice {
    /// Says what was reached, on standard error, and answers it for JSON.
    ///
    /// The delivery is on the disk already: what goes wrong here is said, and does not take that back.
    static func say(_ ledger: Ledger, _ console: Console) -> Value {
        do throws(LedgerError) {
            let reached = try ledger.fireThresholds()
            for one in reached {
                console.report(
                    Diagnostic(
                        .warning, code: "threshold",
                        "\(one.percent) % of the quota of \(one.period) is reached: \(one.used) of \(one.quota) tokens are used"
                    ))
            }
            return .list(
                reached.map { one in
                    .map(
                        ValueMap([
                            ("period", .string(one.period)), ("percent", .int(one.percent)),
                            ("quota", .int(one.quota)), ("used", .int(one.used)),
                        ]))
                })
        } catch {
            var diagnostic = error.diagnostic
            diagnostic.severity = .warning
            console.report(diagnostic)
            return .list([])
        }
    }
}
