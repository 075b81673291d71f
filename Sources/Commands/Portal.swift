internal import Files
internal import GoTemplates
internal import KeyLedger
internal import SVGCharts
internal import SiteBuild
internal import SiteModel
internal import Text
internal import UsageReports
internal import Values

/// What keeps the portal's pages from being made, with the exit status that it means.
struct PortalFailure: Error {
    let diagnostics: [Diagnostic]
    let status: ExitStatus
}

/// Brings the store into a build: the `keyport` function and the pages of keys and reports.
enum Portal {
    /// Adds what the store has; a site without a store gets the function without data.
    ///
    /// - Throws: `PortalFailure` with status 3 when the store is damaged, or when the one that was named is not there.
    static func add(
        to options: inout SiteBuildOptions, arguments: Arguments, configuration: SiteConfiguration
    ) throws {
        options.extraAssets["css/charts.css"] = chartStyleSheet
        let figures = try figures(arguments)
        let base = configuration.basePath
        let namespace = KeyportNamespace(figures) { base + $0 }
        options.addFunctions = { table in
            table.register("keyport", 0...0) { call in
                guard let demand = LiveData.note(call) else { return .object(namespace) }
                return .object(namespace.noting { demand.note($0) })
            }
        }
        guard let figures else { return }
        do {
            options.generatedPages = try PortalPages.pages(
                figures, site: address(configuration),
                identity: configuration.params["feedaddress"]?.stringValue.map(folder)
            ).map(generated)
        } catch {
            throw failure(error)
        }
    }

    private static func folder(_ address: String) -> String { address.hasSuffix("/") ? address : address + "/" }

    /// The address of the site, with `/` at its end; of one that says no host, that of this machine.
    private static func address(_ configuration: SiteConfiguration) -> String {
        let base = configuration.baseURL
        guard base.contains("://") else { return "http://localhost" + configuration.basePath + "/" }
        return base
    }

    /// The figures of the store that the command line names; nil for a site without a store.
    static func figures(_ arguments: Arguments) throws -> LedgerFigures? {
        try ledger(arguments).map { LedgerFigures($0) }
    }

    /// The store that the command line names, to look at; nil for a site without a store.
    static func ledger(_ arguments: Arguments) throws -> Ledger? {
        let path = SiteOptions.store(arguments)
        if arguments.value("store") == nil, !FileSystem.isFile(path + "/workspace.json") { return nil }
        let now = try Present.time(arguments)
        do {
            let clock: LedgerClock = .fixed(Instant(seconds: now.seconds))
            return try Ledger.open(path, access: .read, clock: clock)
        } catch {
            throw failure(error)
        }
    }

    static func failure(_ error: LedgerError) -> PortalFailure {
        PortalFailure(diagnostics: [error.diagnostic], status: ExitStatus(rawValue: error.status.rawValue) ?? .store)
    }

    private static func generated(_ page: PortalPage) -> GeneratedPage {
        var path = page.path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        var generated = GeneratedPage(
            path: path, kind: page.kind == "section" ? .section : .page, frontMatter: page.frontMatter,
            resources: page.resources.map { resource in
                (
                    resource.name,
                    .made { () throws(Diagnostic) in
                        do throws(LedgerError) { return try resource.bytes() } catch { throw error.diagnostic }
                    }
                )
            })
        generated.stamp = page.stamp.map { GeneratedPage.Stamp(name: $0.period, digest: $0.digest) }
        return generated
    }
}
