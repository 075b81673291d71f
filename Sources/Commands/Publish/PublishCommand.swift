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
            .flag("only-data", nil, "refresh the pages that show live figures, and nothing else"),
            .flag("dry-run", nil, "do all but change anything; say what would change"),
        ],
        discussion: """
            Readers see the old or the new site, never a mix of both. Nothing happens when the build or the check finds an
            error, and nothing when the site is the same as before: it can run every hour from cron. One line on standard
            output says what was done. --only-data wants a whole publish to the same target before it, and files that have not
            changed since.
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
        let build = BuildRun(arguments: arguments, configuration: configuration)
        let target = named ?? .folder(build.destination)
        let isRefresh = arguments.flag("only-data")
        let source = SiteOptions.source(arguments)
        guard !isDryRun else {
            let record = PublishRecord.path(of: target, source: source)
            return isRefresh ? try refresh(build, target, record) : try publishWhole(build, target, nil)
        }
        // A site whose folder cannot be written leaves no record; its target has a lock of its own.
        guard (try? PublishRecord.makeFolder(source)) != nil else {
            return isRefresh ? try refresh(build, target, nil) : try publishWhole(build, target, nil)
        }
        let path = PublishRecord.path(of: target, source: source)
        let status = try FileSystem.locked(path + ".lock") {
            isRefresh ? try refresh(build, target, path) : try publishWhole(build, target, path)
        }
        guard let status else {
            throw Diagnostic(
                code: "publish.locked", "another keyport publish is at work for this target", path: place(of: target),
                suggestion: "wait until it is done")
        }
        return status
    }

    // MARK: The whole site

    private func publishWhole(_ build: BuildRun, _ target: PublishTarget, _ recordPath: String?) throws -> ExitStatus {
        let closed = try closePeriods()
        let inputs = PublishRecord.inputs(build.configuration, arguments)
        var options = try build.options(keepsInMemory: true)
        options.tracesLivePages = recordPath != nil && !options.generatedPages.isEmpty
        let report = SiteBuilder.build(build.configuration, options: options)
        console.report(report.findings)
        guard let site = report.site, !report.hasErrors else {
            console.message("nothing was published")
            return .failed
        }
        let broken = LinkFindings.of(site, baseURL: build.configuration.baseURL)
        if !broken.isEmpty {
            console.report(broken)
            guard arguments.flag("allowBrokenLinks") else {
                console.message("nothing was published; --allowBrokenLinks publishes all the same")
                return .failed
            }
        }
        // Until it is in place there is nothing to refresh.
        if let recordPath { try FileSystem.remove(recordPath) }
        let (changed, place) = try put(site, to: target, isRefreshed: report.live?.part != nil)
        if let recordPath, let live = report.live {
            try PublishRecord(
                inputs: inputs, structure: PublishRecord.digest(options.generatedPages),
                whole: PublishRecord.digest(live.whole), place: place, part: live.part, obstacle: live.obstacle ?? "",
                stamps: PublishRecord.stamps(options.generatedPages)
            ).write(to: recordPath)
        }
        let verb = changed == 0 ? "unchanged" : isDryRun ? "would publish" : "published"
        let periods = closed.isEmpty ? "" : "; \(isDryRun ? "would close" : "closed") \(closed.joined(separator: ", "))"
        return try finish(
            "\(verb) \(self.place(of: target)): \(site.paths.count) files, \(changed) changed\(periods)", changed)
    }

    /// The names of the periods that were closed, or that would be.
    private func closePeriods() throws -> [String] {
        guard let reader = try Portal.ledger(arguments) else { return [] }
        let due = try reader.duePeriods().map(\.name)
        guard !due.isEmpty, !isDryRun else { return due }
        return try LedgerAccess.write(arguments, console).closeDuePeriods().map(\.name)
    }

    /// Puts the site in place: how many files changed, and where it is then.
    private func put(_ site: BuiltSite, to target: PublishTarget, isRefreshed: Bool) throws -> (Int, String) {
        switch target {
        case .folder(let path):
            let folder = ReleaseFolder(path: path, keep: keep)
            if isDryRun { return (try folder.differences(from: site), "") }
            return (try folder.publish(site, isRefreshed: isRefreshed), "")
        case .branch(let remote, let name):
            let time = try Present.time(arguments).rfc3339
            let result = try GitBranch(folder: SiteOptions.source(arguments), remote: remote, name: name)
                .publish(site, message: "Publish the site of \(time)", time: time, isDryRun: isDryRun)
            return (result.changed, result.commit)
        case .remote(let host, let path):
            let result = try RemoteFolder(host: host, path: path, keep: keep)
                .publish(site, name: try releaseName(), isDryRun: isDryRun)
            return (result.changed, result.release)
        }
    }

    private func releaseName() throws -> String {
        try Present.time(arguments).format(goLayout: "20060102T150405Z")
    }

    // MARK: The live pages

    /// Refreshes the live pages of what was published last.
    private func refresh(_ build: BuildRun, _ target: PublishTarget, _ recordPath: String?) throws -> ExitStatus {
        guard let recordPath, var record = PublishRecord(path: recordPath) else {
            throw stale("there is no record of a publish to this target", target)
        }
        guard var part = record.part else {
            throw stale("the live pages cannot be refreshed alone: \(record.obstacle)", target)
        }
        guard record.inputs == PublishRecord.inputs(build.configuration, arguments) else {
            throw stale("settings, flags, templates, data, or the program have changed since the last publish", target)
        }
        if let changed = part.content.firstChange() {
            throw stale("\(changed) has changed since the last publish", target)
        }
        var options = try build.options(keepsInMemory: true)
        guard record.structure == PublishRecord.digest(options.generatedPages) else {
            return try publishNewPages(build, target, record, recordPath)
        }
        let stamps = PublishRecord.stamps(options.generatedPages)
        let kept = record.stamps.filter { stamps[$0.key] == $0.value }
        let isRestamped = kept.count != stamps.count || kept.count != record.stamps.count
        part.unchanged = Set(kept.keys)
        options.part = part
        let check = target.folder.map { ReleaseFolder.Check(ReleaseFolder(path: $0, keep: keep)) }
        let report = SiteBuilder.build(build.configuration, options: options)
        console.report(report.findings)
        guard let site = report.site, !report.hasErrors else {
            console.message("nothing was published")
            return .failed
        }
        if isRestamped, !isDryRun {
            // Those that are about to change are known again when they are there.
            record.stamps = kept
            try record.write(to: recordPath)
        }
        let (changed, place) = try putLivePages(site, in: target, of: record, recordPath, check)
        if !isDryRun, isRestamped || (changed > 0 && place != record.place) {
            record.stamps = stamps
            try record.at(changed > 0 ? place : record.place).write(to: recordPath)
        }
        let verb = changed == 0 ? "unchanged" : isDryRun ? "would refresh" : "refreshed"
        return try finish(
            "\(verb) \(self.place(of: target)): \(site.paths.count) live files, \(changed) changed", changed)
    }

    /// Another key or another period has pages of its own, to which others lead: that is a whole publish, as long as it
    /// publishes nothing that somebody is still writing.
    private func publishNewPages(
        _ build: BuildRun, _ target: PublishTarget, _ record: PublishRecord, _ recordPath: String
    ) throws -> ExitStatus {
        guard PublishRecord.digest(SiteBuilder.content(of: build.configuration)) == record.whole else {
            throw stale(
                "there are new pages of keys or reports, and the content has changed since the last publish", target)
        }
        return try publishWhole(build, target, isDryRun ? nil : recordPath)
    }

    /// Puts the live pages in place: how many files changed, and where they are then.
    private func putLivePages(
        _ site: BuiltSite, in target: PublishTarget, of record: PublishRecord, _ recordPath: String,
        _ check: ReleaseFolder.Check?
    ) throws -> (Int, String) {
        let bases = [record.place] + (record.next.isEmpty ? [] : [record.next])
        func willMove(from place: String, to next: String) throws {
            try record.at(place, next: next).write(to: recordPath)
        }
        switch target {
        case .folder(let path):
            let folder = ReleaseFolder(path: path, keep: keep)
            return (try folder.refresh(site, after: check ?? ReleaseFolder.Check(folder), isDryRun: isDryRun), "")
        case .branch(let remote, let name):
            let time = try Present.time(arguments).rfc3339
            let result = try GitBranch(folder: SiteOptions.source(arguments), remote: remote, name: name)
                .publish(
                    site, message: "Refresh the figures of \(time)", time: time, isDryRun: isDryRun, bases: bases,
                    willMove: willMove)
            return (result.changed, result.commit)
        case .remote(let host, let path):
            let result = try RemoteFolder(host: host, path: path, keep: keep)
                .publish(site, name: try releaseName(), isDryRun: isDryRun, bases: bases, willMove: willMove)
            return (result.changed, result.release)
        }
    }

    private func stale(_ reason: String, _ target: PublishTarget) -> Diagnostic {
        Diagnostic(
            code: "publish.stale", "--only-data: \(reason)", path: place(of: target),
            suggestion: "run keyport publish without --only-data once, with the same flags")
    }

    // MARK: Saying what was done

    private func place(of target: PublishTarget) -> String {
        switch target {
        case .folder(let path): return path
        case .branch(let remote, let name): return remote.map { "\($0) \(name)" } ?? name
        case .remote(let host, let path): return host.map { "\($0):\(path)" } ?? path
        }
    }

    private func finish(_ line: String, _ changed: Int) throws -> ExitStatus {
        console.write(line + "\n")
        guard changed > 0, !isDryRun, let hook = arguments.value("hook") else { return .done }
        return try run(hook: hook, changed: changed)
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
