internal import Files
internal import SiteBuild
internal import Text

/// A branch of a git repository that holds nothing but the site, as hosts of static pages want it.
struct GitBranch {
    /// The repository that is worked in: that of the site's folder.
    let folder: String
    /// Where the branch is pushed to: the name of a remote or an address; nil when it stays in the repository.
    let remote: String?
    /// The branch.
    let name: String

    /// Commits `site` on top of what the branch has; how many files changed, 0 when it had the same site already.
    ///
    /// The files of the repository, its index and its branch of work are not touched.
    ///
    /// - Parameters:
    ///   - bases: the commits of which some files may be changed; none puts the whole site in place.
    ///   - willMove: hears of the commit before the branch is moved to it.
    /// - Returns: the commit that the branch is at then, empty for none.
    /// - Throws: `publish.moved` when the branch is at none of `bases`.
    func publish(
        _ site: BuiltSite, message: String, time: String, isDryRun: Bool, bases: [String] = [],
        willMove: (_ from: String, _ to: String) throws -> Void = { _, _ in }
    ) throws -> (changed: Int, commit: String) {
        let staging = try FileSystem.makeTemporaryDirectory(prefix: "keyport-publish")
        defer { try? FileSystem.remove(staging) }
        try site.write(to: staging + "/site")
        if remote == nil, try git(["symbolic-ref", "-q", "HEAD"], accepting: [0, 1]) == "refs/heads/" + name {
            throw Diagnostic(
                code: "publish.branch", "\(name) is the branch that is checked out", path: folder,
                suggestion: "publish to a branch of its own, such as git:gh-pages")
        }
        let index = [
            "GIT_INDEX_FILE": staging + "/index", "GIT_WORK_TREE": staging + "/site",
            "GIT_DIR": try git(["rev-parse", "--absolute-git-dir"]), "GIT_LITERAL_PATHSPECS": "1",
        ]
        let parent = try parent()
        if !bases.isEmpty {
            guard bases.contains(parent) else {
                throw Diagnostic(
                    code: "publish.moved", "the branch \(name) is not where the last publish left it", path: folder,
                    suggestion: "publish the whole site once, without --only-data")
            }
            _ = try git(["read-tree", parent], environment: index)
            _ = try git(["add", "--force", "--ignore-removal", "."], environment: index)
        } else {
            _ = try git(["add", "--all", "--force", "."], environment: index)
        }
        let tree = try git(["write-tree"], environment: index)
        let changed = try count(tree, against: parent)
        guard changed > 0, !isDryRun else { return (changed, parent) }
        let dates = ["GIT_AUTHOR_DATE": time, "GIT_COMMITTER_DATE": time]
        let commit = try git(
            ["commit-tree", tree, "-m", message] + (parent.isEmpty ? [] : ["-p", parent]), environment: dates)
        try willMove(parent, commit)
        if let remote {
            _ = try git(["push", "--quiet", remote, "\(commit):refs/heads/\(name)"])
        } else {
            let none = String(repeating: "0", count: commit.utf8.count)
            _ = try git(["update-ref", "refs/heads/" + name, commit, parent.isEmpty ? none : parent])
        }
        return (changed, commit)
    }

    /// The commit that the branch is at, empty for none.
    private func parent() throws -> String {
        guard let remote else {
            return try git(["rev-parse", "-q", "--verify", "refs/heads/\(name)^{commit}"], accepting: [0, 1])
        }
        let line = try git(["ls-remote", remote, "refs/heads/" + name])
        guard let commit = line.split(whereSeparator: \.isWhitespace).first else { return "" }
        _ = try git(["fetch", "--quiet", "--no-tags", remote, "refs/heads/" + name])
        return String(commit)
    }

    private func count(_ tree: String, against parent: String) throws -> Int {
        let list =
            parent.isEmpty
            ? try git(["ls-tree", "-r", "--name-only", tree])
            : try git(["diff-tree", "-r", "--name-only", parent, tree])
        return list.split(separator: "\n").count
    }

    /// The output of git without the line end.
    private func git(
        _ words: [String], environment: [String: String] = [:], accepting: [Int32] = [0]
    ) throws -> String {
        let inside = environment["GIT_WORK_TREE"] ?? folder
        let run = try Subprocess(["git"] + words, in: inside, environment: environment)
        guard accepting.contains(run.status) else {
            let message = String(decoding: run.messages, as: UTF8.self).split(separator: "\n").last.map(String.init)
            throw Diagnostic(
                code: "publish.git", "git \(words.first ?? "") failed: \(message ?? "status \(run.status)")",
                path: folder)
        }
        var output = String(decoding: run.output, as: UTF8.self)
        while output.last?.isNewline == true { output.removeLast() }
        return output
    }
}
