internal import KeyLedger
internal import Text
internal import Values

/// Reads the dict of arguments that templates and shortcodes narrow figures with.
///
/// Every value is checked against what exists, so that a misspelt name is an error with the nearest right one and not an
/// empty graph.
struct FigureArguments {
    private let figures: LedgerFigures

    /// Arguments about `figures`.
    init(_ figures: LedgerFigures) { self.figures = figures }

    /// A stretch of usage.
    struct Usage {
        /// The newest period.
        var period: BillingPeriod
        /// Whether a period was named.
        var isNamed: Bool
        /// How many periods.
        var last: Int
        /// Which usage.
        var filter: UsageFilter
    }

    private func asking<Answer>(_ question: () throws(LedgerError) -> Answer) throws(ValueError) -> Answer {
        do throws(LedgerError) {
            return try question()
        } catch {
            throw ValueError(error.diagnostic.message + (error.diagnostic.suggestion.map { ": \($0)" } ?? ""))
        }
    }

    private func map(_ value: Value?, allowing names: [String]) throws(ValueError) -> ValueMap {
        guard let value, !value.isNull else { return ValueMap() }
        guard let map = value.mapValue else { throw ValueError("the arguments must be a dict") }
        for key in map.keys where !names.contains(key) {
            let nearest = nearestName(to: key, among: names).map { ", did you mean \"\($0)\"?" } ?? ""
            throw ValueError("there is no argument \"\(key)\"\(nearest)")
        }
        return map
    }

    private func text(_ value: Value, _ name: String) throws(ValueError) -> String {
        guard let text = value.stringValue else { throw ValueError("the argument \"\(name)\" must be text") }
        return text
    }

    /// The period that a value names: `2026-10`, `current`, `previous`.
    func period(_ value: Value) throws(ValueError) -> BillingPeriod {
        let name = try text(value, "period")
        return try asking { () throws(LedgerError) in try figures.period(named: name) }
    }

    /// The kind of key that a value names.
    func kind(_ value: Value) throws(ValueError) -> KeyKind {
        let name = try text(value, "kind")
        let known = figures.workspace.prefixes.map(\.kind.rawValue)
        guard known.contains(name) else {
            throw ValueError("there is no kind of key \"\(name)\": it is one of \(known.joined(separator: ", "))")
        }
        return KeyKind(rawValue: name)
    }

    private func project(_ value: Value) throws(ValueError) -> String {
        let name = try text(value, "project")
        let known = try asking { () throws(LedgerError) in try figures.projects() }
        return try checked(name, of: "project", among: known)
    }

    private func provider(_ value: Value) throws(ValueError) -> String {
        let name = try text(value, "provider")
        let known = try asking { () throws(LedgerError) in try figures.providers() }
        return try checked(name, of: "provider", among: known)
    }

    /// `name`, which must be empty or one of those that are known.
    private func checked(_ name: String, of kind: String, among known: [String]) throws(ValueError) -> String {
        if name.isEmpty || known.contains(name) { return name }
        var help = "no key and no use has named one yet"
        if let nearest = nearestName(to: name, among: known) {
            help = "did you mean \"\(nearest)\"?"
        } else if !known.isEmpty {
            help = "there are \(known.prefix(8).joined(separator: ", "))" + (known.count > 8 ? " and others" : "")
        }
        throw ValueError("there is no \(kind) \"\(name)\": \(help)")
    }

    private func key(_ value: Value) throws(ValueError) -> String {
        let reference = try text(value, "key")
        do throws(LedgerError) {
            return try figures.ledger.key(reference).id
        } catch {
            let help = error.diagnostic.suggestion ?? "keyport keys list names them"
            throw ValueError("\(error.diagnostic.message): \(help)")
        }
    }

    private func count(_ value: Value) throws(ValueError) -> Int {
        // Shortcodes give numbers as text.
        let number = value.intValue ?? value.stringValue.flatMap { Int($0) }
        guard let number, 1...120 ~= number else {
            throw ValueError("the argument \"last\" must be a number of periods, 1 to 120")
        }
        return number
    }

