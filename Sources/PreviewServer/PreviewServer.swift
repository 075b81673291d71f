internal import CMicroHTTPD
internal import Glibc
internal import Synchronization
package import Text

/// A local HTTP server that answers each request from a closure and can tell open pages to reload; it knows no build.
package final class PreviewServer: Sendable {
    /// The largest body that a request may bring.
    package static let largestBody = 64 * 1024

    /// The port that is listened on; the one the system chose when 0 was asked for.
    package let port: UInt16
    private let state: State
    private let daemon: Daemon

    /// Listens on a numeric IPv4 or IPv6 address and answers with `respond`, on several threads at once.
    ///
    /// - Throws: `serve.address` for an address that is none, `serve.port` when the port is taken or not allowed.
    package init(
        address: String, port: UInt16, respond: @escaping @Sendable (PreviewRequest) -> PreviewResponse
    ) throws(Diagnostic) {
        guard let socketAddress = SocketAddress(address, port: port) else {
            throw Diagnostic(
                code: "serve.address", "\(address) is not an IP address to listen on",
                suggestion: "--bind 127.0.0.1 for this machine alone, --bind 0.0.0.0 for every one that reaches it")
        }
        if let missing = library {
            throw Diagnostic(
                code: "serve.library", "the HTTP library cannot be loaded: \(missing)",
                suggestion: "install libmicrohttpd, on Debian the package libmicrohttpd12")
        }
        let listening: (descriptor: Int32, port: UInt16)
        do {
            listening = try socketAddress.listen()
        } catch {
            throw Diagnostic(
                code: "serve.port",
                "cannot listen on \(address):\(port): \(String(cString: strerror(error.number)))",
                suggestion: "another program may use the port: try --port \(port == .max ? 1024 : port + 1)")
        }
        let state = State(isLoopback: socketAddress.isLoopback, respond: respond)
        let flags = MHD_USE_INTERNAL_POLLING_THREAD.rawValue | MHD_USE_THREAD_PER_CONNECTION.rawValue
        // A page that waits for a reload keeps its connection, so the limit is above what browsers open.
        let options: [any CVarArg] = [
            Int32(bitPattern: MHD_OPTION.LISTEN_SOCKET.rawValue), listening.descriptor,
            Int32(bitPattern: MHD_OPTION.CONNECTION_LIMIT.rawValue), Int32(128),
            Int32(bitPattern: MHD_OPTION.CONNECTION_TIMEOUT.rawValue), Int32(60),
            Int32(bitPattern: MHD_OPTION.END.rawValue),
        ]
        let started = withVaList(options) {
            lazy_MHD_start_daemon_va(
                flags, listening.port, nil, nil, answer, Unmanaged.passUnretained(state).toOpaque(), $0)
        }
        guard let started else {
            _ = close(listening.descriptor)
            throw Diagnostic(code: "serve.start", "the preview server does not start")
        }
        self.port = listening.port
        self.state = state
        daemon = Daemon(handle: started)
    }

    /// Tells every open page to load itself again.
    package func reload() { state.liveReload.reload() }

    /// Shows a text over every open page until the next reload.
    ///
    /// - Parameter json: the text as a JSON string on one line.
    package func show(problem json: String) { state.liveReload.show(problem: json) }

    /// Ends open connections and stops listening; a second call does nothing.
    package func stop() {
        state.stopping.withLock { $0 = true }
        daemon.stop()
    }

    deinit { stop() }
}

/// What the dynamic loader says against libmicrohttpd; it is asked once, by the first server.
private let library: String? = lazy_microhttpd_load().map { String(cString: $0) }

/// The running daemon; stopped once.
private final class Daemon: Sendable {
    /// The address of the daemon, zero once it was stopped: a pointer itself may not be kept behind a lock.
    private let address: Mutex<UInt>

    init(handle: OpaquePointer) { address = Mutex(UInt(bitPattern: handle)) }

