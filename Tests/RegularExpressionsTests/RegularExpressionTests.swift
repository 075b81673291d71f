import RegularExpressions
import Testing

@Suite struct RegularExpressionTests {
    @Test(arguments: [
        ("(a)(b)?", "ac", "[$1|$2]", "[a|]c"), ("(?P<first>a)", "ab", "${first}$first.$$", "aa.$b"),
        ("(a)", "ab", "$1x", "b"), ("(a)", "ab", "${1}x", "axb"), ("a", "a", "$", "$"), ("a", "a", "${", "${"),
        ("a", "a", "$9", ""), ("a", "a", "$-", "$-"), ("(a)", "a", "${01}", "a"),
    ])
    func expandsGroupsAsGoDoes(_ pattern: String, _ text: String, _ template: String, _ want: String) throws {
        #expect(try RegularExpression(go: pattern).replacing(in: text, with: template) == want)
    }

    @Test func stopsReplacingAtTheLimit() throws {
        #expect(try RegularExpression(go: "a").replacing(in: "aaaa", with: "b", limit: 2) == "bbaa")
    }

    @Test func givesUpOnARunawayPattern() throws {
        let expression = try RegularExpression(go: "(a|b|ab)*c$")
        let subject = MatchSubject(String(repeating: "ab", count: 5_000) + "cd")
        #expect(throws: RegularExpressionError.self) { try expression.allMatches(in: subject) }
    }

    @Test func searchesBytesThatAreNoUTF8() throws {
        let subject = MatchSubject([0x61, 0xFF, 0xC3, 0x62, 0xE2, 0x82])
        let expression = try RegularExpression(go: "a.*b")
        #expect(try expression.firstMatch(in: subject)?.range == 0..<4)
        #expect(try RegularExpression(go: ".").replacing(in: subject, with: "-") == Array("------".utf8))
    }

    @Test func matchesAnchoredWithSightOfWhatStandsBefore() throws {
        let subject = MatchSubject("foobar")
        let expression = try RegularExpression(pcre: "(?<=foo)bar")
        #expect(try expression.firstMatch(in: subject, from: 3, anchored: true)?.range == 3..<6)
        #expect(try expression.firstMatch(in: subject, from: 0, anchored: true) == nil)
        #expect(try expression.firstMatch(in: subject, from: 7) == nil)
    }

    @Test func tellsTheRangeOfEachGroup() throws {
        let match = try RegularExpression(go: "(x)?(?P<y>b)").firstMatch(in: MatchSubject("ab"))
        #expect(match?.range(of: 1) == nil)
        #expect(match?.range(of: 2) == 1..<2)
        #expect(match?.range(of: 3) == nil)
        #expect(try RegularExpression(go: "(x)?(?P<y>b)").groupNames == ["", "", "y"])
    }

    @Test func searchesFromSeveralThreadsAtOnce() async throws {
        let expression = try RegularExpression.cached(go: "(\\d+)-(\\d+)")
        try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<64 {
                group.addTask { try expression.replacing(in: "a \(number)-\(number + 1) b", with: "$2/$1") }
            }
            for try await text in group { #expect(text.contains("/")) }
        }
    }
}
