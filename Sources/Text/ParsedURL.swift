/// Why a text is no URL, in Go's words.
package struct URLError: Error, Sendable, Equatable {
    /// One sentence such as `first path segment in URL cannot contain colon`.
    package let message: String

    /// An error with `message`.
    package init(_ message: String) { self.message = message }
}

/// A URL taken apart as Go's `net/url` does it, so that what is put together again has the same bytes.
package struct ParsedURL: Sendable, Equatable {
    /// `https`, in lower case; empty where there is none.
    package var scheme = ""
    /// What follows `mailto:` and its like.
    package var opaque = ""
    /// The unescaped user name; nil where there is no `@`.
    package var user: String?
    /// The unescaped password; nil where there is none.
    package var password: String?
    /// Host and port, unescaped.
    package var host = ""
    /// The path, unescaped.
    package var path = ""
    /// The path as it was written, where that is not its usual escaping; else empty.
    package var rawPath = ""
    /// `file:/x` instead of `file:///x`.
    package var omitsHost = false
    /// A `?` that nothing follows.
    package var forcesQuery = false
    /// The query without `?`, as it was written.
    package var rawQuery = ""
    /// The fragment without `#`, unescaped.
    package var fragment = ""
    /// The fragment as it was written, where that is not its usual escaping; else empty.
    package var rawFragment = ""

    /// An empty URL.
    package init() {}

    /// Takes `text` apart, or throws Go's `parse "…": …`.
    package init(parsing text: String) throws(URLError) {
        let (beforeFragment, fragment, _) = text.cut(at: UInt8(ascii: "#"))
        do {
            try parse(beforeFragment)
            if !fragment.isEmpty {
                self.fragment = try urlUnescaped(fragment, for: .fragment)
                rawFragment = urlEscaped(self.fragment, for: .fragment) == fragment ? "" : fragment
            }
        } catch {
            throw URLError("parse \(text.goQuoted): \(error.message)")
        }
    }

    private mutating func parse(_ text: String) throws(URLError) {
        if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            throw URLError("net/url: invalid control character in URL")
        }
        if text == "*" {
            path = "*"
            return
        }
        var rest = try takeScheme(text)
        if rest.hasSuffix("?"), rest.utf8.count(where: { $0 == UInt8(ascii: "?") }) == 1 {
            forcesQuery = true
            rest.removeLast()
        } else {
            (rest, rawQuery, _) = rest.cut(at: UInt8(ascii: "?"))
        }
        if !rest.hasPrefix("/") {
            if !scheme.isEmpty {
                opaque = rest
                return
            }
            if rest.cut(at: UInt8(ascii: "/")).before.utf8.contains(UInt8(ascii: ":")) {
                throw URLError("first path segment in URL cannot contain colon")
            }
        }
        if rest.hasPrefix("//"), !scheme.isEmpty || !rest.hasPrefix("///") {
            let (authority, path, hasPath) = String(rest.dropFirst(2)).cut(at: UInt8(ascii: "/"))
            rest = hasPath ? "/" + path : ""
            try takeAuthority(authority)
        } else if !scheme.isEmpty, rest.hasPrefix("/") {
            omitsHost = true
        }
        try setPath(rest)
    }

    /// Sets the path from its escaped form.
    package mutating func setPath(_ escaped: String) throws(URLError) {
        path = try urlUnescaped(escaped, for: .path)
        rawPath = urlEscaped(path, for: .path) == escaped ? "" : escaped
    }

    private mutating func takeScheme(_ text: String) throws(URLError) -> String {
        for (offset, byte) in text.utf8.enumerated() {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A: continue
            case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                if offset == 0 { return text }
            case UInt8(ascii: ":"):
                if offset == 0 { throw URLError("missing protocol scheme") }
                let (before, after, _) = text.cut(at: UInt8(ascii: ":"))
                scheme = before.lowercased()
                return after
            default: return text
            }
        }
        return text
    }

    private mutating func takeAuthority(_ authority: String) throws(URLError) {
        var hostText = authority
        if let at = authority.utf8.lastIndex(of: UInt8(ascii: "@")) {
            hostText = String(authority[authority.utf8.index(after: at)...])
            let info = String(authority[..<at])
            let allowed = "-._:~!$&'()*+,;=%@".unicodeScalars
            let isValid = info.unicodeScalars.allSatisfy { scalar in
                allowed.contains(scalar)
                    || (scalar.isASCII && (scalar.properties.isAlphabetic || scalar.isDecimalDigit))
            }
            guard isValid else { throw URLError("net/url: invalid userinfo") }
            let (name, word, hasWord) = info.cut(at: UInt8(ascii: ":"))
            user = try urlUnescaped(name, for: .userInfo)
            if hasWord { password = try urlUnescaped(word, for: .userInfo) }
        }
        if hostText.hasPrefix("[") {
            guard let close = hostText.utf8.lastIndex(of: UInt8(ascii: "]")) else {
                throw URLError("missing ']' in host")
            }
            try Self.checkPort(String(hostText[hostText.utf8.index(after: close)...]))
        } else if let colon = hostText.utf8.lastIndex(of: UInt8(ascii: ":")) {
            try Self.checkPort(String(hostText[colon...]))
        }
        for byte in hostText.utf8 where URLPart.host.escapes(byte) && byte < 0x80 && byte != UInt8(ascii: "%") {
            throw URLError("invalid character \(String(Unicode.Scalar(byte)).goQuoted) in host name")
        }
        host = try urlUnescaped(hostText, for: .host)
    }

    private static func checkPort(_ text: String) throws(URLError) {
        let isPort = text.hasPrefix(":") && text.utf8.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        guard text.isEmpty || isPort else { throw URLError("invalid port \(text.goQuoted) after host") }
    }
}

