internal import DataFormats
internal import Files
package import Text
package import Values

/// Reads the content of a site and connects its pages.
package enum ContentTree {
    /// What is read besides the files.
    package struct Options: Sendable {
        /// The present: pages of the future and expired pages are measured by it.
        package var now: ZonedTime
        /// Pages that no file holds.
        package var generatedPages: [GeneratedPage] = []
        /// Runs the content adapters, on sites that have data and configuration but no pages yet; without it they are
        /// not run.
        package var runAdapters: (@Sendable ([ContentAdapter], [Site]) -> AdaptedContent)?
        /// The only files to load; nil loads all that the content folders have.
        package var part: ContentPart?
        /// Whether each file is marked before it is read, so that a part of them can be loaded later.
        package var marksFiles = false
        /// How many threads read files.
        package var threads = 2

        /// Reads the files only.
        package init(now: ZonedTime, generatedPages: [GeneratedPage] = [], threads: Int = 2) {
            self.now = now
            self.generatedPages = generatedPages
            self.threads = threads
        }
    }

    /// What was read.
    package struct Loaded: Sendable {
        /// A site for each language, in their order; empty only when the content could not be read at all.
        package let sites: [Site]
        /// All findings in their order; with an error among them the sites lack what it is about.
        package let diagnostics: [Diagnostic]
        /// Every file that was found, when they were to be marked.
        let entries: [ContentPart.Entry]

        /// The files at `sources`, the paths that can be opened, with every content adapter.
        package func part(of sources: Set<String>) -> ContentPart {
            ContentPart(entries.filter { sources.contains($0.found.source) || $0.found.role.isAdapter })
        }

        /// All files that were found.
        package var whole: ContentPart { ContentPart(entries) }

        /// Whether an error is among the findings.
        package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
    }

    /// Loads the content of every language.
    ///
    /// Goes on after an error, so that all findings are reported at once.
    /// - Parameter configuration: what `SiteConfiguration.load` gave.
    package static func load(_ configuration: SiteConfiguration, options: Options) -> Loaded {
        let walk = options.part.map { ContentWalk($0, configuration) } ?? ContentWalk(configuration)
        // Before they are read: a file that changes in between then has another mark.
        let entries = options.marksFiles ? walk.files.compactMap(ContentPart.Entry.init) : []
        var diagnostics = configuration.warnings + walk.diagnostics
        var parsed: [ParsedContent] = []
        var bundled: [String: ParsedContent] = [:]
        let contents = walk.files.filter { file in
            switch file.role {
            case .page: return true
            case .bundleResource: return file.isContent
            case .folderResource, .adapter: return false
            }
        }
        let results = parallelMap(count: contents.count, threads: options.threads) { index in read(contents[index]) }
        for result in results {
            switch result {
            case .failure(let diagnostic): diagnostics.append(diagnostic)
            case .success(let content):
                if let denied = denied(content.found, configuration) { diagnostics.append(denied) }
                if case .bundleResource = content.found.role {
                    bundled[content.found.source] = content
                } else {
                    parsed.append(content)
                }
            }
        }

        var loader = DataLoader(configuration)
        let data = loader.loadData()
        let strings = loader.loadStrings()
        diagnostics += loader.diagnostics

        let adapted = adapt(walk, configuration, options, data: data, strings: strings)
        diagnostics += adapted.diagnostics
        let standard = configuration.defaultContentLanguage
        var records = FileRecords()
        if configuration.enableGitInfo {
            do throws(Diagnostic) {
                records = try FileRecords(configuration)
            } catch {
                diagnostics.append(error)
            }
        }
        var sites: [Site] = []
        var assemblers: [String: SiteAssembler] = [:]
        for language in configuration.languages {
            let assembler = SiteAssembler(
                configuration.forLanguage(language), now: options.now,
                pages: parsed.filter { ($0.found.language ?? standard) == language.key }, bundleContent: bundled,
                generated: (options.generatedPages + adapted.pages).filter { ($0.language ?? standard) == language.key }
            )
            assembler.decoder.records = records
            assembler.adaptedResources = adapted.resources.filter { $0.language == language.key }.map(\.resource)
            let site = assembler.assemble()
            assemblers[language.key] = assembler
            site.data = data
            site.strings = strings
            sites.append(site)
        }
        let owners = ResourceOwners(assemblers, configuration)
        for file in walk.files {
            switch file.role {
            case .folderResource, .bundleResource: owners.place(file)
            case .page, .adapter: break
            }
        }
        for assembler in assemblers.values { assembler.placeAdaptedResources() }
        let sharing = SharedResources(sites.compactMap { assemblers[$0.language.key] })
        for site in sites {
            guard let assembler = assemblers[site.language.key] else { continue }
            assembler.attachResources(sharing)
            var menus = MenuAssembler(site)
            menus.assemble()
            diagnostics += assembler.diagnostics + menus.diagnostics
        }
        Translations.connect(sites)
        diagnostics += OutputConflicts.find(in: sites)
        return Loaded(sites: sites, diagnostics: diagnostics.sorted(by: Diagnostic.precedes), entries: entries)
    }

    /// Every file of content, as it is now; nothing is read.
    package static func files(of configuration: SiteConfiguration) -> ContentPart {
        ContentPart(ContentWalk(configuration).files.compactMap(ContentPart.Entry.init))
    }

    /// What the content adapters of the site add.
    private static func adapt(
        _ walk: ContentWalk, _ configuration: SiteConfiguration, _ options: Options, data: ValueMap,
        strings: [String: ValueMap]
    ) -> AdaptedContent {
        var result = AdaptedContent()
        guard let run = options.runAdapters else { return result }
        var adapters: [ContentAdapter] = []
        for found in walk.files {
            guard case .adapter(let folder) = found.role else { continue }
            do throws(FileError) {
                let source = SourceFile(path: found.shown, bytes: try FileSystem.read(found.source))
                adapters.append(
                    ContentAdapter(
                        source: source, folder: folder, language: found.language,
                        file: found.contentFile(language: found.language ?? configuration.defaultContentLanguage)))
            } catch {
                var diagnostic = error.diagnostic
                diagnostic.path = found.shown
                result.diagnostics.append(diagnostic)
            }
        }
        guard !adapters.isEmpty else { return result }
        let sites = configuration.languages.map { language in
            let site = Site(withoutPages: configuration.forLanguage(language))
            site.data = data
            site.strings = strings
            return site
        }
        Translations.connect(sites)
        let added = run(adapters, sites)
        result.pages = added.pages
        result.resources = added.resources
        result.diagnostics += added.diagnostics
        return result
    }

    private static func read(_ found: ContentWalk.Found) -> Result<ParsedContent, Diagnostic> {
        do throws(FileError) {
            let source = SourceFile(path: found.shown, bytes: try FileSystem.read(found.source))
            do throws(Diagnostic) {
                return .success(ParsedContent(found: found, source: source, frontMatter: try FrontMatter.split(source)))
            } catch {
                return .failure(error)
            }
        } catch {
            var diagnostic = error.diagnostic
            diagnostic.path = found.shown
            return .failure(diagnostic)
        }
    }

    /// Hugo denies some notations unless `security.allowContent` says otherwise.
    private static func denied(_ found: ContentWalk.Found, _ configuration: SiteConfiguration) -> Diagnostic? {
        let type: String
        switch found.fileExtension.lowercased() {
        case "html", "htm": type = "text/html"
        case "org": type = "text/org"
        default: return nil
        }
        guard !configuration.allowsContent(ofType: type) else { return nil }
        return Diagnostic(
            code: "content.denied",
            "access denied: \"\(type)\" is not whitelisted in policy \"security.allowContent\"", path: found.shown,
            suggestion: "set security.allowContent to [\".*\"] in the configuration to allow such content")
    }
}
