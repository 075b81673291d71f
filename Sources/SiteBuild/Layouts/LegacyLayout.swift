/// What the path of a layout meant before Hugo 0.146, where that differs from what it means now.
///
/// Found by building sites of one layout each with Hugo 0.168 and looking at which pages it served.
struct LegacyLayout: Equatable {
    /// The folder whose pages are served.
    let folder: [String]
    /// The kind of the pages.
    let kind: String
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
        case "_default": return ofDefaultFolder(name)
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
            return name == only ? [LegacyLayout(folder: folder, kind: "section")] : nil
        }
    }

    private static func ofDefaultFolder(_ name: String) -> [LegacyLayout]? {
        switch name {
        case "index": return [LegacyLayout(folder: [], kind: "home")]
        case "terms": return [LegacyLayout(folder: [], kind: "taxonomy")]
        // It once served the pages of terms, and now serves those of taxonomies that have nothing better.
        case "taxonomy":
            return [
                LegacyLayout(folder: [], kind: "taxonomy", rank: 1), LegacyLayout(folder: [], kind: "term", rank: 1),
            ]
        default: return nil
        }
    }
}
