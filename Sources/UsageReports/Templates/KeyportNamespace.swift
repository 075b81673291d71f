internal import KeyLedger
internal import SVGCharts
internal import Text
package import Values

/// What the template function `keyport` returns: the live figures of the store.
///
/// Without a store `.HasStore` is false and everything else is an error that says so. A dict of arguments is optional
/// everywhere; a name in it that means nothing, and a period, key, project or kind that does not exist, is an error.
package final class KeyportNamespace: ValueObject {
    /// The figures; nil when the site has no store.
    package let figures: LedgerFigures?
    private let permalink: @Sendable (String) -> String

    /// The object over `figures`.
    ///
    /// - Parameter permalink: makes the address that a page links to of a path such as `/keys/key_7f3k9m2qx0ab/` or
    ///   `/reports/2026-10/report.csv`; the site knows under which path it is published.
    package init(_ figures: LedgerFigures?, permalink: @escaping @Sendable (String) -> String = { $0 }) {
        self.figures = figures
        self.permalink = permalink
    }

    /// The type in messages.
    package var goType: String { "*keyport.Namespace" }

    /// The members.
    package var members: MemberTable { Self.table }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("HasStore", of: KeyportNamespace.self) { .bool($0.figures != nil) }
        table.field("Workspace", of: KeyportNamespace.self) { space in
            let workspace = try space.store().workspace
            return .map(
                ValueMap([("Name", .string(workspace.name)), ("TimeZone", .string(workspace.zone.name))]))
        }
        table.method("Period", of: KeyportNamespace.self, 0...1) { space, call in
            let figures = try space.store()
            let arguments = FigureArguments(figures)
            let period = try call.argument(0).map { try arguments.period($0) } ?? figures.currentPeriod
            return .object(PeriodObject([period], isClosed: try space.isClosed(period), now: figures.now))
        }
        table.method("Usage", of: KeyportNamespace.self, 0...1) { space, call in
            .object(try space.usage(call.argument(0)))
        }
        table.method("Keys", of: KeyportNamespace.self, 0...1) { space, call in
            let arguments = FigureArguments(try space.store())
            return .list(try arguments.keys(call.argument(0)).map { .object(KeyObject($0, in: space)) })
        }
        table.method("Key", of: KeyportNamespace.self, 1...1) { space, call in
            guard let reference = call.argument(0)?.stringValue else { throw ValueError("a key is named by text") }
            return .object(try space.key(reference))
        }
        table.method("Graph", of: KeyportNamespace.self, 1...2) { space, call in
            let figures = try space.store()
            let (request, id) = try FigureArguments(figures).graph(call)
            let chart = try space.asking { () throws(LedgerError) in try figures.chart(request) }
            let bytes: [UInt8]
            if let sparkline = chart as? Sparkline {
                bytes = sparkline.inline(id: id)
            } else {
                bytes = ChartFigure(chart, id: id).html
            }
            return .html(String(decoding: bytes, as: UTF8.self))
        }
        table.method("GraphTable", of: KeyportNamespace.self, 1...2) { space, call in
            let figures = try space.store()
            let (request, _) = try FigureArguments(figures).graph(call)
            let chart = try space.asking { () throws(LedgerError) in try figures.chart(request) }
            return .html(String(decoding: chart.table.html, as: UTF8.self))
        }
        table.field("Reports", of: KeyportNamespace.self) { space in
            let figures = try space.store()
            let periods = try space.asking { () throws(LedgerError) in try figures.periods() }
            return .list(periods.reversed().map { .object(ReportObject($0, in: space)) })
        }
        table.method("Report", of: KeyportNamespace.self, 1...1) { space, call in
            guard let name = call.argument(0) else { throw ValueError("a report is named by its period") }
            return .object(ReportObject(try FigureArguments(try space.store()).period(name), in: space))
        }
        table.field("Quota", of: KeyportNamespace.self) { space in
            let figures = try space.store()
            let summary = try space.asking { () throws(LedgerError) in try figures.summary(of: figures.currentPeriod) }
            return summary.quota.map { .int($0) } ?? .null
        }
        table.method("Sunset", of: KeyportNamespace.self, 1...1) { space, call in
            let figures = try space.store()
            let kind = try FigureArguments(figures).kind(call.argument(0) ?? .null)
            // A kind without an end has no sunset; `with` skips it.
            guard let rule = figures.workspace.sunset(of: kind) else { return .null }
            return .object(SunsetObject(rule, in: space))
        }
        return table
    }()

    // MARK: For the objects that hang on it

    /// The figures, or the error that there are none.
    func store() throws -> LedgerFigures {
        guard let figures else {
            throw ValueError("this site has no store: name its folder with --store, or ask keyport.HasStore first")
        }
        return figures
    }

    /// The result of a question to the ledger; its error in the words of a template.
    func asking<Answer>(_ question: () throws(LedgerError) -> Answer) throws(ValueError) -> Answer {
        do throws(LedgerError) {
            return try question()
        } catch {
            let suggestion = error.diagnostic.suggestion.map { ": \($0)" } ?? ""
            throw ValueError(error.diagnostic.message + suggestion)
        }
    }

    /// The address of a path.
    func address(_ path: String) -> String { permalink(path) }

    /// The key of that name or id.
    func key(_ reference: String) throws -> KeyObject {
        let figures = try store()
        return KeyObject(try asking { () throws(LedgerError) in try figures.key(reference) }, in: self)
    }

    /// The key of an id that usage names; a key that the store no longer knows has its id and nothing else.
    func key(id: String) throws -> Value {
        let figures = try store()
        let keys = try asking { () throws(LedgerError) in try figures.keys() }
        if let found = keys.first(where: { $0.key.id == id }) { return .object(KeyObject(found, in: self)) }
        return .map(
            ValueMap([
                ("ID", .string(id)), ("Name", .string(id)), ("State", .string(KeyState.deleted.rawValue)),
                ("Kind", .string("")), ("Stale", .bool(false)), ("Legacy", .bool(false)),
                ("RelPermalink", .string(address("/keys/"))),
            ]))
    }

    /// The figures that a dict of arguments asks for.
    func usage(_ arguments: Value?) throws -> UsageObject {
        let figures = try store()
        let asked = try FigureArguments(figures).usage(arguments)
        let usage = try asking { () throws(LedgerError) in
            try figures.figures(of: asked.period, last: asked.last, filter: asked.filter)
        }
        return UsageObject(usage, in: self)
    }

    /// Whether the figures of a period are final.
    func isClosed(_ period: BillingPeriod) throws -> Bool {
        let figures = try store()
        return try asking { () throws(LedgerError) in try figures.summary(of: period).isClosed }
    }
}
