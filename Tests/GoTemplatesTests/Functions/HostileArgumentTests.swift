import GoTemplates
import Testing
import Values

/// Every function with every combination of odd values: an error or a value, never a crash, never long.
@Suite struct HostileArgumentTests {
    private static let oddValues: [Value] = [
        .null, true, .int(.max), .int(.min), -1, 3, .uint(.max), .float(.nan), .float(-.infinity), "", "(é\u{0}%d{{",
        [], .list([.null, [[]], .int(.min)]), .map(ValueMap()), ["a": ["b": .null]],
        .time(ZonedTime(seconds: .max / 4)), .duration(.min), .html("<b"), .object(Scratch()), .list(deepList),
    ]

    private static let deepList: [Value] = (0..<100).reduce([Value]()) { inner, _ in [.list(inner)] }

    @Test(arguments: FunctionTable.standard.names.filter { $0.contains(".") })
    func survivesAnyArguments(_ name: String) throws {
        let function = try #require(FunctionTable.standard.function(named: name))
        let context = EmptyContext()
        let clock = ContinuousClock()
        var slowest = Duration.zero
        func call(_ arguments: [Value]) throws {
            guard function.arity.contains(arguments.count) else { return }
            let start = clock.now
            do {
                _ = try function.call(Invocation(arguments, context: context))
            } catch let error as ValueError {
                #expect(!error.message.isEmpty)
            }
            slowest = max(slowest, clock.now - start)
        }
        try call([])
        for first in Self.oddValues {
            try call([first])
            for second in Self.oddValues {
                try call([first, second])
                for third in Self.oddValues.prefix(10) { try call([first, second, third]) }
            }
        }
        #expect(slowest < .seconds(5), "\(name)")
    }

    @Test(arguments: [
        ("seq", [1, 1_000_001] as [Value]), ("seq", [.int(.min), .int(.max)]), ("seq", [1, .int(.min), .int(.min)]),
        ("strings.Repeat", [.int(.max), "ab"]), ("strings.Repeat", [1_000_000_000, "a"]),
        ("replaceRE", [.string("(a|b|ab)*c$"), "", .string(String(repeating: "ab", count: 2_000) + "cd")]),
    ])
    func refusesToGrowWithoutBound(_ name: String, _ arguments: [Value]) throws {
        let function = try #require(FunctionTable.standard.function(named: name))
        #expect(throws: ValueError.self) { try function.call(Invocation(arguments, context: EmptyContext())) }
    }
}
