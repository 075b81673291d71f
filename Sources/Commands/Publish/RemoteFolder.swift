internal import Files
internal import Glibc
internal import SiteBuild
internal import Text

/// A folder on a host that rsync reaches, turned to the new site by a symbolic link.
///
/// The sites are `DIR.releases/NAME` on the host, where files that did not change share their bytes with the site before.
struct RemoteFolder {
    /// The host, with a user before `@` where one is needed; nil for a folder of this machine.
    let host: String?
    /// The path of the link that readers are served from.
    let path: String
    /// How many former sites stay.
    let keep: Int

    /// Sends `site` as the release `name` and turns the link to it.
    ///
    /// - Parameters:
    ///   - bases: the releases of which some files may be changed; none puts the whole site in place. A release that was made
    ///     of another takes the place of that one and is no former site.
    ///   - willMove: hears of the release before the link is turned to it.
    /// - Returns: how many files changed, and the release that the link leads to then.
    /// - Throws: `publish.moved` when the link leads to none of `bases`.
    func publish(
        _ site: BuiltSite, name: String, isDryRun: Bool, bases: [String] = [],
        willMove: (_ from: String, _ to: String) throws -> Void = { _, _ in }
    ) throws -> (changed: Int, release: String) {
        let temporary = try FileSystem.makeTemporaryDirectory(prefix: "keyport-publish")
        defer { try? FileSystem.remove(temporary) }
        // The temporary folder is for this user alone, and rsync would hand that on to the readers.
        let staging = temporary + "/site"
        try site.write(to: staging)
        let present = try current()
        let isWhole = bases.isEmpty
        if !isWhole, present.map({ !bases.contains($0) }) ?? true {
            throw Diagnostic(
                code: "publish.moved", "\(prefix)\(path) does not lead where the last publish left it",
                suggestion: "publish the whole site once, without --only-data")
        }
        let changed =
            present == nil ? site.paths.count : try differences(staging, "\(prefix)\(path)/", isWhole: isWhole)
        guard changed > 0, !isDryRun else { return (changed, present ?? "") }
        if present == "" {
            throw Diagnostic(
                code: "publish.host", "\(prefix)\(path) is a folder, and not a symbolic link that can be turned",
                suggestion: "move it away once; publish makes the link")
        }
        // A name of its own: what a killed run had started may go on for a moment, and must not write into this one.
        let staged = "\(releases)/.next-\(getpid())"
        let next = quoted(staged)
        var preparation = "mkdir -p \(quoted(releases)) && { rm -rf \(quoted(releases + "/")).next-* || true; }"
        // Hard links: what is sent takes the place of a link, and leaves the file behind it alone.
        if !isWhole { preparation += " && cp -al \(quoted(path))/ \(next)" }
        _ = try shell(preparation)
        let options = isWhole ? ["--link-dest=../../\(folderName)"] : []
        _ = try run(
            ["rsync", "--recursive", "--times", "--perms", "--checksum"] + options
                + [staging + "/", "\(prefix)\(staged)/"])
        // A refresh of a refresh keeps no former site of it.
        let kind = isWhole ? "" : Self.refreshed
        // Two of one moment need two names; a clock that stands still (`SOURCE_DATE_EPOCH`) makes many.
        let taken = Set(try shell("ls -1 \(quoted(releases))").split(separator: "\n").map(String.init))
        let names = ([""] + (2...9999).map { "-\($0)" }).lazy.map { name + $0 + kind }
        let release = names.first { !taken.contains($0) } ?? name + kind
        let script = """
            set -e
            mv -T \(next) \(quoted(releases + "/" + release))
            ln -sfn \(quoted("\(folderName).releases/\(release)")) \(quoted(path + ".next"))
            mv -T \(quoted(path + ".next")) \(quoted(path))
            cd \(quoted(releases))
            for old in *\(Self.refreshed); do
              if [ -d "$old" ] && [ "$old" != \(quoted(release)) ]; then rm -rf "./$old"; fi
            done
            ls -1 | grep -v -e '\(Self.refreshed)$' | grep -v -x -F \(quoted(release)) | sort -r | tail -n +\(keep + 1) | while read -r old; do
              rm -rf "./$old"
            done
            """
        try willMove(present ?? "", release)
        _ = try shell(script)
        return (changed, release)
    }

    private static let refreshed = "-refreshed"
    private var prefix: String { host.map { $0 + ":" } ?? "" }
    private var releases: String { path + ".releases" }
    private var folderName: String { path.split(separator: "/").last.map(String.init) ?? "" }

    /// The release that the link leads to: nil when nothing is there, empty for a folder.
    private func current() throws -> String? {
        let line =
            "if [ -L \(quoted(path)) ]; then readlink \(quoted(path)); elif [ -e \(quoted(path)) ]; then echo .; fi"
        guard let target = try shell(line).split(separator: "\n").first else { return nil }
        return target == "." ? "" : target.split(separator: "/").last.map(String.init)
    }

    /// How many files differ between a folder and one that rsync reaches.
    ///
    /// Reads `--itemize-changes` (rsync(1)): `*deleting   a.html`, or eleven letters such as `>fc.t......` (another
    /// checksum) and `>f+++++++++` (new); folders and times alone do not count.
    private func differences(_ folder: String, _ target: String, isWhole: Bool) throws -> Int {
        let output = try run(
            ["rsync", "--recursive", "--checksum", "--dry-run", "--itemize-changes"] + (isWhole ? ["--delete"] : [])
                + [folder + "/", target])
        return output.split(separator: "\n").count { line in
            if line.hasPrefix("*deleting") { return !line.hasSuffix("/") }
            let letters = Array(line.utf8.prefix(3))
            return letters.count == 3 && letters[1] == UInt8(ascii: "f") && "c+".utf8.contains(letters[2])
        }
    }

    private func run(_ words: [String]) throws -> String {
        let run = try Subprocess(words)
        guard run.status == 0 else { throw failure(words.first ?? "", run) }
        return String(decoding: run.output, as: UTF8.self)
    }

    /// What a line of the host's shell writes; it goes the way that rsync goes (`RSYNC_RSH`, else ssh).
    private func shell(_ line: String) throws -> String {
        var words = ["sh", "-c", line]
        if let host {
            let way = getenv("RSYNC_RSH").map { String(cString: $0) } ?? "ssh"
            words = way.split(separator: " ").map(String.init) + [host, line]
        }
        let run = try Subprocess(words)
        guard run.status == 0 else { throw failure(words.first ?? "", run) }
        return String(decoding: run.output, as: UTF8.self)
    }

    private func failure(_ program: String, _ run: Subprocess) -> Diagnostic {
        let message = String(decoding: run.messages, as: UTF8.self).split(separator: "\n").last.map(String.init)
        return Diagnostic(
            code: "publish.host", "\(program) failed: \(message ?? "status \(run.status)")", path: host ?? path)
    }

    /// The text as one word of a shell.
    private func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
