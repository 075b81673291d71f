import Files
import Glibc
import Testing

/// `keyport publish` that ends in the middle, by a signal or by a full disk: readers have the old site or the new, whole.
@Suite(.serialized) struct PublishKillTests {
    private static let files = [
        "content/live.md": "---\ntitle: Live\n---\n\nUsed: {{< used >}}.\n",
        "content/docs/_index.md": "---\ntitle: Docs\n---\n",
        "content/docs/near.md": "---\ntitle: Near\n---\n\nUsed: {{< used >}}.\n",
        "layouts/_shortcodes/used.html": "{{ keyport.Usage.Used }}",
        "layouts/all.html": "<title>{{ .Title }}</title>{{ .Content }}",
    ]
    private static let now = ["--now", SiteFolder.present]
    private static let identity = [
        "GIT_AUTHOR_NAME": "T", "GIT_AUTHOR_EMAIL": "t@example.org", "GIT_COMMITTER_NAME": "T",
        "GIT_COMMITTER_EMAIL": "t@example.org",
    ]

    private func makeSite() throws -> SiteFolder { try SiteFolder(withKey: "first", Self.files) }

    private func publish(_ site: SiteFolder, _ words: [String]) throws -> ProgramRun {
        try ProgramRun(["publish"] + words + Self.now, in: site, environment: Self.identity, limit: 60)
    }

    /// Kills publishes to `target` at moments spread over their work; `moment` gives what reads pages of the site that
    /// readers get then: a program that was started may put another one there between two readings.
    private func killPublishes(
        of site: SiteFolder, to target: String, _ moment: () throws -> (String) throws -> String
    ) throws {
        func page(_ path: String) throws -> String { try moment()(path) }
        #expect(try publish(site, ["--to", target]).status == 0)
        var killed = 0
        for turn in 1...5 {
            try site.use("first", "\(turn)")
            // A whole publish forgets what it knew of the target first, and another one mends it.
            let kind = turn % 3 == 0 ? [] : ["--only-data"]
            let words = ["publish", "--to", target] + kind + Self.now
            let process = try RunningProgram(words, in: site, environment: Self.identity)
            usleep(UInt32(turn) * 90_000)
            process.kill9()
            if process.wait(limit: 60) != 0 { killed += 1 }
            let pages = try moment()
            let figures = try ["live/index.html", "docs/near/index.html"].map { path in
                try pages(path).split(separator: "Used: ").last.flatMap { Int($0.prefix { $0.isNumber }) }
            }
            // What they show is of one moment, and not of one to come.
            #expect(Set(figures).count == 1 && figures[0].map { $0 <= turn } == true, "\(figures)")
            // A program that it had started may go on for a moment.
            #expect(try eventually { try publish(site, ["--to", target] + kind).status == 0 })
            #expect(try page("live/index.html").contains("Used: \(turn)."))
        }
        print("publish --to \(target.split(separator: ":").first ?? ""): \(killed) of 5 killed")
        try site.use("first", "last")
        let run = try publish(site, ["--to", target, "--only-data"])
        #expect(run.output.hasPrefix("refreshed"), "\(run.messages)")
        #expect(try page("live/index.html").contains("Used: 6."))
    }

    @Test(.enabled("git is not there", { (try? Subprocess(["git", "--version"]))?.status == 0 }))
    func aKilledRunLeavesABranchWhole() throws {
        let site = try makeSite()
        _ = try Subprocess(["git", "-C", site.path, "init", "--quiet", "--initial-branch=main"])
        func git(_ words: [String]) throws -> String {
            let run = try Subprocess(["git", "-C", site.path] + words)
            #expect(run.status == 0)
            return String(decoding: run.output, as: UTF8.self)
        }
        try killPublishes(of: site, to: "git:pages") {
            let commit = try git(["rev-parse", "pages"]).split(separator: "\n")[0]
            return { path in try git(["show", "\(commit):\(path)"]) }
        }
        let check = try Subprocess(["git", "-C", site.path, "fsck", "--strict"])
        #expect(check.status == 0, "\(String(decoding: check.messages, as: UTF8.self))")
    }

    @Test(.enabled("rsync is not there", { (try? Subprocess(["rsync", "--version"]))?.status == 0 }))
    func aKilledRunLeavesAHostWhole() throws {
        let site = try makeSite()
        try killPublishes(of: site, to: "rsync:\(site.path)/www") {
            let release = try FileSystem.realPath(site.path + "/www")
            return { path in String(decoding: try FileSystem.read(release + "/" + path), as: UTF8.self) }
        }
        let left = try FileSystem.list(site.path + "/www.releases").map(\.name)
        #expect(left.allSatisfy { !$0.hasPrefix(".") } && left.count <= 5, "\(left)")
    }

    private static let canMount =
        (try? Subprocess(["unshare", "-r", "-m", "mount", "-t", "tmpfs", "none", "/mnt"]))?.status == 0

    /// A file system of its own, so small that the second site does not fit beside the first.
    @Test(.enabled("file systems cannot be mounted here", { Self.canMount }))
    func aFullDiskLeavesTheOldSite() throws {
        let site = try makeSite()
        try FileSystem.makeDirectory(site.path + "/disk")
        try site.write(
            """
            set -e
            mount -t tmpfs -o size=1m none disk
            publish() { "$KEYPORT" publish --to disk/www --now \(SiteFolder.present) "$@"; }
            publish
            cp -r disk/www before
            cp -r content sound
            head -c 2000000 /dev/zero | tr '\\0' a > content/docs/large.txt
            if publish; then exit 90; fi
            diff -r before disk/www || exit 91
            rm content/docs/large.txt
            "$KEYPORT" usage record --key first --source t --id 1 --now \(SiteFolder.present)
            head -c 1000000 /dev/zero > disk/filler || true
            if publish --only-data; then exit 92; fi
            diff -r before disk/www || exit 93
            rm disk/filler
            publish
            publish --only-data
            grep -q 'Used: 1[.]' disk/www/live/index.html || exit 94
            """, to: "full")
        let run = try Subprocess(
            ["unshare", "-r", "-m", "sh", "full"], in: site.path,
            environment: ["KEYPORT": try RunningProgram.path(of: "keyport")])
        let messages = String(decoding: run.messages, as: UTF8.self)
        #expect(run.status == 0, "\(messages)\n\(String(decoding: run.output, as: UTF8.self))")
        #expect(messages.contains("No space left on device"), "\(messages)")
    }
}
