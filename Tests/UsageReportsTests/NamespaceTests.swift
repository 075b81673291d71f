import KeyLedger
import Testing
import UsageReports
import Values

/// What templates reach through `keyport`, asked as the engine asks.
@Suite struct NamespaceTests {
    /// Follows a path of members; a last argument is given to the last member.
    static func ask(_ value: Value, _ path: String, _ arguments: Value...) throws -> Value {
        var value = value
        let names = path.split(separator: ".").map(String.init)
        for (index, name) in names.enumerated() {
            let isLast = index == names.count - 1
            switch value {
            case .object(let object):
                let member = try #require(object.members[Symbol(name)], "no \(name) on \(object.goType)")
                let given = isLast ? arguments : []
                try #require(member.arity.contains(given.count), "\(name) does not take \(given.count) arguments")
                value = try member.call(object, Invocation(given, context: EmptyContext()))
            case .map(let map): value = try #require(map[name], "no \(name) in the map")
            default: throw ValueError("\(name) of \(value)")
            }
        }
        return value
    }

    private func space(_ store: SmallStore) -> Value {
        .object(KeyportNamespace(store.figures) { "/docs" + $0 })
    }

    private func dict(_ pairs: (String, Value)...) -> Value { .map(ValueMap(pairs)) }

    @Test func countsTheRunningPeriod() throws {
        let store = try SmallStore.believable()
        let keyport = space(store)
        #expect(try Self.ask(keyport, "HasStore").boolValue == true)
        #expect(try Self.ask(keyport, "Workspace.Name").stringValue == "Acme")
        #expect(try Self.ask(keyport, "Period.Name").stringValue == "2026-11")
        #expect(try Self.ask(keyport, "Period.DaysLeft").intValue == 15)
        #expect(try Self.ask(keyport, "Period.Days").intValue == 30)
        #expect(try Self.ask(keyport, "Usage.Used").intValue == 93)
        #expect(try Self.ask(keyport, "Usage.Left").intValue == 107)
        #expect(try Self.ask(keyport, "Usage.Percent").intValue == 47)
        // The words of the graphs, which round 46.5 up as well.
        #expect(try Self.ask(keyport, "Usage.PercentText").stringValue == "47%")
        #expect(try Self.ask(keyport, "Usage.Previous.Used").intValue == 107)
        #expect(try Self.ask(keyport, "Usage.Days").listValue?.count == 30)
        #expect(try Self.ask(keyport, "Quota").intValue == 200)
        guard case .time(let start) = try Self.ask(keyport, "Period.Start") else {
            Issue.record("no time")
            return
        }
        #expect(start.format(goLayout: "2006-01-02T15:04:05Z07:00") == "2026-11-01T00:00:00+01:00")
    }

    @Test func namesKeysByIdAndName() throws {
        let store = try SmallStore.believable()
        let keyport = space(store)
        let key = try Self.ask(keyport, "Key", "payments nightly")
        let id = try #require(try Self.ask(key, "ID").stringValue)
        #expect(try Self.ask(key, "RelPermalink").stringValue == "/docs/keys/\(id)/")
        #expect(try Self.ask(key, "TokensThisPeriod").intValue == 90)
        #expect(try Self.ask(key, "Legacy").boolValue == true)
        #expect(try Self.ask(key, "State").stringValue == "active")
        #expect(try Self.ask(key, "History").listValue?.count == 2)
        #expect(try Self.ask(try Self.ask(keyport, "Key", .string(id)), "Name").stringValue == "payments nightly")
        #expect(try Self.ask(keyport, "Keys").listValue?.count == 3)
        #expect(try Self.ask(keyport, "Keys", dict(("state", "deleted"))).listValue?.count == 1)
        #expect(try Self.ask(keyport, "Keys", dict(("project", "web"))).listValue?.count == 2)
        #expect(try Self.ask(keyport, "Keys", dict(("kind", "ci_auth_token"))).listValue?.count == 1)
    }

    @Test func narrowsUsage() throws {
        let store = try SmallStore.believable()
        let keyport = space(store)
        func used(_ pairs: (String, Value)...) throws -> Int? {
            try Self.ask(try Self.ask(keyport, "Usage", .map(ValueMap(pairs))), "Used").intValue
        }
        #expect(try used(("period", "2026-10")) == 107)
        #expect(try used(("last", 2)) == 200)
        #expect(try used(("last", "2")) == 200)
        #expect(try used(("period", "2026-10"), ("project", "web")) == 26)
        #expect(try used(("key", "payments nightly")) == 90)
        #expect(try used(("kind", "ci_auth_token")) == 0)
    }