    func stop() {
        let running = address.withLock { address in
            defer { address = 0 }
            return address
        }
        if let handle = OpaquePointer(bitPattern: running) { lazy_MHD_stop_daemon(handle) }
    }
}

/// What the threads of the daemon share.
private final class State: Sendable {
    let isLoopback: Bool
    let respond: @Sendable (PreviewRequest) -> PreviewResponse
    let liveReload = LiveReload()
    let stopping = Mutex(false)

    init(isLoopback: Bool, respond: @escaping @Sendable (PreviewRequest) -> PreviewResponse) {
        self.isLoopback = isLoopback
        self.respond = respond
    }

    /// Whether the `Host` of a request is one that this server answers to.
    ///
    /// A page elsewhere can point a name of its own at 127.0.0.1 and read what a local server answers (DNS rebinding);
    /// a server on the loopback address therefore answers only to names of the loopback address.
    func accepts(host: String?) -> Bool {
        guard isLoopback, let host else { return true }
        var name = host.lowercased()
        if let colon = name.lastIndex(of: ":"), !name.hasSuffix("]") { name = String(name[..<colon]) }
        return name == "localhost" || name.hasSuffix(".localhost") || name == "[::1]"
            || SocketAddress(name, port: 0)?.isLoopback == true
    }

    func response(to request: PreviewRequest) -> PreviewResponse {
        guard accepts(host: request.headers["host"]) else {
            return PreviewResponse(
                status: 403, contentType: "text/plain; charset=utf-8",
                body: Array("This preview answers to localhost only.\n".utf8))
        }
        if request.path == LiveReload.scriptPath {
            return PreviewResponse(
                contentType: "text/javascript; charset=utf-8", body: Array(LiveReload.script.utf8))
        }
        var response = respond(request)
        if response.mediaType == "text/html" { response.body = LiveReload.inject(into: response.body) }
        return response
    }
}

/// The body of a request while it arrives.
private final class Upload {
    var body: [UInt8] = []
    var isTooLarge = false
}

/// Called by libmicrohttpd: once when the header is there, once for each part of a body, once at the end.
private func answer(
    closure: UnsafeMutableRawPointer?, connection: OpaquePointer?, url: UnsafePointer<CChar>?,
    method: UnsafePointer<CChar>?, version: UnsafePointer<CChar>?, upload: UnsafePointer<CChar>?,
    uploadSize: UnsafeMutablePointer<Int>?, context: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
    guard let closure, let connection, let url, let method, let context, let uploadSize else { return .NO }
    let state = Unmanaged<State>.fromOpaque(closure).takeUnretainedValue()
    guard let known = context.pointee else {
        context.pointee = Unmanaged.passRetained(Upload()).toOpaque()
        return .YES
    }
    let received = Unmanaged<Upload>.fromOpaque(known).takeUnretainedValue()
    if uploadSize.pointee > 0 {
        if received.body.count + uploadSize.pointee > PreviewServer.largestBody {
            received.isTooLarge = true
        } else if let upload {
            upload.withMemoryRebound(to: UInt8.self, capacity: uploadSize.pointee) {
                received.body.append(contentsOf: UnsafeBufferPointer(start: $0, count: uploadSize.pointee))
            }
        }
        uploadSize.pointee = 0
        return .YES
    }
    Unmanaged<Upload>.fromOpaque(known).release()
    context.pointee = nil
    let path = String(cString: url)
    let verb = String(cString: method)
    let host = lazy_MHD_lookup_connection_value(connection, .HEADER_KIND, "Host").map { String(cString: $0) }
    if path == LiveReload.streamPath, state.accepts(host: host) { return sendEvents(state, on: connection) }
    var headers: [String: String] = [:]
    for name in ["Host", "If-None-Match", "Content-Type", "Origin", "Accept", "Cookie"] {
        if let value = lazy_MHD_lookup_connection_value(connection, .HEADER_KIND, name) {
            headers[name.lowercased()] = String(cString: value)
        }
    }
    if received.isTooLarge {
        return send(plain(413, "The request is too large."), to: connection, withBody: true)
    }
    guard PreviewRequest.isSafe(path: path) else {
        return send(plain(400, "The address is not one of this site."), to: connection, withBody: true)
    }
    let request = PreviewRequest(method: verb, path: path, headers: headers, body: received.body)
    return send(state.response(to: request), to: connection, withBody: verb != "HEAD")
}

