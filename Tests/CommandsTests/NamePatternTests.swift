import Testing

@testable import Commands

@Suite struct NamePatternTests {
    @Test(arguments: [
        ("night", "Payments Nightly", true), ("night*", "payments nightly", false), ("*LY", "payments nightly", true),
        ("p?yments*", "payments nightly", true), ("p?yments", "payments nightly", false), ("*", "", true),
        ("a*b*c", "aXbYbZc", true), ("a*b*c", "aXbYbZ", false), ("?", "👩‍👩‍👧", true), ("ÜBER*", "über uns", true),
    ])
    func aPatternFitsWholeNames(_ pattern: String, _ name: String, _ fits: Bool) {
        #expect(NamePattern(pattern).fits(name) == fits)
    }

    @Test func manyStarsTakeNoLongerThanTheTextsAllow() {
        let pattern = NamePattern(String(repeating: "a*", count: 2000) + "b")
        #expect(!pattern.fits(String(repeating: "a", count: 4000)))
    }
}
