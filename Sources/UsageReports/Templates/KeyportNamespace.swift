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
    private let listener: @Sendable (String?) -> Void

    /// The object over `figures`.
    ///
    /// - Parameter permalink: makes the address that a page links to of a path such as `/keys/key_7f3k9m2qx0ab/` or
    ///   `/reports/2026-10/report.csv`; the site knows under which path it is published.
    package convenience init(_ figures: LedgerFigures?, permalink: @escaping @Sendable (String) -> String = { $0 }) {
        self.init(figures, permalink) { _ in }
    }

    private init(
        _ figures: LedgerFigures?, _ permalink: @escaping @Sendable (String) -> String,
        _ listener: @escaping @Sendable (String?) -> Void
    ) {
        self.figures = figures
        self.permalink = permalink
        self.listener = listener
    }

    /// The same, with a listener that is told which figures are shown: the name of a closed period, of which nothing changes
    /// as long as its stamp stays (`Ledger.closedStamp`), nil for any others.
    package func noting(_ listener: @escaping @Sendable (String?) -> Void) -> KeyportNamespace {
        KeyportNamespace(figures, permalink, listener)
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
            space.note(nil)
            let figures = try space.store()
            let arguments = FigureArguments(figures)
            let period = try call.argument(0).map { try arguments.period($0) } ?? figures.currentPeriod
            return .object(PeriodObject([period], isClosed: try space.isClosed(period), now: figures.now))
        }
        table.method("Usage", of: KeyportNamespace.self, 0...1) { space, call in
            .object(try space.usage(call.argument(0)))
        }
        table.method("Keys", of: KeyportNamespace.self, 0...1) { space, call in
            space.note(nil)
            let arguments = FigureArguments(try space.store())
            return .list(try arguments.keys(call.argument(0)).map { .object(KeyObject($0, in: space)) })
        }
        table.method("Key", of: KeyportNamespace.self, 1...1) { space, call in
            space.note(nil)
            guard let reference = call.argument(0)?.stringValue else { throw ValueError("a key is named by text") }
            return .object(try space.key(reference))
        }
        table.method("Graph", of: KeyportNamespace.self, 1...2) { space, call in
            let figures = try space.store()
            let (request, id) = try FigureArguments(figures).graph(call)
            try space.note(request)
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
            try space.note(request)
            let chart = try space.asking { () throws(LedgerError) in try figures.chart(request) }
            return .html(String(decoding: chart.table.html, as: UTF8.self))
        }
        table.field("Reports", of: KeyportNamespace.self) { space in
            space.note(nil)
            let figures = try space.store()
            let periods = try space.asking { () throws(LedgerError) in try figures.periods() }
            return .list(periods.reversed().map { .object(ReportObject($0, in: space)) })
        }
        table.method("Report", of: KeyportNamespace.self, 1...1) { space, call in
            guard let name = call.argument(0) else { throw ValueError("a report is named by its period") }
            return .object(try space.report(FigureArguments(try space.store()).period(name)))
        }
        table.field("Quota", of: KeyportNamespace.self) { space in
            space.note(nil)
            let figures = try space.store()
            let summary = try space.asking { () throws(LedgerError) in try figures.summary(of: figures.currentPeriod) }
            return summary.quota.map { .int($0) } ?? .null
        }
        table.method("Sunset", of: KeyportNamespace.self, 1...1) { space, call in
            space.note(nil)
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

    /// The report of a period.
    func report(_ period: BillingPeriod) throws -> ReportObject {
        try note(period)
        return ReportObject(period, in: self)
    }

    /// The figures that a dict of arguments asks for.
    func usage(_ arguments: Value?) throws -> UsageObject {
        let figures = try store()
        let asked = try FigureArguments(figures).usage(arguments)
        if asked.isNamed, asked.last == 1 { try note(asked.period) } else { note(nil) }
        let usage = try asking { () throws(LedgerError) in
            try figures.figures(of: asked.period, last: asked.last, filter: asked.filter)
        }
        return UsageObject(usage, in: self)
    }

    // MARK: Which figures are shown

    /// Takes down that figures are shown: those of the closed period of that name, nil for any others.
    func note(_ closedPeriod: String?) { listener(closedPeriod) }

    private func note(_ period: BillingPeriod) throws { note(try isClosed(period) ? period.name : nil) }

    /// These three graphs show nothing but their period.
    private func note(_ request: LedgerFigures.GraphRequest) throws {
        guard let period = request.period, request.last == 1, [.daily, .cumulative, .sparkline].contains(request.graph)
        else { return note(nil) }
        try note(period)
    }

    /// Whether the figures of a period are final.
    func isClosed(_ period: BillingPeriod) throws -> Bool {
        let figures = try store()
        return try asking { () throws(LedgerError) in try figures.summary(of: period).isClosed }
    }
}
