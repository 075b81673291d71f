import Files
import Glibc
import Testing

/// `keyport serve`, as a browser and a terminal see it.
@Suite(.serialized) struct PreviewTests {
    private struct Preview {
        let process: RunningProgram
        let port: UInt16

        init(_ site: SiteFolder, _ words: [String] = []) throws {
            let process = try RunningProgram(["serve", "--port", "0"] + words, in: site)
            #expect(eventually { process.output.hasSuffix("/\n") }, "\(process.messages)")
            let parts = process.output.split(separator: ":")
            port = UInt16(parts.last?.prefix { $0.isNumber } ?? "") ?? 0
            self.process = process
        }

        func get(_ path: String, for seconds: Int = 5) -> String { Self.get(path, port: port, seconds: seconds) }

        func shows(_ text: String, at path: String) -> Bool { eventually { get(path).contains(text) } }

        /// Status line, headers and body of an answer; what came when the time is over for one that does not end.
        private static func get(_ path: String, port: UInt16, seconds: Int) -> String {
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            guard descriptor >= 0 else { return "" }
            defer { _ = close(descriptor) }
            var wait = timeval(tv_sec: seconds, tv_usec: 0)
            setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
            let connected = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            guard connected == 0 else { return "" }
            let request = Array("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".utf8)
            guard send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else { return "" }
            var received: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65536)
            while true {
                let count = recv(descriptor, &buffer, buffer.count, 0)
                if count <= 0 { return String(decoding: received, as: UTF8.self) }
                received.append(contentsOf: buffer[..<count])
            }
        }
    }

    @Test func aSavedPageShowsUpAndABrokenOneKeepsTheLastGoodPage() throws {
        let site = try SiteFolder(["content/a.md": "---\ntitle: A\n---\n\nfirst text\n"])
        let preview = try Preview(site)
        let first = preview.get("/a/")
        #expect(first.hasPrefix("HTTP/1.1 200"))
        #expect(first.contains("first text"))
        #expect(first.contains("Content-Security-Policy: default-src 'self'"))
        #expect(preview.get("/nothing/").hasPrefix("HTTP/1.1 404"))
        #expect(preview.get("/../hugo.toml").hasPrefix("HTTP/1.1 4"))
        #expect(preview.get("/a").hasPrefix("HTTP/1.1 30"))

        try site.write("---\ntitle: A\n---\n\nsecond text\n", to: "content/a.md")
        #expect(preview.shows("second text", at: "/a/"), "\(preview.process.messages)")
        try site.write("---\ntitle: A\n---\n\n{{< nosuch >}}\n", to: "content/a.md")
        #expect(eventually { preview.process.messages.contains("content/a.md:5:1: error:") })
        #expect(preview.get("/a/").contains("second text"))
        #expect(
            eventually { preview.get("/__keyport/events", for: 1).contains("nosuch") }, "the problem is not announced")
        try site.write("---\ntitle: A\n---\n\nthird text\n", to: "content/a.md")
        #expect(preview.shows("third text", at: "/a/"))
        try site.write("---\ntitle: New\n---\n\nnew page\n", to: "content/new/index.md")
        #expect(preview.shows("new page", at: "/new/"))
        #expect(!FileSystem.isDirectory(site.path + "/public"))

        preview.process.terminate()
        let status = preview.process.wait(limit: 5)
        #expect(status == 0 || status == 128 + SIGTERM, "\(status)")
    }

    @Test func aChangeOfTheStoreIsFollowed() throws {
        let site = try SiteFolder()
        #expect(try ProgramRun(["keys", "create", "first key"], in: site).status == 0)
        let preview = try Preview(site)
        #expect(preview.shows("first key", at: "/keys/"))
        #expect(try ProgramRun(["keys", "create", "second key"], in: site).status == 0)
        #expect(preview.shows("second key", at: "/keys/"), "\(preview.process.messages)")
    }

    @Test func aPortInUseIsAnError() throws {
        let site = try SiteFolder()
        let preview = try Preview(site)
        let second = try ProgramRun(["serve", "--port", "\(preview.port)"], in: site, limit: 10)
        #expect(second.status == 1)
        #expect(second.findings.count == 1, "\(second.messages)")
        #expect(second.messages.contains("\(preview.port)"))
        #expect(second.output.isEmpty)
        #expect(preview.get("/").hasPrefix("HTTP/1.1 200"))
    }
}
