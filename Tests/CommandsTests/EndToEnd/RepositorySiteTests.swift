import Files
import Testing

/// The site of this repository with the example store, as `make site` makes it.
@Suite struct RepositorySiteTests {
    @Test func theSiteOfTheRepositoryBuildsWithoutAFindingAndEveryLinkLeadsSomewhere() throws {
        let site = try SiteFolder([:], isSite: false)
        try site.makeExampleStore()
        // The cache may be made or brought up to date; it is no part of what the store keeps.
        func kept() throws -> [String: [UInt8]] { try site.contents("store").filter { !$0.key.hasPrefix("/.cache/") } }
        let store = try kept()
        let arguments = [
            "build", "-s", RunningProgram.repository, "--store", site.path + "/store", "-d", site.path + "/public",
            "--now", SiteFolder.present,
        ]
        let run = try ProgramRun(arguments, in: site, limit: 50)
        #expect(run.status == 0)
        #expect(run.messages.isEmpty, "\(run.messages)")
        let files = try site.snapshot("public")
        #expect(files.keys.filter { $0.hasPrefix("/keys/") && $0.hasSuffix("/index.html") }.count > 20)
        #expect(files["/reports/2026-10/index.html"] != nil)
        #expect(try kept() == store, "a build changes the store")

        var pages: [String: PageLinks] = [:]
        for (name, file) in files where name.hasSuffix(".html") { pages[name] = PageLinks(file.bytes) }
        #expect(pages.count > 40)
        var checked = 0
        for (name, page) in pages.sorted(by: { $0.key < $1.key }) {
            #expect(page.inlineCode.isEmpty, "\(name): \(Set(page.inlineCode))")
            for target in page.targets {
                if let trouble = Self.trouble(target, on: name, files: files, pages: pages) {
                    Issue.record("\(name): \(target): \(trouble)")
                }
                checked += 1
            }
        }
        #expect(checked > 1000)

        let again = try ProgramRun(arguments, in: site, limit: 50)
        #expect(again.status == 0)
        #expect(try site.snapshot("public") == files, "the second build writes")
    }

    /// What is wrong with a link of the page `name`; nil for one that leads somewhere, or out of the site.
    private static func trouble(
        _ target: String, on name: String, files: [String: SiteFolder.File], pages: [String: PageLinks]
    ) -> String? {
        let base = "https://keyport.example"
        var address = target.hasPrefix(base + "/") ? String(target.dropFirst(base.count)) : target
        for scheme in ["http:", "https:", "mailto:", "data:", "//"] where address.hasPrefix(scheme) { return nil }
        var fragment = ""
        if let hash = address.firstIndex(of: "#") {
            fragment = String(address[address.index(after: hash)...])
            address = String(address[..<hash])
        }
        if let question = address.firstIndex(of: "?") { address = String(address[..<question]) }
        if address.isEmpty {
            address = name
        } else if !address.hasPrefix("/") {
            address = name.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/" + address
        }
        var parts: [Substring] = []
        for part in address.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        var file = parts.map { "/" + decoded(String($0)) }.joined()
        if address.hasSuffix("/") || parts.isEmpty { file += "/index.html" }
        guard files[file] != nil else { return "there is no \(file)" }
        guard !fragment.isEmpty, fragment != "top", let page = pages[file] else { return nil }
        return page.anchors.contains(decoded(fragment)) ? nil : "\(file) has no #\(fragment)"
    }

    private static func decoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
