internal import Text
internal import Values

/// Makes the typed values of a page of its front matter.
struct PageDecoder {
    let configuration: SiteConfiguration
    let zone: TimeZoneRules
    /// What git and `CODEOWNERS` say of files, when the site asks for it.
    var records = FileRecords()
    /// Findings.
    var diagnostics: [Diagnostic] = []
    /// The keys of the present page that hold no date: four dates may ask for one key.
    private var wrongDates: Set<String> = []

    init(_ configuration: SiteConfiguration) {
        self.configuration = configuration
        zone = (try? TimeZoneRules.named(configuration.timeZone)) ?? .utc
    }

    /// Fills `page` from `material`; a value of the wrong type is a finding and keeps its default.
    mutating func decode(_ material: PageMaterial, into page: Page) {
        let top = material.top
        page.title = text("title", material) ?? ""
        page.linkTitle = text("linktitle", material) ?? page.title
        page.description = text("description", material) ?? ""
        page.summary = text("summary", material) ?? ""
        page.layout = text("layout", material) ?? ""
        page.slug = text("slug", material).map(Self.trimmingHyphens) ?? ""
        checkMaps(material)
        page.markup = markup(material)
        page.translationKey = text("translationkey", material) ?? ""
        page.keywords = top["keywords"]?.castStrings ?? []
        page.isCJKLanguage =
            top["iscjklanguage"]?.castBool ?? (configuration.hasCJKLanguage && page.source.bytes.holdsCJK)
        page.isDraft = flag("draft", material) ?? false
        if let value = top["weight"], !value.isNull {
            if let weight = value.castInt {
                page.weight = weight
            } else {
                warn("front-matter.weight", "the weight must be a whole number; it is left out", "weight", material)
            }
        }
        page.url = address(material)
        page.type = text("type", material) ?? ""
        page.hasOwnType = !page.type.isEmpty
        if page.type.isEmpty { page.type = page.section.isEmpty ? "page" : page.section }
        if let found = material.found {
            page.commits = records.history?.commits(of: found.source) ?? []
            page.codeOwners = records.owners(of: found.source)
        }
        decodeDates(material, into: page)
        decodeBuild(material, into: page)
        page.sitemap = configuration.sitemap
        // Hugo does not lay the settings of the site under those of an adapter.
        if material.adapter != nil { page.sitemap.priority = 0 }
        page.menus = top["menus"] ?? top["menu"]
        if let sitemap = top["sitemap"]?.mapValue { page.sitemap.decode(sitemap) }
        decodeOutputs(material, into: page)
        page.params = params(material, page)
    }

