internal import Files
internal import Values

/// The theme of a site that has neither a theme nor layouts of its own: one folder of templates, beside which its
/// `assets`, `i18n`, `static` and configuration lie.
struct StandardTheme {
    /// What is laid over the components, behind the site's own folders.
    let mounts: [Mount]

    /// Adds what the theme configures to `raw` where the site says nothing; nil when the site has layouts.
    init?(_ folder: String?, source: String, raw: inout ValueMap) {
        guard let folder else { return nil }
        let layoutDir = raw["layoutdir"]?.castString ?? "layouts"
        let own = layoutDir.hasPrefix("/") ? layoutDir : joined(source, layoutDir)
        if Self.hasLayouts(own) { return nil }
        let files = ConfigurationFiles(directory: folder, named: [], environment: "production", shown: "theme/")
        for (key, value) in files.merged {
            guard case .map(let theirs) = value else { continue }
            var ours = raw[key]?.mapValue ?? ValueMap(foldsCase: true)
            ours.supplement(theirs, deep: true)
            raw[key] = .map(ours)
        }
        let places: [(SiteComponent, String)] = [
            (.layouts, folder), (.assets, joined(folder, "assets")), (.i18n, joined(folder, "i18n")),
            (.static, joined(folder, "static")),
        ]
        mounts = places.filter { FileSystem.isDirectory($0.1) }.map { component, source in
            Mount(
                component: component, source: source, target: "", language: nil, excluded: [], included: [],
                module: Self.module)
        }
    }

    /// What its mounts say that they belong to.
    static let module = "standard theme"

    /// Whether a folder holds templates of pages: partials, shortcodes and render hooks alone make no site.
    private static func hasLayouts(_ folder: String) -> Bool {
        let entries = (try? FileSystem.list(folder)) ?? []
        return entries.contains { entry in
            if entry.name.hasPrefix(".") { return false }
            if ["partials", "_partials", "shortcodes", "_shortcodes", "_markup"].contains(entry.name) { return false }
            return entry.kind != .directory || hasFile(joined(folder, entry.name), depth: 0)
        }
    }

    private static func hasFile(_ folder: String, depth: Int) -> Bool {
        let entries = (try? FileSystem.list(folder)) ?? []
        return depth < 16
            && entries.contains { entry in
                if entry.name == "_markup" || entry.name.hasPrefix(".") { return false }
                return entry.kind != .directory || hasFile(joined(folder, entry.name), depth: depth + 1)
            }
    }
}

extension SiteConfiguration {
    /// The folder of the templates that the program brings along; nil for a site with a theme or layouts of its own.
    package var standardThemeFolder: String? {
        mounts.first { $0.module == StandardTheme.module && $0.component == .layouts }?.source
    }
}
