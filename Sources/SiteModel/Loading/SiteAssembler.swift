internal import DataFormats
internal import Text
internal import Values

/// Connects the pages of one language.
final class SiteAssembler {
    let configuration: SiteConfiguration
    let language: Language
    let now: ZonedTime
    let targets: TargetPaths
    var decoder: PageDecoder
    var diagnostics: [Diagnostic] = []

    /// List pages by path.
    var nodes: [String: PageMaterial] = [:]
    /// Regular pages by path.
    var leaves: [String: PageMaterial] = [:]
    /// Regular pages that are left out, by path: drafts, those of the future and expired ones.
    private(set) var dropped: [String: PageMaterial] = [:]
    /// The pages inside leaf bundles by path on disk.
    private(set) var bundledPages: [String: Page] = [:]
    /// The pages inside leaf bundles that are left out.
    private(set) var droppedBundledPages: [Page] = []
    /// The names of folders as they are on disk by the logical path of sections at the top.
    private var folderNames: [String: String] = [:]
    /// Files that content adapters added, each with its whole logical path.
    var adaptedResources: [GeneratedResource] = []
    /// Parsed content of files inside leaf bundles by path on disk.
    let bundleContent: [String: ParsedContent]

    init(
        _ configuration: SiteConfiguration, now: ZonedTime, pages: [ParsedContent],
        bundleContent: [String: ParsedContent], generated: [GeneratedPage]
    ) {
        self.configuration = configuration
        language = configuration.language
        self.now = now
        self.bundleContent = bundleContent
        targets = TargetPaths(configuration)
        decoder = PageDecoder(configuration)
        add(pages, generated: generated)
    }

    // MARK: Materials

    private func add(_ contents: [ParsedContent], generated: [GeneratedPage]) {
        var byPath: [String: [GeneratedPage]] = [:]
        for page in generated {
            let path = LogicalPath.normalized(cleaned(page.path))
            byPath[path, default: []].append(page)
        }
        for content in contents {
            guard case .page(let path, let bundle, let isNode) = content.found.role else { continue }
            // A file takes the place of a page of an adapter, but is laid over one of the program.
            let under = byPath[path]?.first { $0.adapter == nil }
            let material = PageMaterial(
                path: path, isNode: isNode, bundle: bundle, found: content.found, source: content.source,
                frontMatter: content.frontMatter, folderName: lastName(content.found.folder),
                generated: under?.frontMatter ?? ValueMap())
            material.generatedResources = under?.resources ?? []
            if under?.adapter != nil { byPath[path] = nil }
            insert(material)
            if let first = pathParts(content.found.path).first, let section = pathParts(path).first {
                if folderNames["/" + section] == nil { folderNames["/" + section] = first }
            }
        }
        for (path, pages) in byPath.sorted(by: { $0.key < $1.key }) {
            guard nodes[path] == nil, leaves[path] == nil, let page = pages.last else { continue }
            let material = PageMaterial(
                path: path, isNode: page.kind.isNode, folderName: lastName(path), generated: page.frontMatter,
                content: page.content, adapter: page.adapter)
            material.generatedResources = page.resources
            material.isGenerated = true
            material.writtenPath = LogicalPath.normalized(cleaned(page.path), keepingCase: true)
            insert(material)
        }
    }

    private func insert(_ material: PageMaterial) {
        let path = material.path
        if let other = material.isNode ? nodes[path] : leaves[path] {
            // As in Hugo a file that names its language wins, else the later one.
            let isKept = other.namesLanguage && !material.namesLanguage || other.writtenPath != material.writtenPath
            let (kept, dropped) = isKept ? (other, material) : (material, other)
            diagnostics.append(
                Diagnostic(
                    .warning, code: "content.duplicate", "two files make the page \(path); this one is left out",
                    at: SourceRange(dropped.source, at: 0), notes: ["the other is \(kept.source.path)"],
                    suggestion: "rename one of them"))
            if isKept { return }
        }
        if material.isNode { nodes[path] = material } else { leaves[path] = material }
    }

