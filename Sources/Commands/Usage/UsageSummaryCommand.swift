internal import KeyLedger
internal import Text
internal import UsageReports
internal import Values

extension Command {
    /// `keyport usage summary`.
    static let usageSummary = Command(
        ["usage", "summary"], "Sum up one period.",
        options: LedgerAccess.options + [
            .value("period", nil, "NAME", "the period, such as 2026-10, current or previous (default current)"),
            .value("key", nil, "KEY", "only the use of that key"),
            .value("project", nil, "P", "only use for that project"),
            .value("provider", nil, "P", "only use on that provider"),
            .value("kind", nil, "KIND", "only the use of keys of that kind"),
            .flag("json", nil, "print as JSON"),
        ],
        discussion: "The quota is the whole workspace's: a part of the use is not held against it.",
        examples: ["keyport usage summary", "keyport usage summary --period 2026-10 --json"]
    ) { arguments, console in
        let ledger = try LedgerAccess.read(arguments, console)
        var filter = UsageFilter()
        if let key = try arguments.text("key") { filter.key = try ledger.key(key).id }
        filter.project = arguments.value("project")
        filter.provider = arguments.value("provider")
        filter.kind = arguments.value("kind").map { KeyKind(rawValue: $0) }
        let period = try ledger.period(named: arguments.value("period") ?? "current")
        let figures = UsageFigures(try ledger.summary(of: period, filter: filter))
        if arguments.flag("json") {
            console.write(UsageJSON.text(UsageJSON.summary(figures)))
        } else {
            console.write(SummaryText.text(figures, width: console.outputWidth))
        }
        return .done
    }
}

/// A period as `usage summary` prints it.
private enum SummaryText {
    static func text(_ figures: UsageFigures, width: Int?) -> String {
        var rows = [
            (
                "period",
                "\(figures.name): \(figures.firstDay) to \(figures.lastDay), \(figures.zone.name)\(state(figures))"
            )
        ]
        if let quota = figures.quota {
            rows.append(("used", "\(figures.used) of \(quota)\(figures.percent.map { ", \($0) %" } ?? "")"))
            rows.append(("left", String(figures.left ?? 0)))
        } else {
            rows.append(("used", String(figures.used)))
        }
        if figures.isRunning, let projected = figures.projected { rows.append(("projected", String(projected))) }
        if let day = figures.runsOutOn {
            rows.append(("runs out", "\(day)\(figures.used >= figures.quota ?? .max ? ", reached" : "")"))
        }
        rows.append(("data to", figures.dataTo?.rfc3339 ?? "none"))
        var text = rows.map { name, value in
            name + String(repeating: " ", count: 11 - name.count) + value + "\n"
        }.joined()
        text += table("KEY", figures.keys.map { ($0.name, $0.tokens, $0.share) }, width)
        text += table("PROJECT", figures.projects.map { ($0.name, $0.tokens, $0.share) }, width)
        text += table("PROVIDER", figures.providers.map { ($0.name, $0.tokens, $0.share) }, width)
        if !figures.adjustments.isEmpty {
            text += "\n"
            var table = TextTable([
                .init(title: "CAME LATE FOR"), .init(title: "KEY"), .init(title: "TOKENS", isNumber: true),
            ])
            for adjustment in figures.adjustments {
                table.add([adjustment.period, adjustment.key, String(adjustment.tokens)])
            }
            text += table.rendered(width: width)
        }
        return text
    }

    private static func state(_ figures: UsageFigures) -> String {
        if figures.isClosed { return ", closed" }
        guard figures.isRunning else { return figures.now < figures.start ? ", to come" : ", over" }
        let days = figures.period.daysLeft(at: figures.now)
        return ", resets in \(days) \(days == 1 ? "day" : "days")"
    }

    private static func table(_ title: String, _ parts: [(name: String, tokens: Int, share: Double)], _ width: Int?)
        -> String
    {
        guard !parts.isEmpty else { return "" }
        var table = TextTable([
            .init(title: title), .init(title: "TOKENS", isNumber: true), .init(title: "SHARE", isNumber: true),
        ])
        for part in parts {
            table.add([part.name.isEmpty ? "–" : part.name, String(part.tokens), Percent.text(part.share)])
        }
        return "\n" + table.rendered(width: width)
    }
}
