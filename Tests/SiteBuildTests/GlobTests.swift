import Testing

@testable import SiteBuild

@Suite("Glob")
struct GlobTests {
    @Test(
        "Patterns fit paths as in Hugo",
        arguments: [
            ("*.txt", "a.txt", true), ("*.txt", "sub/a.txt", false), ("**.txt", "sub/a.txt", true),
            ("**/a.txt", "x/y/a.txt", true), ("img/*", "img/a.png", true), ("img/*", "img/b/a.png", false),
            ("?.md", "a.md", true), ("?.md", "ab.md", false), ("?", "/", false), ("[a-c].md", "b.md", true),
            ("[!a-c].md", "b.md", false), ("[^a].md", "b.md", true), ("{a,b}.{md,txt}", "b.txt", true),
            ("{a,b}.md", "c.md", false), ("\\*.md", "*.md", true), ("\\*.md", "a.md", false), ("", "", true),
            ("*", "", true), ("[", "[", true), ("{a", "{a", true), ("a*b*c", "aXXbXXc", true),
            ("a*b*c", "aXXbXX", false),
        ])
    func fits(_ pattern: String, _ text: String, _ expected: Bool) {
        #expect(Glob(pattern).matches(text) == expected)
    }

    @Test("Many stars against a long text end soon")
    func hostile() {
        let text = String(repeating: "a", count: 20_000)
        #expect(!Glob(String(repeating: "*a", count: 50) + "b").matches(text))
        #expect(!Glob(String(repeating: "{a,b}", count: 200)).matches("c"))
    }
}
