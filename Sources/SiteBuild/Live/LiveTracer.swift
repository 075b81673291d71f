internal import SiteModel
internal import Text
internal import Values

/// Finds out which files of content the live pages of a site need, and holds a build of that part against the whole.
///
/// The live pages are rendered once more on the loaded site, while every page that a template asks for is taken down. That
/// alone is trusted with nothing: the part is loaded and rendered for itself, and unless each byte is that of the whole
/// build, there is no part.
struct LiveTracer {
    let configuration: SiteConfiguration
    let options: SiteBuildOptions
    let loaded: ContentTree.Loaded
    /// The build of the whole site, without errors.
    let session: BuildSession

    func trace() -> LiveTrace {
        let made = Dictionary(options.generatedPages.map { ($0.logicalPath, $0.stamp) }) { first, _ in first }
        var outputs: Set<String> = []
        var settled: Set<String> = []
        for page in loaded.sites.flatMap(\.allPages) {
            for target in page.targets {
                let quotes = session.liveOutputs.quotesOthers(target.outputPath)
                if target.format.isHTML {
                    if quotes != nil || made[page.path] != nil { outputs.insert(target.outputPath) }
                } else if quotes == false {
                    // What quotes other pages (feeds, a search index) is made by whole builds only.
                    outputs.insert(target.outputPath)
                }
                if let stamp = made[page.path] ?? nil, session.liveOutputs.stampName(target.outputPath) == stamp.name {
                    settled.insert(target.outputPath)
                }
            }
        }
        guard !outputs.isEmpty else { return result(nil, "no page shows live data") }
        var mainSections: [String: [String]] = [:]
        for site in session.sites { mainSections[site.language.language.key] = site.mainSections }
        let traced = needed(for: outputs)
        var obstacle = ""
        for sources in [traced, nil] {
            let content = sources.map { loaded.part(of: $0) } ?? loaded.whole
            let part = LivePart(content: content, outputs: outputs, settled: settled, mainSections: mainSections)
            guard let difference = difference(of: part) else { return result(part, nil) }
            obstacle = difference
        }
        return result(nil, obstacle)
    }

    private func result(_ part: LivePart?, _ obstacle: String?) -> LiveTrace {
        LiveTrace(part: part, obstacle: obstacle, whole: loaded.whole)
    }

    /// Why a build of the part is not what the whole build made; nil when it is.
    private func difference(of part: LivePart) -> String? {
        var options = options
        options.part = part
        let site = SiteBuilder.buildPart(configuration, options: options, templates: session.templates)
        guard !site.findings.hasErrors else { return site.findings.sorted.first { $0.severity == .error }?.message }
        let whole = session.outputs.all
        let made = site.outputs.all
        for (path, bytes) in made.sorted(by: { $0.key < $1.key }) where whole[path] != bytes {
            return "\(path) comes out otherwise without the rest of the site"
        }
        for path in part.outputs.sorted() where whole[path] != nil && made[path] == nil {
            return "\(path) is not made without the rest of the site"
        }
        return nil
    }

    // MARK: What the pages need

    /// The paths of the files that rendering `outputs` asks for.
    private func needed(for outputs: Set<String>) -> Set<String> {
        let trace = PageTrace()
        let tracing = BuildSession(
            options: options, models: loaded.sites, templates: session.templates, trace: trace)
        SiteBuilder.render(tracing, only: outputs)
        var needed: [ObjectIdentifier: Page] = [:]
        func add(_ page: Page?) {
            guard let page, needed[ObjectIdentifier(page)] == nil else { return }
            needed[ObjectIdentifier(page)] = page
            for above in page.ancestors { needed[ObjectIdentifier(above)] = above }
            for translation in page.translations { add(translation) }
            // A term is there as long as a page has it.
            for entry in page.term?.entries ?? [] { add(entry.page) }
            for term in page.kind == .taxonomy ? page.taxonomy?.terms ?? [] : [] { add(term.entries.first?.page) }
        }
        for page in trace.pages { add(page) }
        for site in loaded.sites {
            add(site.home)
            for (_, entries) in site.menus { addPages(of: entries, add) }
            if !configuration.sectionPagesMenu.isEmpty { site.sections.forEach(add) }
            add(site.allPages.first { $0.dates.lastModified == site.lastModified && $0.file != nil })
            addWitnesses(in: site, of: needed, add)
        }
        var sources: Set<String> = []
        for page in needed.values {
            if let file = page.file { sources.insert(file.filename) }
            for resource in page.resources {
                if case .file(let path) = resource.content { sources.insert(path) }
            }
        }
        return sources
    }

    private func addPages(of entries: [MenuEntry], _ add: (Page?) -> Void) {
        for entry in entries {
            add(entry.page)
            addPages(of: entry.children, add)
        }
    }

    /// A section without a file is there because of what lies in it, and one without dates has the newest of those below:
    /// one page with a file for each, and one for each date.
    private func addWitnesses(in site: Site, of needed: [ObjectIdentifier: Page], _ add: (Page?) -> Void) {
        struct Missing {
            var anything: Bool
            var date: Bool
            var lastModified: Bool
            var publishDate: Bool
        }
        var missing: [ObjectIdentifier: Missing] = [:]
        for (identity, page) in needed where page.kind.isNode {
            missing[identity] = Missing(
                anything: page.file == nil, date: page.dates.date != nil,
                lastModified: page.dates.lastModified != nil, publishDate: page.dates.publishDate != nil)
        }
        var witnesses: [Page] = []
        for page in site.allPages where page.file != nil {
            var isWitness = false
            for above in page.ancestors {
                guard var open = missing[ObjectIdentifier(above)] else { continue }
                for (flag, fits) in [
                    (\Missing.anything, true), (\Missing.date, page.dates.date == above.dates.date),
                    (\Missing.lastModified, page.dates.lastModified == above.dates.lastModified),
                    (\Missing.publishDate, page.dates.publishDate == above.dates.publishDate),
                ] where fits && open[keyPath: flag] {
                    open[keyPath: flag] = false
                    isWitness = true
                }
                missing[ObjectIdentifier(above)] = open
            }
            if isWitness { witnesses.append(page) }
        }
        witnesses.forEach(add)
    }
}
