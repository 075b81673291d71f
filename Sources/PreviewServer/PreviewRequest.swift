/// What a browser asked for.
package struct PreviewRequest: Sendable, Equatable {
    /// The method, such as `GET`.
    package let method: String
    /// The path, percent-decoded, beginning with `/`, without `.` and `..` segments, NUL and backslash.
    package let path: String
    /// The text behind `?`-less headers that matter, by lower-case name.
    package let headers: [String: String]
    /// The body, at most ``PreviewServer/largestBody`` bytes.
    package let body: [UInt8]

    /// A request.
    package init(method: String, path: String, headers: [String: String] = [:], body: [UInt8] = []) {
        self.method = method
        self.path = path
        self.headers = headers
        self.body = body
    }

    /// Whether a decoded path may be looked up below a folder: no way up, no byte that a file system reads otherwise.
    static func isSafe(path: String) -> Bool {
        guard path.utf8.first == 0x2F else { return false }
        guard !path.utf8.contains(where: { $0 == 0 || $0 == 0x5C }) else { return false }
        return !path.utf8.split(separator: 0x2F).contains { segment in
            segment.elementsEqual(".".utf8) || segment.elementsEqual("..".utf8)
        }
    }
}

/// What a browser gets.
package struct PreviewResponse: Sendable, Equatable {
    /// The HTTP status.
    package var status: Int
    /// Header fields in the order in which they are sent.
    package var headers: [(name: String, value: String)]
    /// The body.
    package var body: [UInt8]

    /// A response; `contentType` becomes a header field.
    package init(
        status: Int = 200, contentType: String, body: [UInt8], headers: [(name: String, value: String)] = []
    ) {
        self.status = status
        self.headers = [("Content-Type", contentType)] + headers
        self.body = body
    }

    /// A redirect to `location`.
    package static func redirect(to location: String) -> PreviewResponse {
        PreviewResponse(
            status: 302, contentType: "text/plain; charset=utf-8", body: [], headers: [("Location", location)])
    }

    /// The media type, without parameters.
    var mediaType: String {
        let value = headers.first { $0.name.lowercased() == "content-type" }?.value ?? ""
        return String(value.prefix { $0 != ";" })
    }

    /// Compares every field.
    package static func == (left: PreviewResponse, right: PreviewResponse) -> Bool {
        left.status == right.status && left.body == right.body
            && left.headers.elementsEqual(right.headers) { $0.name == $1.name && $0.value == $1.value }
    }
}
