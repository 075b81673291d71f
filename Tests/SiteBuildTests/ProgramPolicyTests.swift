import Testing
import Text
import Values

@testable import SiteBuild

@Suite struct ProgramPolicyTests {
    private static func policy(_ patterns: Value?) throws -> ProgramPolicy {
        try ProgramPolicy(patterns.map { ["exec": .map(["allow": $0])] } ?? ValueMap())
    }

    @Test(
        arguments: [
            (nil, true, true, true), (.list(["^go$", "^node$"]), true, true, true),
            (.list(["^npx$"]), true, true, true),
            (.list(["^postcss$"]), true, true, false), (.list(["^go$"]), true, false, false),
            ("none", false, false, false),
            (.list([]), false, false, false), (.list(["! ^esbuild$", "! ^babel$"]), false, true, false),
            ("^(dart-)?sass$", true, false, false),
        ] as [(Value?, Bool, Bool, Bool)])
    func runsWhatTheSiteAllows(patterns: Value?, esbuild: Bool, postcss: Bool, babel: Bool) throws {
        let policy = try Self.policy(patterns)
        #expect(policy.allows("esbuild", runners: []) == esbuild)
        #expect(policy.allows("postcss", runners: ["node", "npx"]) == postcss)
        #expect(policy.allows("babel", runners: ["node", "npx"]) == babel)
    }

    @Test func saysWhichPatternIsNone() {
        let error = #expect(throws: ValueError.self) { try Self.policy(.list(["^(go$"])) }
        #expect(error?.message.contains("\"^(go$\"") == true)
    }

    @Test func refusesAToolWithTheSettingThatWouldAllowIt() throws {
        let folder = try SiteFolder([
            "hugo.toml": SiteFolder.plainConfiguration + "[security.exec]\nallow = ['^go$']\n",
            "assets/a.css": "a{}", "layouts/home.html": "{{ (resources.Get \"a.css\" | css.PostCSS).Content }}",
        ])
        let findings = try folder.build().findings.map(\.rendered)
        #expect(findings.contains { $0.contains("add \"^postcss$\" to security.exec.allow") }, "\(findings)")
    }
}
