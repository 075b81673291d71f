internal import Files
internal import Synchronization
internal import Text
package import Values

/// One commit: Hugo's `.GitInfo`.
package final class GitCommit: Sendable {
    /// The whole hash.
    package let hash: String
    /// The hash as git shortens it.
    package let abbreviatedHash: String
    /// The first paragraph of the message on one line.
    package let subject: String
    /// The rest of the message.
    package let body: String
    /// Who wrote the change, after `.mailmap`.
    package let authorName: String
    /// The author's address.
    package let authorEmail: String
    /// When the change was written, in the author's zone.
    package let authorDate: ZonedTime
    /// When it was committed.
    package let commitDate: ZonedTime

    init?(_ fields: ArraySlice<ArraySlice<UInt8>>) {
        guard fields.count == GitHistory.fieldCount else { return nil }
        let texts = fields.map { String(decoding: $0, as: UTF8.self) }
        guard let authorDate = Self.time(texts[5]), let commitDate = Self.time(texts[6]) else { return nil }
        (hash, abbreviatedHash, subject) = (texts[0], texts[1], texts[2])
        (authorName, authorEmail) = (texts[3], texts[4])
        (self.authorDate, self.commitDate) = (authorDate, commitDate)
        var body = fields[fields.startIndex + 7]
        while let last = body.last, last == 0x0A || last == 0x0D || last == 0x20 || last == 0x09 { body.removeLast() }
        self.body = String(decoding: body, as: UTF8.self)
    }

    /// The seconds since 1970 and the zone of git's raw dates: `1712019845 +0200`.
    private static func time(_ text: String) -> ZonedTime? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let seconds = Int(parts[0]), abs(seconds) < 100_000_000_000, let zone = Int(parts[1]),
            abs(zone) < 2400
        else { return nil }
        let offset = (zone / 100 * 60 + zone % 100) * 60
        return ZonedTime(seconds: seconds, zone: offset == 0 ? .utc : .fixed(offsetSeconds: offset))
    }
}

/// The commits that changed each file of a site, as `git log` lists them.
package struct GitHistory: Sendable {
    /// The commits of each file by its path in the repository, the newest first.
    private var commits: [String: [GitCommit]] = [:]
    /// Where the site stands in the repository: empty, or a path with `/` at its end.
    private let prefix: String
    /// The folder of the site.
    private let root: String

    static let fieldCount = 8

    /// What this process read last: a server that builds again asks git for the newest commit only.
    private static let last = Mutex<(key: String, history: GitHistory)?>(nil)

    /// Asks git for the commits that changed what lies in `folders`, which can be opened as the folder of the site, `root`, can.
    ///
    /// One process for all files. Git is told to run no program that the repository's own settings name.
    static func read(root: String, folders: [String]) throws(Diagnostic) -> GitHistory {
        let root = root.isEmpty ? "." : root
        let places = String(decoding: try git(["rev-parse", "--show-toplevel", "--show-prefix"], root), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        // A repository without a commit has no history.
        guard let head = try? git(["rev-parse", "--verify", "-q", "HEAD"], root) else {
            return GitHistory(prefix: "", root: root)
        }
        let prefix = places.count > 1 ? String(places[1]) : ""
        var history = GitHistory(prefix: prefix, root: root)
        let folders = Set(folders.compactMap(history.place)).sorted().map { $0.isEmpty ? "." : $0 }
        if folders.isEmpty { return history }
        let key = ([root] + places.map(String.init) + [String(decoding: head, as: UTF8.self)] + folders)
            .joined(separator: "\n")
        if let known = last.withLock({ $0?.key == key ? $0?.history : nil }) { return known }
        // Each commit begins with an empty field, which no name of a file is.
        let format = "%x00%H%x00%h%x00%s%x00%aN%x00%aE%x00%ad%x00%cd%x00%b%x00"
        let words = [
            "--literal-pathspecs", "-C", String(places[0]), "log", "-z", "--name-only", "--no-merges", "--full-history",
            "--no-renames", "--no-ext-diff", "--no-textconv",
            "--no-show-signature", "--no-color", "--no-notes", "--date=raw", "--format=tformat:" + format, "HEAD", "--",
        ]
        history.add(try git(words + folders, root))
        let result = history
        last.withLock { $0 = (key, result) }
        return result
    }

    private init(prefix: String, root: String) {
        self.prefix = prefix
        self.root = root
    }

    private mutating func add(_ log: [UInt8]) {
        let pieces = log.split(separator: 0, omittingEmptySubsequences: false)
        var index = 0
        while index + Self.fieldCount + 1 < pieces.count {
            guard pieces[index].isEmpty else {
                index += 1
                continue
            }
            let commit = GitCommit(pieces[(index + 1)...(index + Self.fieldCount)])
            // The end of the format is an empty piece as well.
            index += Self.fieldCount + 2
            var isFirst = true
            while index < pieces.count, !pieces[index].isEmpty {
                // A line break stands before the names.
                let name = isFirst && pieces[index].first == 0x0A ? pieces[index].dropFirst() : pieces[index]
                isFirst = false
                if let commit { commits[String(decoding: name, as: UTF8.self), default: []].append(commit) }
                index += 1
            }
        }
    }

    /// The commits that changed the file that `path` opens, the newest first; empty for a file that git does not know.
    package func commits(of path: String) -> [GitCommit] {
        place(path).flatMap { commits[$0] } ?? []
    }

    /// Where in the repository what `path` opens lies; nil when that is outside of it.
    private func place(_ path: String) -> String? {
        var inside = path[...]
        if root != "." {
            guard inside.hasPrefix(root) else { return nil }
            inside = inside.dropFirst(root.count)
            guard root.hasSuffix("/") || inside.isEmpty || inside.hasPrefix("/") else { return nil }
        } else if inside.hasPrefix("/") {
            return nil
        }
        var parts: [Substring] = prefix.split(separator: "/")
        for part in inside.split(separator: "/") where part != "." {
            if part == ".." {
                if parts.popLast() == nil { return nil }
            } else {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }

    private static func git(_ words: [String], _ folder: String) throws(Diagnostic) -> [UInt8] {
        let settings = ["core.fsmonitor=", "core.quotePath=false", "log.follow=false", "core.hooksPath=/dev/null"]
        let variables = [
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1",
            "LC_ALL": "C",
        ]
        let run: Subprocess
        do throws(FileError) {
            run = try Subprocess(
                ["git", "--no-pager"] + settings.flatMap { ["-c", $0] } + words, in: folder, environment: variables)
        } catch {
            throw problem("git is not installed", folder)
        }
        guard run.status == 0 else {
            let message = String(decoding: run.messages, as: UTF8.self).split(separator: "\n").first.map(String.init)
            throw problem(message ?? "git ended with status \(run.status)", folder)
        }
        return run.output
    }

    private static func problem(_ message: String, _ folder: String) -> Diagnostic {
        Diagnostic(
            code: "git.log", "failed to load Git data: \(message)", path: folder,
            suggestion: "build inside a clone of the site's repository, or leave out enableGitInfo")
    }
}
