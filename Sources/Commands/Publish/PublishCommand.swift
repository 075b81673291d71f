internal import Files
internal import KeyLedger
internal import SiteBuild
internal import SiteModel
internal import Text
internal import Values

extension Command {
    /// `keyport publish`.
    static let publish = Command(
        ["publish"], "Close finished periods, build, check, and put the site in place in one step.",
        options: SiteOptions.options + [
            .value("to", nil, "TARGET", "DIR, git:BRANCH, git:REMOTE:BRANCH or rsync:HOST:DIR (default publishDir)"),
            .value("keep", nil, "N", "how many former sites stay beside DIR (default 3)"),
            .flag("minify", nil, "make style sheets, scripts and pages smaller"),
            .flag("allowBrokenLinks", nil, "publish although links of the site lead nowhere"),
            .value("hook", nil, "COMMAND", "a shell command to run when the site has changed"),
            .flag("dry-run", nil, "do all but change anything; say what would change"),
        ],
        discussion: """
            Readers see the old or the new site, never a mix of both. Nothing happens when the build or the check finds an
            error, and nothing when the site is the same as before: it can run every hour from cron. One line on standard
            output says what was done.
            """,
        examples: [
            "keyport publish --to /srv/www/portal", "keyport publish --to git:origin:gh-pages",
            "keyport publish --to rsync:www@docs.example.com:/srv/www/portal --hook 'systemctl reload nginx'",
        ]
    ) { arguments, console in
        try Publication(arguments, console).run()
    }
}

/// One run of `keyport publish`.
private struct Publication {
    let arguments: Arguments
    let console: Console
    let isDryRun: Bool
    let keep: Int

    init(_ arguments: Arguments, _ console: Console) throws(UsageError) {
        self.arguments = arguments
        self.console = console
        isDryRun = arguments.flag("dry-run")
        let text = arguments.value("keep") ?? "3"
        guard let keep = Int(text), 0...1000 ~= keep else {
            throw UsageError(message: "--keep: \(text.debugDescription) is not a number from 0 to 1000")
        }
        self.keep = keep
    }

    func run() throws -> ExitStatus {
        let named = try arguments.value("to").map { text throws(UsageError) in try PublishTarget(text) }
        let configuration = try SiteOptions.configuration(arguments, environment: "production")
        let closed = try closePeriods()
        let build = BuildRun(arguments: arguments, configuration: configuration)
        let report = try build.buildInMemory()
        console.report(report.findings)
        guard let site = report.site, !report.hasErrors else {
            console.message("nothing was published")
            return .failed
        }
        let broken = LinkFindings.of(site, baseURL: configuration.baseURL)
        if !broken.isEmpty {
            console.report(broken)
            guard arguments.flag("allowBrokenLinks") else {
                console.message("nothing was published; --allowBrokenLinks publishes all the same")
                return .failed
            }
        }
        let target = named ?? .folder(build.destination)
        let changed = try put(site, to: target)
        console.write(line(site, target, changed: changed, closed: closed) + "\n")
        guard changed > 0, !isDryRun, let hook = arguments.value("hook") else { return .done }
        return try run(hook: hook, changed: changed)
    }

    /// The names of the periods that were closed, or that would be.
    private func closePeriods() throws -> [String] {
        guard let reader = try Portal.ledger(arguments) else { return [] }
        let due = try reader.duePeriods().map(\.name)
        guard !due.isEmpty, !isDryRun else { return due }
        return try LedgerAccess.write(arguments, console).closeDuePeriods().map(\.name)
    }

    private func put(_ site: BuiltSite, to target: PublishTarget) throws -> Int {
        switch target {
        case .folder(let path):
            let folder = ReleaseFolder(path: path, keep: keep)
            return isDryRun ? try folder.differences(from: site) : try folder.publish(site)
        case .branch(let remote, let name):
            let time = try Present.time(arguments).rfc3339
            let branch = GitBranch(folder: SiteOptions.source(arguments), remote: remote, name: name)
            return try branch.publish(site, message: "Publish the site of \(time)", time: time, isDryRun: isDryRun)
        case .remote(let host, let path):
            let name = try Present.time(arguments).format(goLayout: "20060102T150405Z")
            return try RemoteFolder(host: host, path: path, keep: keep).publish(site, name: name, isDryRun: isDryRun)
        }
    }

    private func line(_ site: BuiltSite, _ target: PublishTarget, changed: Int, closed: [String]) -> String {
        let place =
            switch target {
            case .folder(let path): path
            case .branch(let remote, let name): remote.map { "\($0) \(name)" } ?? name
            case .remote(let host, let path): host.map { "\($0):\(path)" } ?? path
            }
        let count = "\(site.paths.count) files, \(changed) changed"
        let periods = closed.isEmpty ? "" : "; \(isDryRun ? "would close" : "closed") \(closed.joined(separator: ", "))"
        let verb = changed == 0 ? "unchanged" : isDryRun ? "would publish" : "published"
        return "\(verb) \(place): \(count)\(periods)"
    }

    private func run(hook: String, changed: Int) throws -> ExitStatus {
        let run = try Subprocess(
            ["sh", "-c", hook], in: SiteOptions.source(arguments), environment: ["KEYPORT_CHANGED": "\(changed)"])
        for text in [run.output, run.messages] where !text.isEmpty {
            console.message(String(decoding: text, as: UTF8.self).trimmingLineEnd)
        }
        guard run.status != 0 else { return .done }
        throw Diagnostic(
            code: "publish.hook", "the site is published, but its hook ended with \(run.status): \(hook)")
    }
}

extension String {
    fileprivate var trimmingLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
