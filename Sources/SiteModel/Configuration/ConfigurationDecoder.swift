internal import DataFormats
internal import RegularExpressions
internal import Text
internal import Values

/// Makes typed configuration of the merged map.
struct ConfigurationDecoder {
    /// Findings.
    private(set) var diagnostics: [Diagnostic] = []

    private let raw: ValueMap
    private let documents: [DataDocument]
    private let source: String
    private let environment: String

    /// - Parameter documents: the files that `raw` was merged from, for the places of findings.
    init(raw: ValueMap, documents: [DataDocument], source: String, environment: String) {
        self.raw = raw
        self.documents = documents
        self.source = source
        self.environment = environment
    }

    /// The configuration; what is wrong keeps its default and is a finding.
    mutating func decode() -> SiteConfiguration {
        var result = SiteConfiguration()
        result.raw = raw
        result.sourceDirectory = source
        result.environment = environment
        decodeTexts(into: &result)
        decodeFolders(into: &result)
        decodeFlags(into: &result)
        decodeFormats(into: &result)
        decodeTaxonomies(into: &result)
        decodeURLs(into: &result)
        decodeDates(into: &result)
        decodeLanguages(into: &result)
        result.menus = raw["menus"]?.mapValue ?? ValueMap(foldsCase: true)
        result.params = raw["params"]?.mapValue ?? ValueMap(foldsCase: true)
        result.markup = raw["markup"]?.mapValue ?? ValueMap(foldsCase: true)
        result.cascades = Cascade.decode(raw["cascade"] ?? .null, location: nil)
        for problem in result.cascades.compactMap(\.problem) { report("config.cascade", problem, key: "cascade") }
        return result
    }

    private func location(_ path: [String]) -> SourceRange? {
        for document in documents.reversed() {
            if let range = document.range(ofKeyPath: path) { return SourceRange(document.file, range) }
        }
        return nil
    }

