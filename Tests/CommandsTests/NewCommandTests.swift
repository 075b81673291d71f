import Files
import Testing

@testable import Commands

@Suite struct NewCommandTests {
    @Test(arguments: [
        ("getting-started", "Getting Started"), ("api_keys", "Api Keys"), ("", ""), ("ümlaut", "Ümlaut"),
    ])
    func makesATitleOfAName(_ name: String, _ title: String) {
        #expect(PageTitle.of(name) == title)
    }

    @Test func makesASiteThatBuildsAndAPageInIt() throws {
        let parent = try TemporaryFolder()
        let folder = parent.path + "/docs"
        #expect(try CommandRun(["new", "site", folder]).status == 0)
        #expect(try CommandRun(["new", "site", folder]).status == 1)
        let made = try CommandRun(["new", "guides/first-steps.md", "-s", folder, "--now", "2026-03-15T09:12:44Z"])
        #expect(made.status == 0)
        #expect(made.output == "\(folder)/content/guides/first-steps.md\n")
        let page = String(decoding: try FileSystem.read("\(folder)/content/guides/first-steps.md"), as: UTF8.self)
        #expect(page == "---\ntitle: \"First Steps\"\ndate: 2026-03-15T09:12:44Z\ndraft: true\n---\n\n")
        #expect(try CommandRun(["new", "guides/first-steps.md", "-s", folder]).status == 1)
    }

    @Test func makesAPageFromTheArchetypeOfItsSection() throws {
        let parent = try TemporaryFolder()
        let folder = parent.path
        try FileSystem.write(Array("title = \"T\"\n".utf8), to: folder + "/hugo.toml")
        try FileSystem.makeDirectory(folder + "/archetypes")
        try FileSystem.write(
            Array("+++\ntitle = '{{ replace .File.ContentBaseName \"-\" \" \" | title }}'\n+++\n".utf8),
            to: folder + "/archetypes/guides.md")
        #expect(try CommandRun(["new", "content/guides/a-b.md", "-s", folder]).status == 0)
        let page = String(decoding: try FileSystem.read("\(folder)/content/guides/a-b.md"), as: UTF8.self)
        #expect(page == "+++\ntitle = 'A B'\n+++\n")
    }

    @Test(arguments: ["../out.md", "a/../../out.md", "no-extension", ".md"])
    func refusesAPathThatIsNone(_ path: String) throws {
        let parent = try TemporaryFolder()
        let folder = parent.path
        try FileSystem.write(Array("title = \"T\"\n".utf8), to: folder + "/hugo.toml")
        #expect(try CommandRun(["new", path, "-s", folder]).status == 2)
    }
}
