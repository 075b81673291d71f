internal import Text
internal import Values

extension FunctionTable {
    /// The functions of the namespace `urls` that need no site; `absURL`, `relURL`, `ref` and `anchorize` do.
    mutating func registerURLs() {
        register("urls.URLize", aliases: ["urlize"], 1...1) { .string(urlized(try $0.text(0))) }
        register("urls.PathEscape", 1...1) { .string(urlEscaped(try $0.text(0), for: .pathSegment)) }
        register("urls.PathUnescape", 1...1) { call in
            let text = try call.text(0)
            return .string(
                try Self.onURL { () throws(URLError) in try urlUnescaped(text, for: .pathSegment) })
        }
        register("urls.Parse", 1...1) { call in
            let text: String
            do throws(ValueError) {
                text = try call.text(0)
            } catch {
                throw ValueError("error in Parse: \(error.message)")
            }
            return .object(URLObject(try Self.onURL { () throws(URLError) in try ParsedURL(parsing: text) }))
        }
        register("urls.JoinPath", 0...Int.max) { .string(try Self.joinPath(try $0.flattenedTexts())) }
    }

    /// Gives an error of a URL the shape of an error of a function.
    private static func onURL<Result>(_ body: () throws(URLError) -> Result) throws(ValueError) -> Result {
        do {
            return try body()
        } catch {
            throw ValueError(error.message)
        }
    }

    /// Go's `url.JoinPath`: the elements behind the path of the first, cleaned; a slash at the end stays.
    private static func joinPath(_ elements: [String]) throws(ValueError) -> String {
        guard let base = elements.first else { return "" }
        var url = try onURL { () throws(URLError) in try ParsedURL(parsing: base) }
        let parts = [url.escapedPath] + elements.dropFirst()
        var path: String
        if parts[0].hasPrefix("/") {
            path = GoPath.join(parts)
        } else {
            // A relative path stays relative, whatever `..` there are.
            path = String(GoPath.join(["/" + parts[0]] + parts.dropFirst()).dropFirst())
        }
        if let last = parts.last, last.hasSuffix("/"), !path.hasSuffix("/") { path += "/" }
        if !url.host.isEmpty, !path.isEmpty, !path.hasPrefix("/") { path = "/" + path }
        let joined = path
        url = try onURL { () throws(URLError) in
            var changed = url
            try changed.setPath(joined)
            return changed
        }
        return url.string
    }
}

/// What `urls.Parse` gives: Go's `*url.URL`.
final class URLObject: ValueObject {
    private let url: ParsedURL

    init(_ url: ParsedURL) { self.url = url }

    var goType: String { "*url.URL" }
    var goString: String { url.string }
    var dataValue: Value? {
        [
            "Scheme": .string(url.scheme), "Opaque": .string(url.opaque), "User": url.user == nil ? .null : [:],
            "Host": .string(url.host), "Path": .string(url.path), "Fragment": .string(url.fragment),
            "RawQuery": .string(url.rawQuery), "RawPath": .string(url.rawPath),
            "RawFragment": .string(url.rawFragment), "ForceQuery": .bool(url.forcesQuery),
            "OmitHost": .bool(url.omitsHost),
        ]
    }
    var members: MemberTable { Self.table }

    func isEqual(to other: any ValueObject) -> Bool { (other as? URLObject)?.url == url }

    private static let table: MemberTable = {
        var table = MemberTable()
        func add(_ name: String, _ get: @escaping @Sendable (ParsedURL) -> Value) {
            table.field(name, of: URLObject.self) { get($0.url) }
        }
        add("Scheme") { .string($0.scheme) }
        add("Opaque") { .string($0.opaque) }
        add("User") { url in url.user == nil ? .null : .object(UserInfo(url)) }
        add("Host") { .string($0.host) }
        add("Hostname") { .string($0.hostName) }
        add("Port") { .string($0.port) }
        add("Path") { .string($0.path) }
        add("RawPath") { .string($0.rawPath) }
        add("EscapedPath") { .string($0.escapedPath) }
        add("RawQuery") { .string($0.rawQuery) }
        add("Query") { .object(QueryValues($0.rawQuery)) }
        add("Fragment") { .string($0.fragment) }
        add("RawFragment") { .string($0.rawFragment) }
        add("EscapedFragment") { .string($0.escapedFragment) }
        add("RequestURI") { .string($0.requestURI) }
        add("IsAbs") { .bool($0.isAbsolute) }
        add("String") { .string($0.string) }
        return table
    }()
}

/// The user of a URL: Go's `*url.Userinfo`.
private final class UserInfo: ValueObject {
    private let url: ParsedURL

    init(_ url: ParsedURL) { self.url = url }

    var goType: String { "*url.Userinfo" }
    var goString: String { url.userInfo }
    var members: MemberTable { Self.table }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Username", of: UserInfo.self) { .string($0.url.user ?? "") }
        table.field("String", of: UserInfo.self) { .string($0.url.userInfo) }
        return table
    }()
}

/// The parameters of a query: Go's `url.Values`, a map to lists with methods.
private final class QueryValues: ValueObject {
    private let map: ValueMap

    init(_ query: String) {
        var map = ValueMap()
        for pair in query.split(separator: "&", omittingEmptySubsequences: true) where !pair.contains(";") {
            let (name, text, _) = String(pair).cut(at: UInt8(ascii: "="))
            guard let key = try? urlUnescaped(name, for: .queryComponent),
                let value = try? urlUnescaped(text, for: .queryComponent)
            else { continue }
            map[key] = .list((map[key]?.listValue ?? []) + [.string(value)])
        }
        self.map = map
    }

    var goType: String { "url.Values" }
    var keys: [String]? { map.sortedKeys }
    var goString: String { Value.map(map).goString }
    var dataValue: Value? { .map(ValueMap(map.sortedKeys.map { ($0, map[$0] ?? .null) })) }
    var members: MemberTable { Self.table }
    func value(forKey key: String) -> Value? { map[key] }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.method("Get", of: QueryValues.self, 1...1) { values, call in
            values.map[try call.string(0)]?.listValue?.first ?? ""
        }
        table.method("Has", of: QueryValues.self, 1...1) { .bool($0.map[try $1.string(0)] != nil) }
        table.field("Encode", of: QueryValues.self) { values in
            .string(
                values.map.sortedKeys.flatMap { key in
                    (values.map[key]?.listValue ?? []).map { value in
                        urlEscaped(key, for: .queryComponent) + "="
                            + urlEscaped(value.stringValue ?? "", for: .queryComponent)
                    }
                }.joined(separator: "&"))
        }
        return table
    }()
}
