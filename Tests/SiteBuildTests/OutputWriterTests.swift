import Files
import Glibc
import Testing

@testable import SiteBuild

/// A symbolic link to a folder.
func linkFolder(_ target: String, at path: String) throws {
    guard symlink(target, path) == 0 else { throw FileError("link", path, number: errno) }
}

@Suite("Output writer")
struct OutputWriterTests {
    @Test("What has not changed keeps its time; what has is written")
    func unchanged() throws {
        let site = try SiteFolder([:])
        let writer = OutputWriter(destination: site.output, removesStale: false)
        let first = try writer.write(["a/b.html": [1], "c.html": [2]], copies: [])
        #expect(first.written == 2)
        let time = try FileSystem.status(site.output + "/a/b.html")?.modified
        let second = try writer.write(["a/b.html": [1], "c.html": [3]], copies: [])
        #expect(second.written == 1)
        #expect(second.unchanged == 1)
        #expect(try FileSystem.status(site.output + "/a/b.html")?.modified == time)
        #expect(try FileSystem.read(site.output + "/c.html") == [3])
    }

    @Test("Stale files and the folders that they leave empty go only when asked, and never what begins with a dot")
    func stale() throws {
        let site = try SiteFolder(["public/old/x.html": "x", "public/.git/config": "g", "public/.nojekyll": ""])
        _ = try OutputWriter(destination: site.output, removesStale: false).write(["a.html": [1]], copies: [])
        #expect(site.read("old/x.html") == "x")
        let result = try OutputWriter(destination: site.output, removesStale: true).write(["a.html": [1]], copies: [])
        #expect(result.removed == 1)
        #expect(!FileSystem.isDirectory(site.output + "/old"))
        #expect(site.read(".git/config") == "g")
        #expect(FileSystem.isFile(site.output + "/.nojekyll"))
    }

    @Test("A link in the way is replaced, not written through")
    func link() throws {
        let site = try SiteFolder(["victim": "keep", "public/x": ""])
        #expect(symlink(site.path + "/victim", site.output + "/a.html") == 0)
        _ = try OutputWriter(destination: site.output, removesStale: false).write(["a.html": [1]], copies: [])
        #expect(try FileSystem.read(site.path + "/victim") == Array("keep".utf8))
        #expect(try FileSystem.status(site.output + "/a.html", followingLinks: false)?.kind == .file)
    }

    @Test("Static files are copied, and a page of the same path wins")
    func copies() throws {
        let site = try SiteFolder(["static/a.txt": "static", "static/b.html": "static"])
        let result = try OutputWriter(destination: site.output, removesStale: true).write(
            ["b.html": Array("page".utf8)],
            copies: [("a.txt", site.path + "/static/a.txt"), ("b.html", site.path + "/static/b.html")])
        #expect(result.written == 2)
        #expect(site.read("a.txt") == "static")
        #expect(site.read("b.html") == "page")
    }

    @Test("A second build of the same site writes nothing")
    func secondBuild() throws {
        let site = try SiteFolder(["layouts/all.html": "{{ .Title }}", "content/a.md": "x", "static/s.txt": "s"])
        #expect(try site.build().written > 0)
        #expect(try site.build().written == 0)
    }
}
