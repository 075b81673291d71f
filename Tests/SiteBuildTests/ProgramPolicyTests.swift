import Glibc
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

    @Test func handsParametersToTheBundlerAsAFileThatScriptsImport() throws {
        let program = "node_modules/.bin/esbuild"
        let folder = try SiteFolder([
            "assets/a.js": "x",
            "layouts/home.html":
                "{{ (resources.Get \"a.js\" | js.Build (dict \"params\" (dict \"a\" 1 \"b\" (slice \"c\")))).Content | safeHTML }}",
            // Prints the last file that it is told of.
            program: "#!/bin/sh\nfor word; do :; done\ncat \"${word#--alias:@params=}\"\n",
        ])
        #expect(chmod(folder.path + "/" + program, 0o755) == 0)
        #expect(try folder.build().findings.map(\.rendered) == [])
        #expect(folder.read("index.html") == #"{"a":1,"b":["c"]}"#)
    }

    @Test func handsAStyleSheetThatATemplateMadeToTheBundlerWithoutAFile() throws {
        let program = "node_modules/.bin/esbuild"
        let folder = try SiteFolder([
            "layouts/home.html": """
            {{ $options := dict "minify" true "externals" (slice "*.png") "loaders" (dict ".svg" "dataurl") "targetPath" "x/main.css" }}
            {{ with resources.FromString "a.css" "a{}" | css.Build $options }}{{ .RelPermalink }} {{ .MediaType }} {{ .Content }}{{ end }}
            """,
            // Prints its arguments and what it reads.
            program: "#!/bin/sh\necho \"$*\"\ncat\n",
        ])
        #expect(chmod(folder.path + "/" + program, 0o755) == 0)
        #expect(try folder.build().findings.map(\.rendered) == [])
        let words =
            "--sourcefile=a.css --bundle --log-level=error --minify --external:*.png --loader:.svg=dataurl --loader=css"
        #expect(folder.read("index.html") == "\n/x/main.css text/css \(words)\na{}")
    }
}