    private mutating func report(
        _ code: String, _ message: String, _ key: String, _ material: PageMaterial, suggestion: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(code: code, message, at: material.location(ofKey: key), suggestion: suggestion))
    }

    /// A finding about a value that Hugo passes over without a word: the page is built with the default.
    private mutating func warn(_ code: String, _ message: String, _ key: String, _ material: PageMaterial) {
        diagnostics.append(
            Diagnostic(
                .warning, code: code, message, at: material.location(ofKey: key), suggestion: "correct the value"))
    }

    /// Says which keys hold no map although they must.
    private mutating func checkMaps(_ material: PageMaterial) {
        if let value = material.top["params"], !value.isNull {
            report(
                "front-matter.params", "front matter field \"params\" must be a map", "params", material,
                suggestion: "write params: {name: value}")
        }
        guard let value = material.top["cascade"], !value.isNull else { return }
        for problem in Cascade.decode(value, location: nil).compactMap(\.problem) {
            report("front-matter.cascade", problem, "cascade", material)
        }
        guard value.mapValue == nil else { return }
        if let list = value.listValue, list.allSatisfy({ $0.mapValue != nil }) { return }
        report(
            "front-matter.cascade",
            "unable to cast \(value.castString.map { "\"\($0)\"" } ?? "the value of cascade") to a list of maps",
            "cascade",
            material, suggestion: "write cascade: {params: {name: value}}, or a list of such maps")
    }

    private static func trimmingHyphens(_ text: String) -> String {
        var text = text[...]
        while text.hasPrefix("-") { text.removeFirst() }
        while text.hasSuffix("-") { text.removeLast() }
        return String(text)
    }

    private mutating func text(_ key: String, _ material: PageMaterial) -> String? {
        guard let value = material.top[key], !value.isNull else { return nil }
        if let text = value.castString { return text }
        warn("front-matter.type", "\(key) must be text; it is left out", key, material)
        return nil
    }

    private mutating func flag(_ key: String, _ material: PageMaterial) -> Bool? {
        guard let value = material.top[key], !value.isNull else { return nil }
        if let flag = value.castBool { return flag }
        warn("front-matter.type", "\(key) must be true or false; it is taken for false", key, material)
        return false
    }

    private mutating func address(_ material: PageMaterial) -> String {
        guard let url = text("url", material), !url.isEmpty else { return "" }
        if url.hasPrefix("http://") || url.hasPrefix("https://") {
            report(
                "front-matter.url", "URLs with protocol (http*) not supported: \"\(url)\"", "url", material,
                suggestion:
                    "write a path below the site such as /docs/intro/; for a page that leads elsewhere use a link or a redirect"
            )
            return ""
        }
        if let problem = PermalinkPattern.problem(of: url), PermalinkPattern.hasTokens(url) {
            report("front-matter.url", problem, "url", material)
        }
        return url
    }

    private mutating func markup(_ material: PageMaterial) -> String {
        let named = text("markup", material) ?? ""
        let extensionMarkup: String
        switch material.found?.fileExtension.lowercased() ?? "md" {
        case "html", "htm": extensionMarkup = "html"
        case "adoc", "asciidoc", "ad": extensionMarkup = "asciidocext"
        case "org": extensionMarkup = "org"
        case "rst": extensionMarkup = "rst"
        case "pandoc", "pdc": extensionMarkup = "pandoc"
        default: extensionMarkup = "markdown"
        }
        switch named.lowercased() {
        case "": return extensionMarkup
        case "md", "markdown", "mdown", "goldmark": return "markdown"
        case "htm": return "html"
        case "html", "org", "rst", "pandoc", "pdc", "asciidocext", "asciidoc", "adoc", "ad": return named.lowercased()
        default:
            if !configuration.mediaTypes.contains(where: { $0.suffixes.contains(named.lowercased()) }) {
                report(
                    "front-matter.markup", "failed to resolve media type for \"\(named)\"", "markup", material,
                    suggestion: "leave markup out for Markdown")
            }
            return named.lowercased()
        }
    }

    // MARK: Dates

    private mutating func decodeDates(_ material: PageMaterial, into page: Page) {
        let sources = configuration.dateSources
        wrongDates = []
        page.dates.date = date(sources.date, material, page)
        // The other dates may come from this one, wherever it came from.
        if let date = page.dates.date, material.top["date"] == nil { material.top["date"] = .time(date) }
        page.dates.lastModified = date(sources.lastModified, material, page)
        page.dates.publishDate = date(sources.publishDate, material, page)
        page.dates.expiryDate = date(sources.expiryDate, material, page)
    }

    private mutating func date(_ sources: [String], _ material: PageMaterial, _ page: Page) -> ZonedTime? {
        for source in sources {
            switch source {
            case ":git":
                guard let commit = page.commits.first else { continue }
                return commit.authorDate
            case ":filename":
                guard let found = material.found else { continue }
                let name = found.stem == "index" || found.stem == "_index" ? lastName(found.folder) : found.stem
                guard let (date, slug) = Self.dateAndSlug(of: name, zone: zone) else { continue }
                if page.slug.isEmpty { page.slug = slug }
                return date
            case ":filemodtime":
                guard let modified = material.found?.modified else { continue }
                return ZonedTime(
                    seconds: modified / 1_000_000_000, nanoseconds: Int32(modified % 1_000_000_000), zone: zone)
            default:
                guard let value = material.top[source], !value.isNull else { continue }
                switch value {
                case .time(let time):
                    if time.isZero { continue }
                    return time
                case .string(let text) where text.isEmpty: continue
                default:
                    if let time = value.time(in: zone) {
                        material.top[source] = .time(time)
                        return time
                    }
                    if let text = value.stringValue, let time = ZonedTime.parseHugo(text, defaultZone: zone) {
                        if time.isZero { continue }
                        // The parameter of that name is the time too.
                        material.top[source] = .time(time)
                        return time
                    }
                    if let seconds = value.intValue {
                        let time = ZonedTime(seconds: seconds, zone: .utc)
                        material.top[source] = .time(time)
                        return time
                    }
                    guard wrongDates.insert(source).inserted else { continue }
                    report(
                        "front-matter.date",
                        "the \"\(source)\" front matter field is not a parsable date: "
                            + (value.castString ?? "a list or a map"), source, material,
                        suggestion: "write 2026-11-24 or 2026-11-24T10:00:00+01:00")
                }
            }
        }
        return nil
    }

    /// `2026-11-24-my-post` and `2026-11-24-10-30-00-my-post` as a date and `my-post`; the slug may be empty.
    static func dateAndSlug(of name: String, zone: TimeZoneRules) -> (ZonedTime, String)? {
        let bytes = Array(name.utf8)
        guard bytes.count >= 10, let day = CivilDate(String(decoding: bytes[..<10], as: UTF8.self)) else { return nil }
        var date = ZonedTime(year: day.year, month: day.month, day: day.day, zone: zone)
        var rest = bytes[10...]
        if bytes.count >= 19 {
            let clock = String(decoding: bytes[11..<19].map { $0 == 0x2D ? 0x3A : $0 }, as: UTF8.self)
            let text = String(decoding: bytes[..<10], as: UTF8.self) + "T" + clock
            if let time = ZonedTime.parseHugo(text, defaultZone: zone) {
                date = time
                rest = bytes[19...]
            }
        }
        func isDelimiter(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x2D || byte == 0x5F }
        while isDelimiter(rest.first) { rest.removeFirst() }
        while isDelimiter(rest.last) { rest.removeLast() }
        return (date, String(decoding: rest, as: UTF8.self))
    }

    // MARK: Build options and outputs

    private mutating func decodeBuild(_ material: PageMaterial, into page: Page) {
        if material.top["headless"]?.castBool == true {
            page.buildOptions.list = .never
            page.buildOptions.render = .never
        }
        guard let build = material.top["build"]?.mapValue else {
            if let value = material.top["build"], !value.isNull {
                report(
                    "front-matter.build", "failed to decode build config in front matter: expected a map", "build",
                    material,
                    suggestion: "write build: {list: never}; a parameter of your own goes under params")
            }
            return
        }
        // What an adapter leaves out of its map is off, as in Hugo.
        if material.adapter != nil {
            page.buildOptions.list = .never
            page.buildOptions.render = .never
            page.buildOptions.publishResources = false
        }
        if let value = build["list"] {
            if let flag = value.boolValue {
                page.buildOptions.list = flag ? .always : .never
            } else if let listing = BuildOptions.Listing(rawValue: value.castString ?? "") {
                page.buildOptions.list = listing
            } else {
                warn("front-matter.build", "build.list must be always, never or local", "build", material)
            }
        }
        if let value = build["render"] {
            if let flag = value.boolValue {
                page.buildOptions.render = flag ? .always : .never
            } else if let rendering = BuildOptions.Rendering(rawValue: value.castString ?? "") {
                page.buildOptions.render = rendering
            } else {
                warn("front-matter.build", "build.render must be always, never or link", "build", material)
            }
        }
        if let flag = build["publishresources"]?.castBool { page.buildOptions.publishResources = flag }
    }

    private mutating func decodeOutputs(_ material: PageMaterial, into page: Page) {
        var names = configuration.outputs[page.kind] ?? [configuration.defaultOutputFormat]
        if let own = material.top["outputs"]?.castStrings {
            names = own.map { $0.lowercased() }
        }
        if configuration.disableKinds.contains("rss") { names.removeAll { $0 == "rss" } }
        var formats: [OutputFormat] = []
        for name in names {
            guard let format = configuration.outputFormats[name] else {
                report(
                    "front-matter.outputs",
                    "failed to resolve output formats: OutputFormat with key \"\(name)\" not found", "outputs",
                    material,
                    suggestion: nearestName(to: name, among: configuration.outputFormats.keys.sorted())
                        .map { "did you mean \($0)?" })
                continue
            }
            if !formats.contains(format) { formats.append(format) }
        }
        page.outputFormats = formats
    }

    // MARK: Params

    private func params(_ material: PageMaterial, _ page: Page) -> ValueMap {
        var params = ValueMap(foldsCase: true)
        if material.adapter != nil {
            for (key, value) in material.top where !material.adaptedKeys.contains(key) { params[key] = value }
            for (key, value) in material.inner { params[key] = value }
            return params
        }
        for (key, value) in material.top {
            switch key {
            case "slug": params[key] = value.castString.map { .string(Self.trimmingHyphens($0)) } ?? value
            case "title", "linktitle", "description", "summary", "type", "layout", "url", "markup",
                "translationkey":
                params[key] = value.castString.map(Value.string) ?? value
            case "keywords", "aliases", "outputs":
                params[key] = value.castStrings.map { .list($0.map(Value.string)) } ?? value
            case "weight": params[key] = value.castInt.map(Value.int) ?? value
            case "draft": continue
            case "menu", "menus", "build", "sitemap", "resources", "cascade": params[key] = value
            default: params[key] = value
            }
        }
        params["draft"] = .bool(page.isDraft)
        params["iscjklanguage"] = .bool(page.isCJKLanguage)
        for (key, date) in [
            ("date", page.dates.date), ("lastmod", page.dates.lastModified), ("publishdate", page.dates.publishDate),
            ("expirydate", page.dates.expiryDate),
        ] {
            if let date, params[key] == nil { params[key] = .time(date) }
        }
        for (key, value) in material.inner { params[key] = value }
        return params
    }
}