    private func ensureNode(_ path: String, folderName: String) {
        guard nodes[path] == nil else { return }
        let material = PageMaterial(path: path, isNode: true, folderName: folderName)
        material.writtenPath = LogicalPath.normalized(parentPath(path) + "/" + folderName, keepingCase: true)
        nodes[path] = material
    }

    private func kind(ofNode path: String) -> PageKind {
        if path == "/" { return .home }
        for taxonomy in configuration.taxonomies {
            let root = LogicalPath.normalized(taxonomy.plural)
            if path == root { return .taxonomy }
            if path.hasPrefix(root + "/") { return .term }
        }
        return .section
    }

    private func isDisabled(_ kind: PageKind) -> Bool { configuration.disableKinds.contains(kind.rawValue) }

    /// Adds the home page, the sections at the top and the taxonomies that have no file.
    private func addMissingNodes() {
        ensureNode("/", folderName: "")
        for path in Array(leaves.keys) + Array(nodes.keys) {
            let parts = pathParts(path)
            guard parts.count > 1, let first = parts.first else { continue }
            let top = "/" + first
            if kind(ofNode: top) == .section, leaves[top] == nil {
                ensureNode(top, folderName: folderNames[top] ?? first)
            }
        }
        for taxonomy in configuration.taxonomies {
            ensureNode(LogicalPath.normalized(taxonomy.plural), folderName: taxonomy.plural)
        }
        for (path, material) in leaves where nodes[path] != nil {
            diagnostics.append(
                Diagnostic(
                    .warning, code: "content.duplicate",
                    "a page and a folder have the same path \(path); the page is left out",
                    at: SourceRange(material.source, at: 0),
                    suggestion: "rename the file, or make it the folder's _index"))
            leaves[path] = nil
        }
    }

    /// The list page above a path.
    private func nearestNode(above path: String) -> PageMaterial? {
        var folder = path
        while !folder.isEmpty, folder != "/" {
            folder = parentPath(folder)
            if let node = nodes[folder.isEmpty ? "/" : folder] { return node }
        }
        return nil
    }

    /// The page of a file or an adapter, of any kind, in whose folder a path stands.
    private func leafOrNode(above path: String) -> PageMaterial? {
        var folder = path
        while !folder.isEmpty, folder != "/" {
            folder = parentPath(folder)
            guard let material = leaves[folder] ?? nodes[folder.isEmpty ? "/" : folder] else { continue }
            if material.found != nil || material.adapter != nil { return material }
        }
        return nil
    }

    private func makePage(_ material: PageMaterial, kind: PageKind) -> Page {
        var file: ContentFile?
        if let found = material.found {
            file = found.contentFile(language: language.key)
        } else if let adapter = material.adapter {
            file = adapter.file
        }
        let page = Page(
            kind: kind, path: material.path, file: file, source: material.source, frontMatter: material.frontMatter,
            bundleKind: material.bundle, language: language)
        material.page = page
        decoder.decode(material, into: page)
        return page
    }

    private func isLeftOut(_ page: Page) -> Bool {
        if page.isDraft, !configuration.buildDrafts { return true }
        if !configuration.buildFuture, let publish = page.dates.publishDate, publish > now { return true }
        if !configuration.buildExpired, let expiry = page.dates.expiryDate, expiry < now { return true }
        return false
    }

    // MARK: Assembly

