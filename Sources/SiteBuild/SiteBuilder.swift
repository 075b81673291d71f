internal import Files
internal import Glibc
internal import GoTemplates
package import SiteModel
package import Text
internal import Values

/// Builds a site: loads the content, renders every page in every format, and writes what has changed.
package enum SiteBuilder {
    /// What a build did.
    package struct Report: Sendable {
        /// All findings in their order.
        package let findings: [Diagnostic]
        /// How many pages of content there are.
        package let pages: Int
        /// How many files the site has.
        package let files: Int
        /// How many of them were written.
        package let written: Int
        /// The site itself, when it was asked for in memory; of a part, the files of that part.
        package let site: BuiltSite?
        /// What was found out about the live pages, when it was asked for.
        package var live: LiveTrace?

        /// Whether the site could not be built; then nothing was written.
        package var hasErrors: Bool { findings.contains { $0.severity == .error } }
    }

    /// Builds the site of `configuration`.
    ///
    /// Goes on after an error to the next page and reports all of them. Only a build without errors writes: otherwise the
    /// destination stays as it was.
    package static func build(_ configuration: SiteConfiguration, options: SiteBuildOptions) -> Report {
        if options.part != nil {
            let session = buildPart(configuration, options: options)
            let site = BuiltSite(made: session.outputs.all, copied: [:], sources: [:])
            let pages = session.sites.reduce(0) { $0 + $1.model.allPages.count }
            return report(session, pages: pages, written: 0, site: session.findings.hasErrors ? nil : site)
        }
        let (loaded, session) = read(configuration, options)
        session.findings.add(configuration.warnings + loaded.diagnostics)
        let pages = loaded.sites.reduce(0) { $0 + $1.allPages.count }
        guard !loaded.sites.isEmpty else { return report(session, pages: 0, written: 0) }
        if loaded.hasErrors {
            parse(session)
        } else {
            render(session)
        }
        guard !session.findings.hasErrors else { return report(session, pages: pages, written: 0) }
        let copies = StaticFiles.list(session)
        if options.keepsInMemory {
            let files = Dictionary(copies.map { ($0.path, $0.source) }) { first, _ in first }
            var result = report(
                session, pages: pages, written: 0,
                site: BuiltSite(made: session.outputs.all, copied: files, sources: sources(session)))
            if options.tracesLivePages {
                result.live = LiveTracer(
                    configuration: configuration, options: options, loaded: loaded, session: session
                ).trace()
            }
            return result
        }
        do throws(FileError) {
            let writer = OutputWriter(destination: options.destination, removesStale: options.removesStale)
            let result = try writer.write(session.outputs.all, copies: copies)
            return report(session, pages: pages, written: result.written)
        } catch {
            session.findings.add(error.diagnostic)
            return report(session, pages: pages, written: 0)
        }
    }

    private static func load(_ configuration: SiteConfiguration, _ options: SiteBuildOptions) -> ContentTree.Loaded {
        var reading = ContentTree.Options(
            now: options.now, generatedPages: options.generatedPages, threads: options.threads)
        reading.part = options.part?.content
        reading.marksFiles = options.tracesLivePages
        reading.runAdapters = { adapters, sites in
            ContentAdapterRun(adapters, sites: sites, configuration: configuration, options: options).result
        }
        return ContentTree.load(configuration, options: reading)
    }

    /// Reads content and templates, which know nothing of each other, side by side.
    ///
    /// - Parameter known: templates that were read before.
    private static func read(
        _ configuration: SiteConfiguration, _ options: SiteBuildOptions, templates known: SiteTemplates? = nil
    ) -> (ContentTree.Loaded, BuildSession) {
        let findings = Findings()
        let reading =
            known == nil
            ? BackgroundResult { SiteTemplates(configuration, options, findings: findings) } : nil
        let loaded = load(configuration, options)
        let templates =
            known ?? reading?.value() ?? SiteTemplates(configuration, options, findings: findings)
        return (
            loaded, BuildSession(options: options, models: loaded.sites, templates: templates, findings: findings)
        )
    }

    /// Every file of content, as it is now.
    package static func content(of configuration: SiteConfiguration) -> ContentPart {
        ContentTree.files(of: configuration)
    }

    /// Builds the live pages of a site alone; their files are in the session.
    ///
    /// - Parameter templates: those of a session of the whole site; nil reads them.
    static func buildPart(
        _ configuration: SiteConfiguration, options: SiteBuildOptions, templates: SiteTemplates? = nil
    ) -> BuildSession {
        let (loaded, session) = read(configuration, options, templates: templates)
        session.findings.add(loaded.diagnostics)
        if !loaded.hasErrors {
            render(session, only: options.part?.open(loaded.sites.lazy.flatMap(\.allPages)) ?? [])
        }
        return session
    }

    /// The file of content behind each page of the site.
    private static func sources(_ session: BuildSession) -> [String: SourceFile] {
        var sources: [String: SourceFile] = [:]
        for page in session.sites.flatMap(\.model.allPages) where page.file != nil {
            for target in page.targets { sources[target.outputPath] = page.source }
        }
        return sources
    }

    private static func report(
        _ session: BuildSession, pages: Int, written: Int, site: BuiltSite? = nil
    ) -> Report {
        Report(
            findings: session.findings.sorted, pages: pages, files: session.outputs.all.count, written: written,
            site: site)
    }

    /// Looks for what is wrong in the text of the pages when some of them could not be loaded: to render would only find
    /// references to what is missing.
    private static func parse(_ session: BuildSession) {
        for page in session.sites.flatMap({ site in site.model.allPages.compactMap { site.object($0) } }) {
            collect(session) { _ = try page.contentState.parsed(page) }
        }
    }

    /// Renders the pages; of a part only those that make one of `outputs`, without what belongs to the whole site.
    static func render(_ session: BuildSession, only outputs: Set<String>? = nil) {
        // Templates that do not parse would only repeat themselves as pages without a layout.
        let areTemplatesSound = !session.findings.hasErrors
        func isWanted(_ target: PageTarget) -> Bool { outputs?.contains(target.outputPath) ?? true }
        func pages(of site: SiteContext) -> [Page] {
            (site.model.allPages + site.model.standalonePages).filter { page in
                outputs == nil || page.targets.contains(where: isWanted)
            }
        }
        for site in session.sites {
            // The content first: lists then find it ready, whichever thread renders them.
            Workers.run(pages(of: site).compactMap { site.object($0) }, threads: session.options.threads) { page in
                guard !page.page.kind.isStandalone, page.page.buildOptions.render == .always else { return }
                let environment = RenderEnvironment(page: page, target: page.page.targets.first)
                let execution = session.templates.execution(environment, mode: .html)
                collect(session) { _ = try page.content(for: execution) }
            }
        }
        guard areTemplatesSound else { return }
        var owners: [String: ObjectIdentifier] = [:]
        for site in session.sites {
            for page in site.model.allPages + site.model.standalonePages where page.buildOptions.render == .always {
                for target in page.targets { owners[target.outputPath] = ObjectIdentifier(page) }
            }
        }
        let lastPages = owners
        for site in session.sites {
            let all = pages(of: site)
            let jobs = all.compactMap { site.object($0) }.flatMap { page in
                page.page.targets.filter(isWanted).map { (page, $0) }
            }
            Workers.run(jobs, threads: session.options.threads) { page, target in
                guard page.page.buildOptions.render == .always,
                    // Of pages with one address the last stays, whichever thread is quicker.
                    lastPages[target.outputPath] == ObjectIdentifier(page.page)
                else { return }
                collect(session) { try PageWriter(session).write(page, target: target) }
            }
            if outputs == nil { Redirects.write(site, session) { lastPages[$0] != nil } }
            // Files ask for no pages: a trace has nothing of them.
            if session.trace == nil {
                PageWriter.publishResources(of: outputs == nil ? site.model.allPages : all, session)
            }
        }
        if outputs == nil { Redirects.writeLanguageRedirects(session) }
        session.deferred.finish(session)
    }

    /// Runs one piece of work and keeps its error as a finding.
    private static func collect(_ session: BuildSession, _ work: () throws -> Void) {
        do {
            try work()
        } catch let finding as Diagnostic {
            session.findings.add(finding)
        } catch let error as ValueError {
            session.findings.add(Diagnostic(code: "build", error.message))
        } catch {
            session.findings.add(Diagnostic(code: "build", "\(error)"))
        }
    }
}