    private func usage(_ map: ValueMap) throws(ValueError) -> Usage {
        var usage = Usage(period: figures.currentPeriod, isNamed: false, last: 1, filter: .all)
        if let value = map["period"] {
            usage.period = try period(value)
            usage.isNamed = true
        }
        if let value = map["last"] { usage.last = try count(value) }
        if let value = map["key"] { usage.filter.key = try key(value) }
        if let value = map["project"] { usage.filter.project = try project(value) }
        if let value = map["provider"] { usage.filter.provider = try provider(value) }
        if let value = map["kind"] { usage.filter.kind = try kind(value) }
        return usage
    }

    /// The usage that a dict asks for: `period`, `last`, `key`, `project`, `provider`, `kind`.
    func usage(_ value: Value?) throws(ValueError) -> Usage {
        try usage(try map(value, allowing: ["period", "last", "key", "project", "provider", "kind"]))
    }

    /// The graph that a call asks for, by its name and a dict, and the id for its drawing.
    func graph(_ call: Invocation) throws(ValueError) -> (request: LedgerFigures.GraphRequest, id: String) {
        let names = UsageGraph.allCases.map(\.rawValue)
        guard let name = call.argument(0)?.stringValue, let graph = UsageGraph(rawValue: name) else {
            let asked = call.argument(0)?.stringValue ?? ""
            let nearest = nearestName(to: asked, among: names).map { ", did you mean \"\($0)\"?" } ?? ""
            throw ValueError("there is no graph \"\(asked)\"\(nearest): it is one of \(names.joined(separator: ", "))")
        }
        let map = try map(
            call.argument(1), allowing: ["period", "last", "key", "project", "provider", "kind", "id"])
        let usage = try usage(map)
        let request = LedgerFigures.GraphRequest(
            graph, period: usage.isNamed ? usage.period : nil, last: usage.last, filter: usage.filter)
        return (request, try map["id"].map { value throws(ValueError) in try text(value, "id") } ?? request.id)
    }

    /// The keys that a dict asks for: `state` (a state, `stale` or `legacy`), `key`, `project`, `kind`; with `period` or
    /// `last` the tokens and shares of that stretch stand in place of those of the running period.
    func keys(_ value: Value?) throws(ValueError) -> [KeyFigures] {
        let map = try map(value, allowing: ["state", "key", "project", "kind", "period", "last"])
        var keys = try asking { () throws(LedgerError) in try figures.keys() }
        if let value = map["key"] {
            let id = try key(value)
            keys = keys.filter { $0.key.id == id }
        }
        if let value = map["project"] {
            let name = try project(value)
            keys = keys.filter { ($0.key.project ?? "") == name }
        }
        if let value = map["kind"] {
            let kind = try kind(value)
            keys = keys.filter { $0.key.kind == kind }
        }
        if let value = map["state"] {
            let name = try text(value, "state")
            switch name {
            case "stale": keys = keys.filter(\.isStale)
            case "legacy": keys = keys.filter { $0.isLegacy && $0.state != .deleted }
            default:
                guard let state = KeyState(rawValue: name) else {
                    let known = KeyState.allCases.map(\.rawValue) + ["stale", "legacy"]
                    throw ValueError("there is no state \"\(name)\": it is one of \(known.joined(separator: ", "))")
                }
                keys = keys.filter { $0.state == state }
            }
        }
        guard map["period"] != nil || map["last"] != nil else { return keys }
        let stretch = try usage(ValueMap(["period", "last"].compactMap { name in map[name].map { (name, $0) } }))
        let parts = try asking { () throws(LedgerError) in
            try figures.figures(of: stretch.period, last: stretch.last).keys
        }
        let byKey = Dictionary(parts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return keys.map { key in
            let use = byKey[key.key.id]
            return key.with(tokens: use?.tokens ?? 0, share: use?.share ?? 0)
        }
    }
}
