internal import Values

extension OutputFormat {
    /// The formats that Hugo 0.168 knows without configuration, by name.
    package static let builtIn: [String: OutputFormat] = {
        func media(_ type: String) -> MediaType { MediaType.builtIn.first { $0.type == type } ?? .octetStream }
        func make(_ name: String, _ type: String, _ change: (inout OutputFormat) -> Void) -> (String, OutputFormat) {
            var format = OutputFormat(name, mediaType: media(type))
            change(&format)
            return (name, format)
        }
        func plain(_ name: String, _ type: String, _ base: String, rel: String = "alternate") -> (String, OutputFormat)
        {
            make(name, type) {
                $0.baseName = base
                $0.isPlainText = true
                $0.rel = rel
            }
        }
        var webManifest = plain("webappmanifest", "application/manifest+json", "manifest", rel: "manifest")
        webManifest.1.notAlternative = true
        var styles = plain("css", "text/css", "styles", rel: "stylesheet")
        styles.1.notAlternative = true
        var robots = plain("robots", "text/plain", "robots")
        robots.1.root = true
        var calendar = plain("calendar", "text/calendar", "index")
        calendar.1.protocolPrefix = "webcal://"
        let all = [
            make("404", "text/html") {
                $0.isHTML = true
                $0.notAlternative = true
                $0.ugly = true
                $0.isPermalinkable = true
            },
            make("alias", "text/html") {
                $0.isHTML = true
                $0.ugly = true
            },
            make("amp", "text/html") {
                $0.baseName = "index"
                $0.isHTML = true
                $0.path = "amp"
                $0.isPermalinkable = true
                $0.rel = "amphtml"
            },
            make("html", "text/html") {
                $0.baseName = "index"
                $0.isHTML = true
                $0.isPermalinkable = true
                $0.rel = "canonical"
                $0.weight = 10
            },
            make("rss", "application/rss+xml") {
                $0.baseName = "index"
                $0.noUgly = true
                $0.rel = "alternate"
            },
            make("sitemap", "application/xml") {
                $0.baseName = "sitemap"
                $0.ugly = true
                $0.rel = "sitemap"
            },
            make("sitemapindex", "application/xml") {
                $0.baseName = "sitemap"
                $0.ugly = true
                $0.root = true
                $0.rel = "sitemap"
            },
            plain("csv", "text/csv", "index"), plain("json", "application/json", "index"),
            plain("markdown", "text/markdown", "index"), calendar, styles, robots, webManifest,
        ]
        return Dictionary(all, uniquingKeysWith: { $1 })
    }()

    /// Lays a configured map over the format.
    mutating func decode(_ map: ValueMap) {
        baseName = map["basename"]?.castString ?? baseName
        rel = map["rel"]?.castString ?? rel
        path = map["path"]?.castString ?? path
        protocolPrefix = map["protocol"]?.castString ?? protocolPrefix
        isPlainText = map["isplaintext"]?.castBool ?? isPlainText
        isHTML = map["ishtml"]?.castBool ?? isHTML
        noUgly = map["nougly"]?.castBool ?? noUgly
        ugly = map["ugly"]?.castBool ?? ugly
        notAlternative = map["notalternative"]?.castBool ?? notAlternative
        root = map["root"]?.castBool ?? root
        isPermalinkable = map["permalinkable"]?.castBool ?? isPermalinkable
        weight = map["weight"]?.castInt ?? weight
        if baseName.isEmpty { baseName = "index" }
        if rel.isEmpty { rel = "alternate" }
    }
}

extension SitemapConfiguration {
    /// Lays a configured map over it.
    mutating func decode(_ map: ValueMap) {
        changeFrequency = map["changefreq"]?.castString ?? changeFrequency
        priority = map["priority"]?.castDouble ?? priority
        filename = map["filename"]?.castString ?? filename
        isDisabled = map["disable"]?.castBool ?? isDisabled
    }
}
