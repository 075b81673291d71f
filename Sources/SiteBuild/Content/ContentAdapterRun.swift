internal import GoTemplates
internal import SiteModel
internal import Text
internal import Values

/// Runs the content adapters of a site, before it has pages.
struct ContentAdapterRun {
    /// What they added.
    private(set) var result = AdaptedContent()

    /// Runs each adapter for its language, else for the default language, and for all when it asks for that.
    init(
        _ adapters: [ContentAdapter], sites: [Site], configuration: SiteConfiguration, options: SiteBuildOptions
    ) {
        // The layouts are read once more with the pages; what is wrong with them is said there.
        let findings = Findings()
        let session = BuildSession(
            options: options, models: sites,
            templates: SiteTemplates(configuration, options, findings: findings), findings: findings)
        for adapter in adapters {
            let wanted = adapter.language ?? configuration.defaultContentLanguage
            let store = Scratch()
            guard let first = session.sites.first(where: { $0.model.language.key == wanted }),
                run(adapter, for: first, store), adapter.language == nil
            else { continue }
            for site in session.sites where site !== first { _ = run(adapter, for: site, store) }
        }
        result.diagnostics += session.findings.sorted.filter { $0.code.hasPrefix("template.message") }
    }

    /// Whether the adapter asks for the other languages too.
    private mutating func run(_ adapter: ContentAdapter, for site: SiteContext, _ store: Scratch) -> Bool {
        let object = ContentAdapterObject(adapter, context: site, store: store)
        guard let home = site.object(site.model.home) else { return false }
        do {
            _ = try site.build.templates.execute(
                adapter.source, name: adapter.source.path, mode: .text, dot: .object(object),
                environment: RenderEnvironment(page: home))
        } catch let finding as Diagnostic {
            result.diagnostics.append(finding)
        } catch {
            result.diagnostics.append(
                Diagnostic(
                    code: "adapter", (error as? ValueError)?.message ?? "\(error)",
                    at: SourceRange(adapter.source, at: 0)))
        }
        let added = object.added
        result.pages += added.pages
        result.resources += added.resources
        return added.enablesAllLanguages
    }
}
