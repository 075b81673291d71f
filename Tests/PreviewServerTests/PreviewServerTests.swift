import PreviewServer
import Testing
import Text

@Suite struct PreviewServerTests {
    static func server() throws -> PreviewServer {
        try PreviewServer(address: "127.0.0.1", port: 0) { request in
            if request.path == "/text" {
                return PreviewResponse(contentType: "text/plain; charset=utf-8", body: request.body)
            }
            return PreviewResponse(
                contentType: "text/html; charset=utf-8", body: Array("<html><body>\(request.path)</body></html>".utf8))
        }
    }

    @Test func answersFromTheClosureAndAddsTheReloadScriptToHTML() throws {
        let server = try Self.server()
        let answer = TestClient.get("/a%20b/", port: server.port)
        #expect(answer.hasPrefix("HTTP/1.1 200"))
        #expect(answer.hasSuffix("/a b/<script src=\"/__keyport/reload.js\" defer></script></body></html>"))
        #expect(TestClient.get("/__keyport/reload.js", port: server.port).contains("EventSource"))
    }

    @Test func leavesOtherMediaTypesAlone() throws {
        let server = try Self.server()
        let answer = TestClient.exchange(
            "POST /text HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 7\r\n\r\n</body>",
            port: server.port)
        #expect(answer.hasSuffix("\r\n\r\n</body>"))
    }

    @Test(arguments: ["/../etc/passwd", "/a/%2e%2e/b", "/a%5cb", "/a/./b", "/%2e%2e%2fetc"])
    func refusesAPathThatLeadsOut(_ path: String) throws {
        let server = try Self.server()
        #expect(TestClient.get(path, port: server.port).hasPrefix("HTTP/1.1 400"))
    }

    @Test(arguments: [
        ("localhost", 200), ("127.0.0.1:1313", 200), ("LOCALHOST:80", 200), ("[::1]:1313", 200),
        ("evil.example", 403), ("127.0.0.1.evil.example:80", 403),
    ])
    func answersToLoopbackNamesOnly(_ host: String, _ status: Int) throws {
        let server = try Self.server()
        #expect(TestClient.get("/", port: server.port, host: host).hasPrefix("HTTP/1.1 \(status)"))
    }

    @Test func refusesABodyThatIsTooLarge() throws {
        let server = try Self.server()
        let body = String(repeating: "x", count: PreviewServer.largestBody + 1)
        let answer = TestClient.exchange(
            "POST /text HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
                + body, port: server.port)
        #expect(answer.hasPrefix("HTTP/1.1 413"))
    }

    @Test func saysWhichPortIsTaken() throws {
        let server = try Self.server()
        let error = #expect(throws: Diagnostic.self) {
            try PreviewServer(address: "127.0.0.1", port: server.port) { _ in .redirect(to: "/") }
        }
        #expect(error?.message.contains("cannot listen on 127.0.0.1:\(server.port)") == true)
    }

    @Test(arguments: ["nowhere", "1.2.3", ""])
    func refusesAnAddressThatIsNone(_ address: String) {
        #expect(throws: Diagnostic.self) { try PreviewServer(address: address, port: 0) { _ in .redirect(to: "/") } }
    }

    @Test func tellsAnOpenPageToReload() throws {
        let server = try Self.server()
        server.reload()
        #expect(TestClient.get("/__keyport/events", port: server.port, until: "data: 1\n\n").contains("data: 1\n\n"))
    }

    @Test func showsAProblemOverAnOpenPage() throws {
        let server = try Self.server()
        let text = String(repeating: "long ", count: 1000)
        server.show(problem: "\"\(text)\"")
        let events = TestClient.get("/__keyport/events", port: server.port, until: "long \"\n\n")
        #expect(events.contains("event: problem\ndata: \"long "))
    }

    @Test func closesAPortWhenItStops() throws {
        let server = try Self.server()
        server.stop()
        #expect(TestClient.get("/", port: server.port) == "")
        server.stop()
    }

    @Test(arguments: [
        ("/a/b.css", "text/css; charset=utf-8"), ("/x.SVG", "image/svg+xml"), ("/x.y/none", "application/octet-stream"),
        ("", "application/octet-stream"),
    ])
    func namesMediaTypesByExtension(_ path: String, _ type: String) {
        #expect(ServedMediaType.contentType(ofPath: path) == type)
    }
}