    private mutating func report(
        severity: Diagnostic.Severity = .error, _ code: String, _ message: String, key: String...,
        suggestion: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(
                severity, code: code, message, at: location(key), path: documents.last?.file.path ?? source,
                suggestion: suggestion))
    }

    private mutating func text(_ key: String, _ default: String) -> String {
        guard let value = raw[key], !value.isNull else { return `default` }
        guard let text = value.castString else {
            report("config.type", "\(key) must be text", key: key)
            return `default`
        }
        return text
    }

    private mutating func flag(_ key: String, _ default: Bool) -> Bool {
        guard let value = raw[key], !value.isNull else { return `default` }
        guard let flag = value.castBool else {
            report("config.type", "\(key) must be true or false", key: key)
            return `default`
        }
        return flag
    }

    private mutating func number(_ key: String, _ default: Int) -> Int {
        guard let value = raw[key], !value.isNull else { return `default` }
        guard let number = value.castInt else {
            report("config.type", "\(key) must be a whole number", key: key)
            return `default`
        }
        return number
    }

    /// Takes the value of a name that Hugo has given up, with a warning, when the new one is not there.
    private mutating func renamed(_ old: String, to new: String) -> Value? {
        guard let value = raw[old], !value.isNull else { return nil }
        report(
            severity: .warning, "config.renamed", "\(old) is now called \(new)", key: old, suggestion: "write \(new)")
        return value
    }

    private mutating func decodeTexts(into result: inout SiteConfiguration) {
        let base = text("baseurl", "")
        if !base.isEmpty { result.baseURL = base.hasSuffix("/") ? base : base + "/" }
        result.title = text("title", "")
        result.copyright = text("copyright", "")
        result.timeZone = text("timezone", "")
        if !result.timeZone.isEmpty, (try? TimeZoneRules.named(result.timeZone)) == nil {
            report(
                "config.time-zone", "there is no time zone \"\(result.timeZone)\"", key: "timezone",
                suggestion: "write a name such as Europe/Berlin")
            result.timeZone = ""
        }
        result.locale = text("locale", raw["languagecode"]?.castString ?? "")
        result.titleCaseStyle = text("titlecasestyle", "ap").lowercased()
        result.sectionPagesMenu = text("sectionpagesmenu", "")
        result.refLinksErrorLevel = text("reflinkserrorlevel", "error").lowercased()
        result.refLinksNotFoundURL = text("reflinksnotfoundurl", "")
        result.summaryLength = number("summarylength", 70)
    }

    private mutating func decodeFolders(into result: inout SiteConfiguration) {
        result.archetypeDir = text("archetypedir", "archetypes")
        result.assetDir = text("assetdir", "assets")
        result.contentDir = text("contentdir", "content")
        result.dataDir = text("datadir", "data")
        result.i18nDir = text("i18ndir", "i18n")
        result.layoutDir = text("layoutdir", "layouts")
        result.publishDir = text("publishdir", "public")
        result.resourceDir = text("resourcedir", "resources")
        result.themesDir = text("themesdir", "themes")
        if let folders = raw["staticdir"]?.castStrings { result.staticDir = folders }
    }

    private mutating func decodeFlags(into result: inout SiteConfiguration) {
        result.buildDrafts = flag("builddrafts", false)
        result.buildFuture = flag("buildfuture", false)
        result.buildExpired = flag("buildexpired", false)
        result.canonifyURLs = flag("canonifyurls", false)
        result.relativeURLs = flag("relativeurls", false)
        result.capitalizeListTitles = flag("capitalizelisttitles", true)
        result.pluralizeListTitles = flag("pluralizelisttitles", true)
        result.disableAliases = flag("disablealiases", false)
        result.disableDefaultLanguageRedirect = flag("disabledefaultlanguageredirect", false)
        result.disableHugoGeneratorInject = flag("disablehugogeneratorinject", false)
        result.disablePathToLower = flag("disablepathtolower", false)
        result.enableEmoji = flag("enableemoji", false)
        result.enableGitInfo = flag("enablegitinfo", false)
        result.enableMissingTranslationPlaceholders = flag("enablemissingtranslationplaceholders", false)
        result.enableRobotsTXT = flag("enablerobotstxt", false)
        result.hasCJKLanguage = flag("hascjklanguage", false)
        result.removePathAccents = flag("removepathaccents", false)
        result.defaultContentLanguage = text("defaultcontentlanguage", "en").lowercased()
        result.defaultContentLanguageInSubdir = flag("defaultcontentlanguageinsubdir", false)
        result.disableKinds = Set((raw["disablekinds"]?.castStrings ?? []).map { $0.lowercased() })
    }

    private mutating func decodeFormats(into result: inout SiteConfiguration) {
        for (type, value) in raw["mediatypes"]?.mapValue ?? ValueMap() {
            let map = value.mapValue ?? ValueMap()
            let known = result.mediaTypes.first { $0.type == type }
            let media = MediaType(
                type, suffixes: map["suffixes"]?.castStrings ?? known?.suffixes ?? [],
                delimiter: map["delimiter"]?.castString ?? known?.delimiter ?? ".")
            result.mediaTypes.removeAll { $0.type == type }
            result.mediaTypes.append(media)
        }
        result.mediaTypes.sort { $0.type < $1.type }
        result.outputFormats = OutputFormat.builtIn
        for (key, value) in raw["outputformats"]?.mapValue ?? ValueMap() {
            guard let map = value.mapValue else { continue }
            let known = result.outputFormats[key]
            var media = known?.mediaType ?? MediaType.octetStream
            if let wanted = map["mediatype"]?.castString?.lowercased() {
                // A type without its `+xml` is found by its main and sub type, as in Hugo.
                let exact = result.mediaTypes.first { $0.type == wanted }
                let bare = wanted.contains("+") ? nil : result.mediaTypes.first { $0.type.hasPrefix(wanted + "+") }
                guard let found = exact ?? bare else {
                    report(
                        "config.media-type", "the output format \"\(key)\" has an unknown media type \"\(wanted)\"",
                        key: "outputformats", key, "mediatype",
                        suggestion: nearestName(to: wanted, among: result.mediaTypes.map(\.type)).map { "write \($0)" })
                    continue
                }
                media = found
            } else if known == nil {
                report("config.media-type", "the output format \"\(key)\" has no mediaType", key: "outputformats", key)
                continue
            }
            var format = known ?? OutputFormat(key, mediaType: media)
            format.mediaType = media
            format.decode(map)
            result.outputFormats[key] = format
        }
        result.defaultOutputFormat = text("defaultoutputformat", "html").lowercased()
        let html = result.defaultOutputFormat
        result.outputs = [
            .home: [html, "rss"], .section: [html, "rss"], .taxonomy: [html, "rss"], .term: [html, "rss"],
            .page: [html],
        ]
        for (key, value) in raw["outputs"]?.mapValue ?? ValueMap() {
            guard let names = value.castStrings?.map({ $0.lowercased() }) else { continue }
            // `rss` is an old name of a kind that has no use here.
            guard let kind = PageKind(rawValue: key) else {
                if key != "rss" {
                    report(
                        severity: .warning, "config.kind", "there is no kind of page \"\(key)\"", key: "outputs", key)
                }
                continue
            }
            for name in names where result.outputFormats[name] == nil {
                report(
                    "config.output-format", "unknown output format \"\(name)\" for kind \"\(key)\"", key: "outputs",
                    key,
                    suggestion: nearestName(to: name, among: result.outputFormats.keys.sorted()).map { "write \($0)" })
            }
            result.outputs[kind] = names.filter { result.outputFormats[$0] != nil }
        }
    }

    private mutating func decodeTaxonomies(into result: inout SiteConfiguration) {
        if let configured = raw["taxonomies"]?.mapValue {
            // An empty map switches them off.
            result.taxonomies = configured.compactMap { key, value in value.castString.map { (key, $0.lowercased()) } }
        } else {
            result.taxonomies = [("category", "categories"), ("tag", "tags")]
        }
        result.taxonomies.sort { $0.plural < $1.plural }
    }

    /// A pattern with its target, as an entry of a list.
    private mutating func addPermalink(_ entry: Value, to result: inout SiteConfiguration) {
        let map = entry.mapValue?.foldingCase() ?? ValueMap()
        guard let pattern = map["pattern"]?.castString else {
            report("config.permalinks", "permalinks: missing pattern", key: "permalinks")
            return
        }
        let target = map["target"]?.mapValue?.foldingCase() ?? ValueMap()
        var read = ""
        func glob(_ key: String) throws(Glob.PatternError) -> Glob? {
            read = target[key]?.castString ?? ""
            return read.isEmpty ? nil : try Glob(read)
        }
        do throws(Glob.PatternError) {
            if let environment = try glob("environment"), !environment.matches(result.environment) { return }
            result.permalinks.rules.append(
                PermalinkConfiguration.Rule(
                    kinds: try glob("kind"), path: try glob("path"), pattern: pattern, keys: []))
        } catch {
            report(
                "config.permalinks", "\"\(read)\" in target of permalinks is no pattern: \(error.message)",
                key: "permalinks")
        }
    }

    /// A pattern for the pages of a section.
    private mutating func addPermalink(
        _ pattern: String, kinds: [PageKind], section: String, keys: [String], to result: inout SiteConfiguration
    ) {
        do throws(Glob.PatternError) {
            for kind in kinds { try result.permalinks.add(pattern, kind: kind, section: section, keys: keys) }
        } catch {
            report(
                "config.permalinks", "\"\(section)\" in permalinks is no pattern: \(error.message)", key: "permalinks")
        }
    }

    private mutating func decodeURLs(into result: inout SiteConfiguration) {
        let kinds: [String: PageKind] = [
            "page": .page, "home": .home, "section": .section, "taxonomy": .taxonomy, "term": .term,
        ]
        for entry in raw["permalinks"]?.listValue ?? [] { addPermalink(entry, to: &result) }
        for (key, value) in raw["permalinks"]?.mapValue ?? ValueMap() {
            switch value {
            case .string(let pattern):
                addPermalink(pattern, kinds: [.page, .term], section: key, keys: [key], to: &result)
            case .map(let map):
                guard let kind = kinds[key] else {
                    report(
                        "config.permalinks",
                        "permalinks can be set for page, section, taxonomy and term, not for \"\(key)\"",
                        key: "permalinks", key)
                    continue
                }
                for (section, pattern) in map {
                    guard let text = pattern.castString else { continue }
                    addPermalink(text, kinds: [kind], section: section, keys: [key, section], to: &result)
                }
            default: report("config.permalinks", "a permalink must be text", key: "permalinks", key)
            }
        }
        // The page itself before what stands below it, the deeper sections first; a list keeps its order.
        if raw["permalinks"]?.mapValue != nil {
            result.permalinks.rules.sort { ($1.keys.last ?? "").utf8.count < ($0.keys.last ?? "").utf8.count }
        }
        var reported: Set<String> = []
        for rule in result.permalinks.rules {
            guard let problem = PermalinkPattern.problem(of: rule.pattern),
                reported.insert((rule.keys + [rule.pattern]).joined(separator: "/")).inserted
            else { continue }
            report("config.permalinks", problem, key: "permalinks", rule.keys.first ?? "")
        }
        switch raw["uglyurls"] {
        case .map(let map)?:
            result.uglyURLs = .sections(
                Dictionary(map.map { ($0, $1.castBool ?? false) }, uniquingKeysWith: { $1 }))
        case let value?: result.uglyURLs = value.castBool == true ? .all : .none
        case nil: break
        }
        result.pagerSize = max(
            1,
            raw.value(at: "pagination", "pagersize")?.castInt ?? renamed("paginate", to: "pagination.pagerSize")?
                .castInt ?? 10)
        result.pagerPath =
            raw.value(at: "pagination", "path")?.castString ?? renamed("paginatepath", to: "pagination.path")?
            .castString ?? "page"
        result.disablePagerAliases = raw.value(at: "pagination", "disablealiases")?.castBool ?? false
        result.rssLimit = raw.value(at: "services", "rss", "limit")?.castInt ?? raw["rsslimit"]?.castInt ?? -1
        result.nextPrevSortOrder = (raw.value(at: "page", "nextprevsortorder")?.castString ?? "desc").lowercased()
        result.nextPrevInSectionSortOrder =
            (raw.value(at: "page", "nextprevinsectionsortorder")?.castString ?? "desc").lowercased()
        result.sitemap.decode(raw["sitemap"]?.mapValue ?? ValueMap())
        if let allowed = raw.value(at: "security", "allowcontent")?.castStrings { result.allowedContent = allowed }
        checkPatterns(result.allowedContent.map(AllowList.pattern), "security", "allowcontent")
        if let allowed = raw.value(at: "security", "funcs", "getenv")?.castStrings { result.allowedVariables = allowed }
        checkPatterns(result.allowedVariables.map(AllowList.pattern), "security", "funcs", "getenv")
        checkPatterns(raw["ignorefiles"]?.castStrings ?? [], "ignorefiles")
    }

    /// Reports patterns that cannot be read.
    private mutating func checkPatterns(_ patterns: [String], _ key: String...) {
        for pattern in patterns {
            do throws(RegularExpressionError) {
                _ = try RegularExpression(go: pattern)
            } catch {
                diagnostics.append(
                    Diagnostic(
                        code: "config.pattern", "\"\(pattern)\" is no pattern: \(error.message)", at: location(key),
                        path: documents.last?.file.path ?? source, suggestion: "escape special characters with \\"))
            }
        }
    }

    private mutating func decodeDates(into result: inout SiteConfiguration) {
        let configured = raw["frontmatter"]?.mapValue ?? ValueMap()
        func sources(_ key: String, _ standard: [String]) -> [String] {
            guard let names = configured[key]?.castStrings else { return standard }
            return names.flatMap { $0.lowercased() == ":default" ? standard : [$0.lowercased()] }
        }
        let standard = DateSources()
        result.dateSources.date = sources("date", standard.date)
        result.dateSources.expiryDate = sources("expirydate", standard.expiryDate)
        result.dateSources.lastModified = sources("lastmod", standard.lastModified)
        result.dateSources.publishDate = sources("publishdate", standard.publishDate)
    }

    private mutating func decodeLanguages(into result: inout SiteConfiguration) {
        let disabled = Set((raw["disablelanguages"]?.castStrings ?? []).map { $0.lowercased() })
        var found: [(key: String, map: ValueMap, weight: Int)] = []
        for (key, value) in raw["languages"]?.mapValue ?? ValueMap() {
            let map = value.mapValue ?? ValueMap()
            if disabled.contains(key) || map["disabled"]?.castBool == true { continue }
            found.append((key, map, map["weight"]?.castInt ?? 0))
        }
        let standard = result.defaultContentLanguage
        if found.isEmpty { found = [(standard, ValueMap(), 0)] }
        if !found.contains(where: { $0.key == standard }) {
            report(
                "config.language", "defaultContentLanguage \"\(standard)\" is not among the languages",
                key: "defaultcontentlanguage",
                suggestion: "set it to one of \(found.map(\.key).sorted().joined(separator: ", "))")
        }
        found.sort { left, right in
            if left.weight != right.weight {
                if left.weight == 0 || right.weight == 0 { return right.weight == 0 }
                return left.weight < right.weight
            }
            return left.key < right.key
        }
        result.languages = found.enumerated().map { index, entry in
            let isDefault = entry.key == standard
            let ownLocale = entry.map["locale"]?.castString ?? entry.map["languagecode"]?.castString
            // What the root says is that of the default language.
            let locale = ownLocale ?? (isDefault && !result.locale.isEmpty ? result.locale : entry.key)
            return Language(
                key: entry.key,
                label: entry.map["label"]?.castString ?? entry.map["languagename"]?.castString ?? "",
                locale: locale,
                direction: entry.map["direction"]?.castString ?? entry.map["languagedirection"]?.castString ?? "",
                weight: entry.weight, index: index, isDefault: isDefault,
                prefix: isDefault && !result.defaultContentLanguageInSubdir ? "" : "/" + entry.key)
        }
        if let language = result.languages.first(where: \.isDefault) ?? result.languages.first {
            result.language = language
        }
    }
}
