import Testing
import Values

@Suite struct ComparisonTests {
    /// Every line of the case file is two values and what Hugo's `lt`, `eq` and `gt` say of them.
    @Test func ordersAsRealHugo() throws {
        let lines = try cases("compare.jsonl")
        #expect(lines.count > 400)
        for line in lines {
            let ordering = Value.compare(line[0], line[1])
            let isLess = ordering.map { $0 < 0 }
            let isGreater = ordering.map { $0 > 0 }
            #expect(isLess == line[2].boolValue, "lt \(line[0].goString) \(line[1].goString)")
            #expect(Value.isEqual(line[0], line[1]) == line[3].boolValue, "eq \(line[0].goString) \(line[1].goString)")
            #expect(isGreater == line[4].boolValue, "gt \(line[0].goString) \(line[1].goString)")
        }
    }

    @Test func ordersTheKindsThatOnlyHugoMakes() {
        let early = ZonedTime(year: 2026, month: 4, day: 24)
        let late = early.adding(seconds: 1)
        #expect(Value.compare(.time(early), .time(late)) == -1)
        #expect(Value.isEqual(.time(early), .time(early.in(.fixed(offsetSeconds: 3600)))))
        #expect(Value.compare(.uint(.max), .int(-1)) == 1)
        #expect(Value.isEqual(.uint(7), .int(7)))
        #expect(Value.isEqual(.html("a"), .string("a")))
        #expect(Value.compare(.float(.nan), .int(1)) == nil)
        #expect(Value.compare(.int(9_007_199_254_740_993), .int(9_007_199_254_740_992)) == 1)
    }

    @Test func takesEmptyValuesForFalse() {
        let empty: [Value] = [
            .null, false, 0, .uint(0), 0.0, "", .html(""), .list([]), .map(ValueMap()), .time(.zero), .duration(0),
        ]
        let full: [Value] = [
            true, -1, .uint(1), 0.5, "false", .html("x"), [.null], ["a": .null], .time(.zero.adding(seconds: 1)),
        ]
        for value in empty { #expect(!value.isTruthy) }
        for value in full { #expect(value.isTruthy) }
    }
}
