internal import Files
internal import PreviewServer
internal import SiteBuild
internal import SiteModel
internal import Synchronization
internal import Text
internal import Values

extension Command {
    /// `keyport serve`.
    static let serve = Command(
        ["serve"], "Build the site, show it in the browser and follow each save.",
        options: SiteOptions.options + [
            .value("port", "p", "N", "the port (default 1313; 0 for one that is free)"),
            .value("bind", nil, "ADDRESS", "the address to listen on (default 127.0.0.1)"),
            .flag("minify", nil, "make style sheets, scripts and pages smaller"),
            .flag("cleanDestinationDir", nil, "accepted as by Hugo; nothing is written"),
        ],
        discussion: """
            The site is kept in memory: nothing is written. A change of content, templates, assets, configuration or store
            builds it again and reloads the open pages. When a build fails, its findings are shown in the terminal and over
            the last good page.
            """,
        examples: ["keyport serve", "keyport serve --port 8080 -D"]
    ) { arguments, console in
        try Preview(arguments: arguments, console: console).run()
    }
}

/// A preview: builds, serves, watches.
private final class Preview: Sendable {
    private struct State {
        var site: BuiltSite?
        var basePath = ""
        var problem = ""
    }

    private let arguments: Arguments
    private let console: Console
    private let state = Mutex(State())

    init(arguments: Arguments, console: Console) {
        self.arguments = arguments
        self.console = console
    }

    /// Serves until the process is ended.
    func run() throws -> ExitStatus {
        let bind = arguments.value("bind") ?? "127.0.0.1"
        guard let port = UInt16(arguments.value("port") ?? "1313") else {
            throw UsageError(message: "--port is a number from 0 to 65535")
        }
        // The port is taken first: what is wrong with it needs no build to be found.
        let server = try PreviewServer(address: bind, port: port) { [self] request in respond(to: request) }
        let shown = bind.contains(":") ? "[\(bind)]" : bind
        let origin = "http://\(shown):\(server.port)"
        // A site that is none is an error of the command, not something that the next save mends.
        let configuration: SiteConfiguration
        do {
            configuration = try SiteOptions.configuration(arguments, environment: "development")
        } catch {
            console.report(error.diagnostics)
            return .failed
        }
        let address = arguments.value("baseURL") ?? origin + configuration.basePath + "/"
        let watcher = try FileWatcher(roots: roots(configuration)) { Self.isIgnored($0, configuration) }
        build(baseURL: address)
        console.write("\(address)\n")
        console.message("Serving \(address) — end with Ctrl-C")
        while true {
            let changes = watcher.changes(timeout: -1)
            guard !changes.isEmpty else { continue }
            let before = ContinuousClock.now
            let isGood = build(baseURL: address)
            let milliseconds = (ContinuousClock.now - before) / .milliseconds(1)
            console.message(
                "\(changes.first ?? "") changed: \(isGood ? "built" : "not built") in \(Int(milliseconds)) ms")
            if isGood {
                server.reload()
            } else {
                server.show(problem: try JSON.string(.string(state.withLock { $0.problem })))
            }
        }
    }

    /// Builds into memory; false when there were errors, which keep the last good site.
    @discardableResult
    private func build(baseURL: String) -> Bool {
        let findings: [Diagnostic]
        do {
            let configuration = try SiteOptions.configuration(
                arguments, environment: "development", baseURL: baseURL)
            let report = try BuildRun(arguments: arguments, configuration: configuration).buildPreview()
            findings = report.findings
            if let site = report.site {
                state.withLock { state in
                    state.site = site
                    state.basePath = configuration.basePath
                    state.problem = ""
                }
                console.report(findings)
                return true
            }
        } catch let error as SiteError {
            findings = error.diagnostics
        } catch let failure as PortalFailure {
            findings = failure.diagnostics
        } catch let finding as Diagnostic {
            findings = [finding]
        } catch let error as UsageError {
            findings = [Diagnostic(code: "command-line", error.message, suggestion: error.suggestion)]
        } catch {
            findings = [Diagnostic(code: "failure", "\(error)")]
        }
        console.report(findings)
        let text = findings.filter { $0.severity == .error }.map(\.rendered).joined(separator: "\n\n")
        state.withLock { $0.problem = text }
        return false
    }

    // MARK: Answering

    private func respond(to request: PreviewRequest) -> PreviewResponse {
        guard request.method == "GET" || request.method == "HEAD" else {
            return PreviewResponse(
                status: 405, contentType: "text/plain; charset=utf-8", body: Array("GET and HEAD only\n".utf8),
                headers: [("Allow", "GET, HEAD")])
        }
        let (site, basePath, problem) = state.withLock { ($0.site, $0.basePath, $0.problem) }
        guard let site else { return Self.failure(problem) }
        guard request.path.hasPrefix(basePath + "/") else {
            if request.path == basePath || request.path == "/" { return .redirect(to: basePath + "/") }
            return Self.notFound(site)
        }
        let path = String(request.path.dropFirst(basePath.utf8.count + 1))
        if path.isEmpty || path.hasSuffix("/") {
            if let page = site.file(path + "index.html") { return Self.response(page, path: "index.html") }
            return Self.notFound(site)
        }
        if let file = site.file(path) { return Self.response(file, path: path) }
        if site.file(path + "/index.html") != nil { return .redirect(to: request.path + "/") }
        return Self.notFound(site)
    }

    private static func response(_ body: [UInt8], path: String, status: Int = 200) -> PreviewResponse {
        let type = ServedMediaType.contentType(ofPath: path)
        var headers: [(name: String, value: String)] = []
        if type.hasPrefix("text/html") {
            // What the published site should send too: the theme needs nothing else.
            headers.append(("Content-Security-Policy", "default-src 'self'; img-src 'self' data: https:"))
        }
        return PreviewResponse(status: status, contentType: type, body: body, headers: headers)
    }

    private static func notFound(_ site: BuiltSite) -> PreviewResponse {
        guard let page = site.file("404.html") else {
            return PreviewResponse(
                status: 404, contentType: "text/html; charset=utf-8",
                body: Array("<!DOCTYPE html><title>Not found</title><h1>Not found</h1>".utf8))
        }
        return response(page, path: "404.html", status: 404)
    }

    /// What stands in the browser while there is no good build yet.
    private static func failure(_ problem: String) -> PreviewResponse {
        let text = htmlEscaped(problem.isEmpty ? "The site is being built." : problem, style: .goHTML)
        let page =
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Not built</title></head>"
            + "<body><h1>The site could not be built</h1><pre>\(text)</pre></body></html>"
        return PreviewResponse(status: 500, contentType: "text/html; charset=utf-8", body: Array(page.utf8))
    }

    // MARK: Watching

    /// The folders whose changes build the site again.
    private func roots(_ configuration: SiteConfiguration) -> [String] {
        var roots = [SiteOptions.source(arguments)]
        let store = SiteOptions.store(arguments)
        if FileSystem.isDirectory(store) { roots.append(store) }
        roots += configuration.mounts.map(\.source).filter { FileSystem.isDirectory($0) }
        return roots
    }

    /// Folders that hold what is built from the site, and what version control and editors keep beside it.
    private static func isIgnored(_ path: String, _ configuration: SiteConfiguration) -> Bool {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        if name.hasPrefix("."), name != ".", name != ".." { return true }
        if name.hasSuffix("~") || name.hasSuffix(".swp") || name.contains(".tmp") { return true }
        return [configuration.publishDir, "node_modules", "lock", "keys.json.next"].contains(name)
    }
}