private func plain(_ status: Int, _ text: String) -> PreviewResponse {
    PreviewResponse(status: status, contentType: "text/plain; charset=utf-8", body: Array((text + "\n").utf8))
}

private func send(_ response: PreviewResponse, to connection: OpaquePointer, withBody: Bool) -> MHD_Result {
    let created = response.body.withUnsafeBytes { buffer in
        lazy_MHD_create_response_from_buffer(
            buffer.count, UnsafeMutableRawPointer(mutating: buffer.baseAddress), .RESPMEM_MUST_COPY)
    }
    guard let created else { return .NO }
    defer { lazy_MHD_destroy_response(created) }
    for (name, value) in response.headers { lazy_MHD_add_response_header(created, name, value) }
    lazy_MHD_add_response_header(created, "Cache-Control", "no-store")
    lazy_MHD_add_response_header(created, "X-Content-Type-Options", "nosniff")
    return lazy_MHD_queue_response(connection, UInt32(response.status), created)
}

/// One page that waits for a reload.
private final class Listener {
    let state: State
    var generation: Int?
    var problems = 0
    /// What did not fit into the buffer of the last call.
    var pending: ArraySlice<UInt8> = []

    init(_ state: State) { self.state = state }
}

private func sendEvents(_ state: State, on connection: OpaquePointer) -> MHD_Result {
    let listener = Unmanaged.passRetained(Listener(state)).toOpaque()
    let response = lazy_MHD_create_response_from_callback(
        UInt64.max, 1024,
        { closure, _, buffer, room in
            guard let closure, let buffer else { return -1 }
            let listener = Unmanaged<Listener>.fromOpaque(closure).takeUnretainedValue()
            return nextEvent(for: listener, into: buffer, room: room)
        }, listener,
        { closure in
            if let closure { Unmanaged<Listener>.fromOpaque(closure).release() }
        })
    guard let response else {
        Unmanaged<Listener>.fromOpaque(listener).release()
        return .NO
    }
    defer { lazy_MHD_destroy_response(response) }
    lazy_MHD_add_response_header(response, "Content-Type", "text/event-stream")
    lazy_MHD_add_response_header(response, "Cache-Control", "no-store")
    return lazy_MHD_queue_response(connection, 200, response)
}

/// Waits for the next event, or 15 seconds; the comment that is then sent finds out whether the page is still open.
private func nextEvent(for listener: Listener, into buffer: UnsafeMutablePointer<CChar>, room: Int) -> Int {
    for _ in 0..<750 where listener.pending.isEmpty {
        if listener.state.stopping.withLock({ $0 }) { return -1 }
        let current = listener.state.liveReload.current
        if listener.generation != current.generation {
            listener.generation = current.generation
            listener.pending = Array("data: \(current.generation)\n\n".utf8)[...]
        } else if let problem = current.problem, listener.problems != current.problems {
            listener.problems = current.problems
            listener.pending = Array("event: problem\ndata: \(problem)\n\n".utf8)[...]
        } else {
            usleep(20_000)
        }
    }
    if listener.pending.isEmpty { listener.pending = [0x3A, 0x0A, 0x0A] }
    let part = listener.pending.prefix(room)
    for (index, byte) in part.enumerated() { buffer[index] = CChar(bitPattern: byte) }
    listener.pending = listener.pending.dropFirst(part.count)
    return part.count
}
