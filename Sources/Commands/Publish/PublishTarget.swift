/// Where `keyport publish --to` puts the site.
enum PublishTarget: Sendable, Equatable {
    /// A folder of this machine.
    case folder(String)
    /// A branch of the site's repository, pushed to a remote when there is one.
    case branch(remote: String?, name: String)
    /// A folder that rsync reaches.
    case remote(host: String?, path: String)

    /// The folder of this machine; nil for the others.
    var folder: String? {
        guard case .folder(let path) = self else { return nil }
        return path
    }

    /// Reads `DIR`, `git:BRANCH`, `git:REMOTE:BRANCH`, `rsync:HOST:DIR` or `rsync:DIR`.
    init(_ text: String) throws(UsageError) {
        if text.hasPrefix("git:") {
            let rest = text.dropFirst(4)
            let colon = rest.lastIndex(of: ":")
            let name = colon.map { String(rest[rest.index(after: $0)...]) } ?? String(rest)
            let remote = colon.map { String(rest[..<$0]) }
            guard Self.isName(name), remote.map({ !$0.isEmpty && !$0.hasPrefix("-") }) ?? true else {
                throw UsageError(message: "--to: \(text.debugDescription) names no branch", suggestion: Self.forms)
            }
            self = .branch(remote: remote, name: name)
        } else if text.hasPrefix("rsync:") {
            let rest = text.dropFirst(6)
            let colon = rest.firstIndex(of: ":")
            let host = colon.map { String(rest[..<$0]) }
            var path = colon.map { String(rest[rest.index(after: $0)...]) } ?? String(rest)
            while path.count > 1, path.hasSuffix("/") { path.removeLast() }
            guard !path.isEmpty, path != "/", !path.hasPrefix("-"), host.map(Self.isHost) ?? true else {
                throw UsageError(
                    message: "--to: \(text.debugDescription) names no folder of a host", suggestion: Self.forms)
            }
            self = .remote(host: host, path: path)
        } else {
            var path = text
            while path.count > 1, path.hasSuffix("/") { path.removeLast() }
            guard !path.isEmpty, path != "/", path != ".", path != ".." else {
                throw UsageError(message: "--to: \(text.debugDescription) names no folder", suggestion: Self.forms)
            }
            self = .folder(path)
        }
    }

    private static let forms = "write DIR, git:BRANCH, git:REMOTE:BRANCH or rsync:HOST:DIR"

    /// Whether git takes the name of a branch, roughly: git itself has the last word.
    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix("-")
            && !name.unicodeScalars.contains { $0.value <= 0x20 || "~^:?*[\\".unicodeScalars.contains($0) }
    }

    /// Whether a text is a host, perhaps with a user, and no option for ssh.
    private static func isHost(_ text: String) -> Bool {
        !text.isEmpty && !text.hasPrefix("-")
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || "@._-".utf8.contains($0)
            }
    }
}