    /// The site of the language; its `siblings` and translations come later.
    func assemble() -> Site {
        addMissingNodes()
        for material in nodes.values.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
            makeNode(material)
        }
        for path in leaves.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            guard let material = leaves[path] else { continue }
            material.parent = nearestNode(above: path)
            material.cascades = material.parent?.cascades ?? configuration.cascades
            material.applyCascades(kind: .page, language: language.key, environment: configuration.environment)
            let page = makePage(material, kind: .page)
            if isLeftOut(page) {
                leaves[path] = nil
                dropped[path] = material
                continue
            }
            if isDisabled(.page) { page.buildOptions = .off }
            page.parent = material.parent?.page
        }
        makeBundledPages()
        let taxonomies = TaxonomyAssembler(self).assemble()
        let home = nodes["/"]?.page ?? makePage(PageMaterial(path: "/", isNode: true, folderName: ""), kind: .home)
        let site = Site(configuration: configuration, language: language, home: home, siblings: SiteList())
        site.taxonomies = taxonomies
        var aggregation = DateAggregation(nodes: nodes, leaves: leaves, now: now)
        site.lastModified = aggregation.apply(taxonomies)
        makeTargets()
        connect(site)
        addStandalonePages(site)
        return site
    }

    /// Makes the page of a list page; those above it are made.
    func makeNode(_ material: PageMaterial, term: String? = nil) {
        let kind = kind(ofNode: material.path)
        material.parent = material.path == "/" ? nil : nearestNode(above: material.path)
        if kind == .term, let root = taxonomyRoot(of: material.path), let node = nodes[root] { material.parent = node }
        material.cascades = material.parent?.cascades ?? configuration.cascades
        material.applyCascades(kind: kind, language: language.key, environment: configuration.environment)
        let page = makePage(material, kind: kind)
        page.parent = material.parent?.page
        if material.found == nil, material.top["title"] == nil {
            switch kind {
            case .home: page.title = configuration.title
            case .section: page.title = ListTitle.section(folder: material.folderName, configuration: configuration)
            case .taxonomy:
                page.title = ListTitle.name(material.folderName, configuration: configuration).replacing("-", with: " ")
            case .term: page.title = ListTitle.name(term ?? material.folderName, configuration: configuration)
            default: break
            }
            if page.linkTitle.isEmpty { page.linkTitle = page.title }
        }
        // Others may stand below, so a list page that is left out is only hidden.
        if isLeftOut(page) || isDisabled(kind) {
            page.isHidden = true
            page.buildOptions = .off
        }
    }

    private func taxonomyRoot(of path: String) -> String? {
        configuration.taxonomies.map { LogicalPath.normalized($0.plural) }.first { path.hasPrefix($0 + "/") }
    }

    private func connect(_ site: Site) {
        let all = nodes.values.compactMap(\.page) + leaves.values.compactMap(\.page)
        let ranked = PageOrder.ranked(all)
        site.pages = ranked.filter { $0.buildOptions.list == .always }
        site.regularPages = site.pages.filter { $0.kind == .page }
        site.allPages = ranked.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        for page in ranked {
            page.site = site
            site.pagesByPath[page.path] = page
            site.pagesByName[lastName(page.path), default: []].append(page)
            guard page.buildOptions.list != .never, page.kind != .term, page.kind != .taxonomy else { continue }
            page.parent?.pages.append(page)
            switch page.kind {
            case .page:
                page.parent?.regularPages.append(page)
                var above = page.parent
                while let node = above {
                    node.regularPagesRecursive.append(page)
                    above = node.parent
                }
            case .section: page.parent?.sections.append(page)
            default: break
            }
        }
        for taxonomy in site.taxonomies {
            taxonomy.allTerms.forEach { term in
                term.entries.sort { ($0.weight, $0.page.rank) < ($1.weight, $1.page.rank) }
                guard let page = term.page else { return }
                page.pages = term.listed.map(\.page)
                // Hugo's lists of a term do not leave out its sections.
                page.regularPages = page.pages
                page.regularPagesRecursive = page.pages
            }
            taxonomy.page?.pages = ranked.filter {
                $0.kind == .term && $0.parent === taxonomy.page && $0.buildOptions.list != .never
            }
        }
        site.sections = site.home.sections
        link(site.regularPages, order: configuration.nextPrevSortOrder) {
            $0.next = $1
            $0.previous = $2
        }
        for page in ranked where page.kind.isNode && page.kind != .term {
            link(page.regularPages, order: configuration.nextPrevInSectionSortOrder) {
                $0.nextInSection = $1
                $0.previousInSection = $2
            }
        }
    }

    /// In descending order, Hugo's default, the next page is the one before in the list.
    private func link(_ pages: [Page], order: String, _ set: (Page, Page?, Page?) -> Void) {
        for (index, page) in pages.enumerated() {
            let before = index > 0 ? pages[index - 1] : nil
            let behind = index + 1 < pages.count ? pages[index + 1] : nil
            if order == "asc" { set(page, behind, before) } else { set(page, before, behind) }
        }
    }

    // MARK: Addresses

    private func makeTargets() {
        for material in nodes.values.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
            makeTargets(material)
        }
        for material in leaves.values { makeTargets(material) }
    }

    private func makeTargets(_ material: PageMaterial) {
        guard let page = material.page else { return }
        var own = material.path
        let above = material.parent?.path ?? ""
        if !above.isEmpty, above != "/", own.utf8.starts(with: (above + "/").utf8) {
            own = String(decoding: own.utf8.dropFirst(above.utf8.count), as: UTF8.self)
        }
        var parts = pathParts(own)
        // The path is in lower case; its address may keep that of the disk.
        if configuration.disablePathToLower {
            let written = pathParts(material.writtenPath)
            if written.count >= parts.count { parts = Array(written.suffix(parts.count)) }
        }
        if !page.slug.isEmpty, !parts.isEmpty { parts[parts.count - 1] = page.slug }
        let folder = material.parent?.targetPath ?? ""
        let path = targets.clean(
            (folder == "/" ? "" : folder) + "/" + parts.joined(separator: "/"))
        material.targetPath = material.path == "/" ? "/" : path
        var url = page.url
        var expanded = path
        if PermalinkPattern.hasTokens(url) {
            url = PermalinkPattern.unescaped(PermalinkPattern.expand(url, facts(material, page)))
            if !configuration.disablePathToLower { url = url.lowercased() }
        } else if let pattern = pattern(for: page) {
            expanded = PermalinkPattern.unescaped(PermalinkPattern.expand(pattern, facts(material, page)))
            expanded = targets.clean(cleaned(expanded))
        }
        if url.contains("..") { url = String(cleaned(url).dropFirst(url.hasPrefix("/") ? 0 : 1)) }
        let made = page.outputFormats.map { format in
            targets.target(
                kind: page.kind, path: page.isHome ? "/" : expanded, section: page.section, url: url,
                language: language, format: format)
        }
        page.resourceFolder = made.first?.directory
        guard page.buildOptions.render != .never else { return }
        page.targets = made
        let main = page.targets.first { $0.format.isPermalinkable } ?? page.targets.first
        page.relPermalink = main?.relPermalink ?? ""
        page.permalink = main?.permalink ?? ""
        if page.buildOptions.render == .link { return }
        makeAliases(material, page)
    }

    private func pattern(for page: Page) -> String? {
        configuration.permalinks.pattern(of: page.kind, path: page.path)
    }

    private func facts(_ material: PageMaterial, _ page: Page) -> PermalinkPattern.Facts {
        let section = page.kind == .page ? material.parent : material
        var slugs: [String] = []
        var above = section
        while let node = above, node.path != "/" {
            // Without a slug of its own a section is called by its title here, as in Hugo.
            let slug = node.page?.slug ?? ""
            slugs.append(targets.clean(slug.isEmpty ? node.page?.title ?? lastName(node.path) : slug))
            above = node.parent
        }
        let name = page.file?.contentBaseName ?? lastName(material.path)
        var title = page.title
        if page.kind != .term {
            // A slash in the title of a page is no folder, one in a term or a slug is.
            title = title.split(separator: "/", omittingEmptySubsequences: false).joined(separator: " ")
        }
        return PermalinkPattern.Facts(
            date: page.dates.date ?? .zero, title: title,
            slug: page.slug, contentBaseName: name, fileName: name, sections: pathParts(section?.path ?? ""),
            sectionSlugs: slugs.reversed())
    }

    private func makeAliases(_ material: PageMaterial, _ page: Page) {
        guard let value = material.top["aliases"] else { return }
        let directory = page.targets.first?.directory ?? ""
        for alias in value.castStrings ?? [] where !alias.isEmpty {
            if alias.hasPrefix("http://") || alias.hasPrefix("https://") {
                diagnostics.append(
                    Diagnostic(
                        code: "front-matter.aliases", "http* aliases not supported: \"\(alias)\"",
                        at: material.location(ofKey: "aliases"), suggestion: "write /old/place/"))
                continue
            }
            let path = targets.alias(alias, of: directory, section: page.section, language: language)
            page.aliases.append(path)
            if configuration.disableAliases { continue }
            if path.hasPrefix("..") || path == "/" {
                diagnostics.append(
                    Diagnostic(
                        code: "front-matter.aliases",
                        path == "/"
                            ? "alias \"\(path)\" resolves to website root directory"
                            : "alias \"\(path)\" traverses outside the website root directory",
                        at: material.location(ofKey: "aliases"), suggestion: "write /old/place/"))
                continue
            }
            page.aliasOutputPaths.append(targets.outputPath(ofAlias: path))
        }
    }

    // MARK: Resources and pages beside the content

    /// Gives the files that content adapters added to the pages above them.
    func placeAdaptedResources() {
        for resource in adaptedResources {
            guard let owner = leafOrNode(above: resource.path) else { continue }
            var resource = resource
            resource.path = pathParts(resource.path).dropFirst(pathParts(owner.path).count).joined(separator: "/")
            owner.generatedResources.append(resource)
        }
    }

    /// Gives all pages the files of their bundles, those of all languages.
    func attachResources(_ sharing: SharedResources) {
        let resources = ResourceAssembler(self)
        for material in Array(nodes.values) + Array(leaves.values) {
            resources.attach(to: material, sharing)
        }
        diagnostics += decoder.diagnostics
    }

    /// The regular page or the list page at a path.
    func material(_ path: String) -> PageMaterial? { leaves[path] ?? nodes[path] }

    /// Makes the pages inside leaf bundles: they have values and content, but no address.
    private func makeBundledPages() {
        var taken: Set<String> = []
        let contents = bundleContent.values.sorted {
            $0.found.path.utf8.lexicographicallyPrecedes($1.found.path.utf8)
        }
        for content in contents {
            guard case .bundleResource(let bundle) = content.found.role,
                (content.found.language ?? configuration.defaultContentLanguage) == language.key
            else { continue }
            let inner = PageMaterial(
                path: LogicalPath.normalized("\(content.found.folder)/\(content.found.stem)"), isNode: false,
                bundle: nil,
                found: content.found, source: content.source, frontMatter: content.frontMatter, folderName: "")
            guard taken.insert(inner.path).inserted else { continue }
            let above = leaves[bundle] ?? nearestNode(above: bundle)
            inner.parent = above?.isNode == true ? above : above?.parent
            inner.cascades = above?.cascades ?? configuration.cascades
            inner.applyCascades(kind: .page, language: language.key, environment: configuration.environment)
            let page = makePage(inner, kind: .page)
            // A draft inside a bundle is part of it, as in Hugo, but carries no terms.
            if isLeftOut(page) || isDisabled(.page) { page.buildOptions = .off }
            // Of a page that is left out nothing is there, but terms.
            if dropped[bundle] == nil {
                bundledPages[content.found.source] = page
            } else {
                droppedBundledPages.append(page)
            }
        }
    }

    private func addStandalonePages(_ site: Site) {
        func add(_ kind: PageKind, _ path: String, _ format: String, title: String = "") {
            guard !isDisabled(kind), let format = configuration.outputFormats[format] else { return }
            let material = PageMaterial(path: path, isNode: false, folderName: "")
            let page = makePage(material, kind: kind)
            page.title = title
            page.linkTitle = title
            page.type = "page"
            page.parent = site.home
            page.site = site
            page.outputFormats = [format]
            let target = targets.target(
                kind: kind, path: path, section: "", url: "", language: language, format: format)
            page.targets = [target]
            page.relPermalink = target.relPermalink
            page.permalink = target.permalink
            site.standalonePages.append(page)
        }
        add(.notFound, "/404", "404", title: "404 Page not found")
        add(.sitemap, "/_sitemap.xml", "sitemap")
        if language.isDefault, configuration.isMultilingual, !isDisabled(.sitemap) {
            add(.sitemapIndex, "/_sitemapindex.xml", "sitemapindex")
        }
        if configuration.enableRobotsTXT, language.isDefault { add(.robotsText, "/_robots.txt", "robots") }
    }
}
