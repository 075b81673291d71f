import RegularExpressions
import Testing

@Suite struct PatternScannerTests {
    private func outcome(
        _ patterns: [String], _ text: String, at offset: Int = 0, budget: SearchBudget? = nil
    ) throws -> (PatternScanner.Outcome, Range<Int>?) {
        let list = try OrderedPatterns(patterns)
        let subject = MatchSubject(text)
        let budget = budget ?? SearchBudget(bytes: text.utf8.count)
        return subject.withScanner(groupLimit: list.groupCount, budget: budget) { scanner in
            let outcome = scanner.match(list, at: offset)
            return (outcome, scanner.range(of: 0))
        }
    }

    @Test(arguments: [10, 1_000, 1_020, 1_024, 2_048, 8_200, 100_000])
    func findsAnEndHoweverFarItIs(_ length: Int) throws {
        let text = "/*" + String(repeating: "é", count: length) + "*/" + String(repeating: " ", count: 3_000)
        let found = try outcome(["a", "/\\*[\\s\\S]*?\\*/"], text)
        #expect(found.0 == .matched(1))
        #expect(found.1 == 0..<(length * 2 + 4))
    }

    @Test func seesTheEndOfTheTextOnlyAtItsEnd() throws {
        let text = String(repeating: "a", count: 5_000)
        #expect(try outcome(["a{1024}\\z", "a{1000}$", "a{5000}\\z"], text).0 == .matched(2))
        #expect(try outcome(["a+(?=b)", "a+\\b"], text).1 == 0..<5_000)
    }

    @Test func refusesASearchThatTheBudgetDoesNotPay() throws {
        let text = String(repeating: "a", count: 3_000_000)
        let budget = SearchBudget(bytes: 10)
        #expect(try outcome(["a[^b]*b"], text, budget: budget).0 == .refused)
        // What looks at little is free.
        #expect(try outcome(["ab", "a"], text, budget: budget).0 == .matched(1))
    }
}