extension ParsedURL {
    /// The path as it is written: what was given where that is a valid escaping of `path`.
    package var escapedPath: String {
        if !rawPath.isEmpty, Self.isValidEscaping(rawPath, .path), (try? urlUnescaped(rawPath, for: .path)) == path {
            return rawPath
        }
        return path == "*" ? "*" : urlEscaped(path, for: .path)
    }

    /// The fragment as it is written.
    package var escapedFragment: String {
        if !rawFragment.isEmpty, Self.isValidEscaping(rawFragment, .fragment),
            (try? urlUnescaped(rawFragment, for: .fragment)) == fragment
        {
            return rawFragment
        }
        return urlEscaped(fragment, for: .fragment)
    }

    private static func isValidEscaping(_ text: String, _ part: URLPart) -> Bool {
        let allowed = Set("!$&'()*+,;=:@[]%".utf8)
        return text.utf8.allSatisfy { allowed.contains($0) || !part.escapes($0) }
    }

    /// User name and password as they stand before `@`; empty where there are none.
    package var userInfo: String {
        guard let user else { return "" }
        let name = urlEscaped(user, for: .userInfo)
        return password.map { name + ":" + urlEscaped($0, for: .userInfo) } ?? name
    }

    /// The host without its port and without the brackets of IPv6.
    package var hostName: String {
        if host.hasPrefix("["), let close = host.utf8.firstIndex(of: UInt8(ascii: "]")) {
            return String(host[host.utf8.index(after: host.startIndex)..<close])
        }
        return host.cut(at: UInt8(ascii: ":")).before
    }

    /// The port, or an empty string.
    package var port: String {
        guard let colon = host.utf8.lastIndex(of: UInt8(ascii: ":")) else { return "" }
        let port = host[host.utf8.index(after: colon)...]
        return port.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? String(port) : ""
    }

    /// Whether there is a scheme.
    package var isAbsolute: Bool { !scheme.isEmpty }

    /// Path and query, or what stands behind the scheme.
    package var requestURI: String {
        var result = opaque
        if result.isEmpty {
            result = escapedPath
            if result.isEmpty { result = "/" }
        } else if result.hasPrefix("//") {
            result = scheme + ":" + result
        }
        if forcesQuery || !rawQuery.isEmpty { result += "?" + rawQuery }
        return result
    }

    /// The whole URL.
    package var string: String {
        var result = scheme.isEmpty ? "" : scheme + ":"
        if !opaque.isEmpty {
            result += opaque
        } else {
            if !scheme.isEmpty || !host.isEmpty || user != nil {
                if !(omitsHost && host.isEmpty && user == nil) {
                    if !host.isEmpty || !path.isEmpty || user != nil { result += "//" }
                    if user != nil { result += userInfo + "@" }
                    result += urlEscaped(host, for: .host)
                }
            }
            let path = escapedPath
            if !path.isEmpty, !path.hasPrefix("/"), !host.isEmpty { result += "/" }
            if result.isEmpty, path.cut(at: UInt8(ascii: "/")).before.utf8.contains(UInt8(ascii: ":")) {
                result += "./"
            }
            result += path
        }
        if forcesQuery || !rawQuery.isEmpty { result += "?" + rawQuery }
        if !fragment.isEmpty { result += "#" + escapedFragment }
        return result
    }
}

extension String {
    /// The text before and after the first `separator`; all of it and nothing where there is none.
    package func cut(at separator: UInt8) -> (before: String, after: String, found: Bool) {
        guard let position = utf8.firstIndex(of: separator) else { return (self, "", false) }
        return (String(self[..<position]), String(self[utf8.index(after: position)...]), true)
    }
}

extension Unicode.Scalar {
    /// Whether this is a digit of any script (category Nd).
    package var isDecimalDigit: Bool { properties.generalCategory == .decimalNumber }
}