    @Test(arguments: [
        ("Usage", "period", "2019-01"), ("Usage", "period", "tomorrow"), ("Usage", "key", "payment nightly"),
        ("Usage", "project", "pay"), ("Usage", "kind", "ci_kee"), ("Usage", "last", "0"), ("Usage", "perod", "x"),
        ("Keys", "state", "alive"), ("Keys", "period", "2019-01"), ("Keys", "key", "payment nightly"),
        ("Keys", "perod", "x"),
    ]) func refusesWhatDoesNotExist(member: String, name: String, value: String) throws {
        let store = try SmallStore.believable()
        #expect(throws: ValueError.self) {
            try Self.ask(space(store), member, .map(ValueMap([(name, .string(value))])))
        }
    }

    /// The way out stands in the message: the nearest name, or what there is.
    @Test(arguments: [
        ("period", "2019-01", "there are no data for the period \"2019-01\": they reach from 2026-10 to 2026-11"),
        ("period", "2027-01", "there are no data for the period \"2027-01\": they reach from 2026-10 to 2026-11"),
        ("project", "webb", "there is no project \"webb\": did you mean \"web\"?"),
        ("project", "storefront", "there is no project \"storefront\": there are payments, web"),
        ("provider", "gitlabb", "there is no provider \"gitlabb\": did you mean \"gitlab\"?"),
        ("provider", "jenkins", "there is no provider \"jenkins\": there are github-actions, gitlab"),
        ("key", "deployment", "there is no key \"deployment\": keyport keys list names them"),
        ("last", "0", "the argument \"last\" must be a number of periods, 1 to 120"),
    ]) func saysTheWayOut(name: String, value: String, message: String) throws {
        let store = try SmallStore.believable()
        for member in ["Usage", "Graph"] {
            do {
                let arguments = Value.map(ValueMap([(name, .string(value))]))
                if member == "Usage" {
                    _ = try Self.ask(space(store), member, arguments)
                } else {
                    _ = try Self.ask(space(store), member, "daily", arguments)
                }
                Issue.record("\(member) took \(name) \(value)")
            } catch let error as ValueError {
                #expect(error.message == message)
            }
        }
    }

    @Test func suggestsTheNearestName() throws {
        let store = try SmallStore.believable()
        do {
            _ = try Self.ask(space(store), "Graph", "dayly")
            Issue.record("drew a graph that does not exist")
        } catch let error as ValueError {
            #expect(error.message.contains("did you mean \"daily\""))
        }
    }

    @Test(arguments: UsageGraph.allCases) func drawsEveryGraph(graph: UsageGraph) throws {
        for store in [try SmallStore.believable(), try SmallStore(quota: nil, now: "2026-11-16T12:00:00Z")] {
            let html = try Self.ask(space(store), "Graph", .string(graph.rawValue))
            guard case .safe(let safe) = html else {
                Issue.record("not safe HTML")
                return
            }
            #expect(safe.kind == .html && safe.text.contains("<svg") && !safe.text.contains("<style"))
            #expect(!safe.text.contains("<deploy>"))
            let table = try #require(try Self.ask(space(store), "GraphTable", .string(graph.rawValue)).stringValue)
            #expect(table.hasPrefix("<table") && !table.contains("<deploy>"))
        }
    }

    @Test func saysWhenAKindEnds() throws {
        let store = try SmallStore.believable()
        let sunset = try Self.ask(space(store), "Sunset", "ci_key")
        #expect(try Self.ask(sunset, "DaysLeft").intValue == 12)
        #expect(try Self.ask(sunset, "KeysLeft").intValue == 1)
        #expect(try Self.ask(sunset, "Phase").stringValue == "announced")
        #expect(try Self.ask(space(store), "Sunset", "ci_auth_token").isNull)
        #expect(throws: ValueError.self) { try Self.ask(space(store), "Sunset", "ci_kye") }
    }

    @Test func listsReportsNewestFirst() throws {
        let store = try SmallStore.believable()
        let reports = try #require(try Self.ask(space(store), "Reports").listValue)
        #expect(try reports.map { try Self.ask($0, "Name").stringValue } == ["2026-11", "2026-10"])
        let files = try #require(try Self.ask(reports[1], "Files").listValue)
        #expect(
            try files.first.map { try Self.ask($0, "RelPermalink").stringValue } == "/docs/reports/2026-10/report.csv")
    }

    @Test func saysThatThereIsNoStore() throws {
        let keyport = Value.object(KeyportNamespace(nil))
        #expect(try Self.ask(keyport, "HasStore").boolValue == false)
        #expect(throws: ValueError.self) { try Self.ask(keyport, "Usage") }
    }
}
