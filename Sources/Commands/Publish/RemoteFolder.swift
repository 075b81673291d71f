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

    /// Sends `site` as the release `name` and turns the link to it; how many files changed.
    func publish(_ site: BuiltSite, name: String, isDryRun: Bool) throws -> Int {
        let temporary = try FileSystem.makeTemporaryDirectory(prefix: "keyport-publish")
        defer { try? FileSystem.remove(temporary) }
        // The temporary folder is for this user alone, and rsync would hand that on to the readers.
        let staging = temporary + "/site"
        try site.write(to: staging)
        let prefix = host.map { $0 + ":" } ?? ""
        let exists = try shell("test -d \(quoted(path))", accepting: [0, 1]) == 0
        let changed = exists ? try differences(staging, "\(prefix)\(path)/") : site.paths.count
        guard changed > 0, !isDryRun else { return changed }
        let isFolder = try shell("test -d \(quoted(path)) && ! test -L \(quoted(path))", accepting: [0, 1]) == 0
        if isFolder {
            throw Diagnostic(
                code: "publish.host", "\(prefix)\(path) is a folder, and not a symbolic link that can be turned",
                suggestion: "move it away once; publish makes the link")
        }
        let releases = path + ".releases"
        _ = try shell("mkdir -p \(quoted(releases)) && rm -rf \(quoted(releases + "/next"))")
        let target = "\(prefix)\(releases)/next/"
        let base = path.split(separator: "/").last.map(String.init) ?? ""
        _ = try run(
            [
                "rsync", "--recursive", "--times", "--perms", "--checksum", "--link-dest=../../\(base)", staging + "/",
                target,
            ])
        let release = releases + "/" + name
        let script = """
            set -e
            mv -T \(quoted(releases + "/next")) \(quoted(release))
            ln -sfn \(quoted("\(base).releases/\(name)")) \(quoted(path + ".next"))
            mv -T \(quoted(path + ".next")) \(quoted(path))
            cd \(quoted(releases))
            ls -1 | sort -r | tail -n +\(keep + 2) | while read -r old; do rm -rf "./$old"; done
            """
        _ = try shell(script)
        return changed
    }

    /// How many files differ between a folder and one that rsync reaches.
    ///
    /// Reads `--itemize-changes` (rsync(1)): `*deleting   a.html`, or eleven letters such as `>fc.t......` (another
    /// checksum) and `>f+++++++++` (new); folders and times alone do not count.
    private func differences(_ folder: String, _ target: String) throws -> Int {
        let output = try run([
            "rsync", "--recursive", "--checksum", "--delete", "--dry-run", "--itemize-changes", folder + "/", target,
        ])
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

    /// The exit status of a line of the host's shell; it goes the way that rsync goes (`RSYNC_RSH`, else ssh).
    private func shell(_ line: String, accepting: [Int32] = [0]) throws -> Int32 {
        var words = ["sh", "-c", line]
        if let host {
            let way = getenv("RSYNC_RSH").map { String(cString: $0) } ?? "ssh"
            words = way.split(separator: " ").map(String.init) + [host, line]
        }
        let run = try Subprocess(words)
        guard accepting.contains(run.status) else { throw failure(words.first ?? "", run) }
        return run.status
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
