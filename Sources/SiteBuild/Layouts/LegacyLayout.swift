/// What the path of a layout meant before Hugo 0.146, where that differs from what it means now.
///
/// Found by building sites of one layout each with Hugo 0.168 and looking at which pages it served.
struct LegacyLayout: Equatable {
    /// The folder whose pages are served.
    let folder: [String]
    /// The kind of the pages; empty is any.
    let kind: String
    /// The layout that pages ask for by its name; empty is any.
    var layout = ""
    /// Of files for the same purpose the lowest wins.
    var rank = 0

    /// The old meanings of a layout; nil when the path says what it means.
    ///
    /// - Parameters:
    ///   - folder: the folders above the file below the layout folder.
    ///   - name: the name up to its first dot.
    ///   - words: what stands between dots behind the name, without format and language.
    ///   - taxonomies: the plural names of the taxonomies by their singular ones.
    static func readings(
        folder: [String], name: String, words: [String], taxonomies: [String: String]
    ) -> [LegacyLayout]? {
        guard folder.count <= 1 else { return nil }
        guard let only = folder.first else {
            return name == "index" ? [LegacyLayout(folder: [], kind: "home")] : nil
        }
        switch only {
        case "_default": return ofDefaultFolder(name, words: words, taxonomies: taxonomies)
        case "section":
            if name == "section" || name == "list" { return [LegacyLayout(folder: [], kind: "section")] }
            return name == "single" ? nil : [LegacyLayout(folder: [name], kind: "section")]
        case "taxonomy":
            if ["taxonomy", "list", "terms"].contains(name) { return [LegacyLayout(folder: [], kind: "taxonomy")] }
            if name == "term" { return [LegacyLayout(folder: [], kind: "term")] }
            return taxonomies[name].map {
                [LegacyLayout(folder: [$0], kind: words.contains("terms") ? "taxonomy" : "term")]
            }
        case "term":
            if name == "term" || name == "list" { return [LegacyLayout(folder: [], kind: "term")] }
            return taxonomies[name].map { [LegacyLayout(folder: [$0], kind: "term")] }
        default:
            if let plural = taxonomies[only] {
                switch name {
                case "term", only: return [LegacyLayout(folder: [plural], kind: "term")]
                case "list", "terms", "taxonomy": return [LegacyLayout(folder: [plural], kind: "taxonomy")]
                default: break
                }
            }
            if name == "terms", taxonomies.values.contains(only) {
                return [LegacyLayout(folder: folder, kind: "taxonomy")]
            }
            if taxonomies[name] == only { return named(name, or: LegacyLayout(folder: folder, kind: "term")) }
            guard name == only, words.isEmpty else { return nil }
            return named(name, or: LegacyLayout(folder: folder, kind: "section"))
        }
    }

    /// The old meaning beside the one that pages ask for by `layout` in their front matter.
    private static func named(_ name: String, or old: LegacyLayout) -> [LegacyLayout] {
        [old, LegacyLayout(folder: old.folder, kind: "", layout: name)]
    }

    private static func ofDefaultFolder(
        _ name: String, words: [String], taxonomies: [String: String]
    ) -> [LegacyLayout]? {
        switch name {
        case "index": return [LegacyLayout(folder: [], kind: "home")]
        case "terms": return [LegacyLayout(folder: [], kind: "taxonomy")]
        // It once served the pages of terms, and now serves those of taxonomies that have nothing better.
        case "taxonomy":
            return [
                LegacyLayout(folder: [], kind: "taxonomy", rank: 1), LegacyLayout(folder: [], kind: "term", rank: 1),
            ]
        case "list", "single", "all", "baseof", "home", "section", "page", "term", "404", "robots", "sitemap",
            "sitemapindex", "rss":
            return nil
        default:
            // The pages of the type, or the terms of the taxonomy, that the name says; every page may ask for it.
            guard words.isEmpty, !name.hasSuffix("-baseof") else { return nil }
            let old =
                taxonomies[name].map { LegacyLayout(folder: [$0], kind: "term", rank: 1) }
                ?? LegacyLayout(folder: [name], kind: "section", rank: 1)
            return [old, LegacyLayout(folder: [], kind: "", layout: name)]
        }
    }
}
