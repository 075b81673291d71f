internal import KeyLedger
internal import LinkCheck
internal import SiteBuild
internal import SiteModel
internal import Text
internal import UsageReports
internal import Values

extension Command {
    /// `keyport check`.
    static let check = Command(
        ["check"], "Look for what is wrong in content, templates, links and store; no site is written.",
        options: SiteOptions.options + [
            .flag("minify", nil, "check the pages as build --minify writes them"),
            .flag("json", nil, "print the findings as JSON"),
        ],
        discussion: """
            Builds the site in memory and follows every link that leads into it, with its anchors; reads every line of
            the store. All findings are printed, each with its place. Ends with 1 when there is an error, with 3 when the
            store is damaged. Links to other hosts are not followed.
            """,
        examples: ["keyport check", "keyport check --json"]
    ) { arguments, console in
        var findings: [Diagnostic] = []
        var status: ExitStatus = .done
        do {
            let configuration = try SiteOptions.configuration(arguments, environment: "production")
            let report = try BuildRun(arguments: arguments, configuration: configuration).buildInMemory()
            findings += report.findings
            if let site = report.site { findings += LinkFindings.of(site, baseURL: configuration.baseURL) }
            findings += try storeFindings(arguments)
        } catch let error as SiteError {
            findings += error.diagnostics
        } catch let failure as PortalFailure {
            findings += failure.diagnostics
            status = failure.status
        }
        let errors = findings.count { $0.severity == .error }
        if status == .done, errors > 0 {
            status = findings.contains { $0.severity == .error && $0.code.hasPrefix("ledger.") } ? .store : .failed
        }
        if arguments.flag("json") {
            let sorted = findings.sorted(by: Diagnostic.precedes)
            console.write(
                UsageJSON.text(.map(ValueMap([("errors", .int(errors)), ("findings", .list(sorted.map(\.value)))]))))
        } else {
            console.report(findings)
            if errors > 0 { console.message("\(errors) error\(errors == 1 ? "" : "s")") }
            if findings.isEmpty { console.confirm("nothing to complain about") }
        }
        return status
    }

    /// What is damaged in the store; nothing for a site without one.
    private static func storeFindings(_ arguments: Arguments) throws -> [Diagnostic] {
        guard let ledger = try Portal.ledger(arguments) else { return [] }
        do {
            _ = try ledger.history()
            return try ledger.health().findings
        } catch {
            throw Portal.failure(error)
        }
    }
}

/// Broken links as findings, at the place in the content where they were written.
enum LinkFindings {
    /// The broken links of `site`.
    ///
    /// A link that no file of content holds comes from a template; it is reported once, with the number of pages that have it.
    static func of(_ site: BuiltSite, baseURL: String) -> [Diagnostic] {
        let checker = LinkChecker(files: site.paths, baseURL: baseURL) { site.file($0) }
        var findings: [Diagnostic] = []
        var shared: [String: (first: Diagnostic, pages: Set<String>)] = [:]
        var order: [String] = []
        for link in checker.check() {
            if let source = site.source(of: link.page), let place = LinkPlace.find(link.address, in: source) {
                let finding = diagnostic(link, at: place, site)
                // The same words twice in a file are one place that was found twice.
                if findings.last != finding { findings.append(finding) }
                continue
            }
            let message = message(link)
            if shared[message] == nil {
                let file = SourceFile(path: link.page, bytes: site.file(link.page) ?? [])
                shared[message] = (diagnostic(link, at: SourceRange(file, link.range), site), [])
                order.append(message)
            }
            shared[message]?.pages.insert(link.page)
        }
        for message in order {
            guard let pages = shared[message]?.pages, var finding = shared[message]?.first else { continue }
            let others = pages.count - 1
            if others > 0 {
                finding.notes.append("\(others) more page\(others == 1 ? " has" : "s have") the same link")
            }
            findings.append(finding)
        }
        return findings
    }

    private static func message(_ link: LinkChecker.BrokenLink) -> String {
        switch link.reason {
        case .noFile(let path): "link to \(link.address): there is no \(path)"
        case .noAnchor(let id, let page):
            page == link.page
                ? "link to \(link.address): the page has no element with the id \(id)"
                : "link to \(link.address): \(address(page)) has no element with the id \(id)"
        }
    }

    private static func diagnostic(
        _ link: LinkChecker.BrokenLink, at place: SourceRange, _ site: BuiltSite
    ) -> Diagnostic {
        var finding = Diagnostic(code: "link.missing-page", message(link), at: place)
        switch link.reason {
        case .noFile(let path):
            let near = nearestName(to: path, among: site.paths.map(address))
            finding.suggestion = near.map { "did you mean \($0)?" }
        case .noAnchor(let id, let page):
            finding.code = "link.missing-anchor"
            let anchors = HTMLReferences(site.file(page) ?? []).anchors
            finding.suggestion = nearestName(to: id, among: anchors.sorted()).map { "did you mean #\($0)?" }
        }
        return finding
    }

    /// The address of a file of the site, without the name of a folder's page.
    private static func address(_ path: String) -> String {
        path == "index.html" || path.hasSuffix("/index.html") ? "/" + path.dropLast(10) : "/" + path
    }
}

/// Finds in a file of content where an address was written.
enum LinkPlace {
    /// The first place in the body that holds `address` as a whole, nil when the file has it nowhere.
    static func find(_ address: String, in source: SourceFile) -> SourceRange? {
        let needle = Array(address.utf8)
        let bytes = source.bytes
        guard let first = needle.first, needle.count <= bytes.count else { return nil }
        var index = 0
        while let start = bytes[index...].firstIndex(of: first) {
            let end = start + needle.count
            guard end <= bytes.count else { return nil }
            if bytes[start..<end].elementsEqual(needle), isEdge(bytes, start - 1), isEdge(bytes, end) {
                return SourceRange(source, start..<end)
            }
            index = start + 1
        }
        return nil
    }

    /// Whether an address may begin or end beside the byte at `index`: white space, a bracket or a quote, not a letter.
    private static func isEdge(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard bytes.indices.contains(index) else { return true }
        return bytes[index] <= 0x20 || "()<>[]\"'`=:,;|".utf8.contains(bytes[index])
    }
}

extension Diagnostic {
    /// The finding as JSON: severity, code, path, line and column from 1 (null without a place), message, help.
    fileprivate var value: Value {
        let place = location.map { $0.file.position(of: $0.range.lowerBound) }
        var map = ValueMap()
        map["severity"] = .string(severity.rawValue)
        map["code"] = .string(code)
        map["path"] = (location?.file.path ?? path).map { .string($0) } ?? .null
        map["line"] = place.map { .int($0.line) } ?? .null
        map["column"] = place.map { .int($0.column) } ?? .null
        map["message"] = .string(message)
        map["help"] = suggestion.map { .string($0) } ?? .null
        return .map(map)
    }
}
