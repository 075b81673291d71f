internal import Files
internal import Values

/// Finds what of the disk is laid over which component: the site's own folders first, then those of the themes.
struct MountCollector {
    /// The mounts whose source is there, the one that wins first.
    private(set) var mounts: [Mount] = []

    init(source: String, configuration: SiteConfiguration, themes: [ThemeCollector.Theme]) {
        let languages = configuration.raw["languages"]?.mapValue ?? ValueMap()
        add(
            configured: configuration.raw.value(at: "module", "mounts")?.castMaps ?? [], root: source, module: nil,
            isOwn: true
        ) { component in
            switch component {
            case .content:
                var folders: [(String, String?)] = []
                for language in configuration.languages {
                    if let folder = languages.value(at: language.key, "contentdir")?.castString {
                        folders.append((folder, language.key))
                    }
                }
                if folders.count < configuration.languages.count || folders.isEmpty {
                    folders.append((configuration.contentDir, nil))
                }
                return folders
            case .data: return [(configuration.dataDir, nil)]
            case .layouts: return [(configuration.layoutDir, nil)]
            case .i18n: return [(configuration.i18nDir, nil)]
            case .archetypes: return [(configuration.archetypeDir, nil)]
            case .assets: return [(configuration.assetDir, nil)]
            case .static: return configuration.staticDir.map { ($0, nil) }
            }
        }
        for theme in themes {
            let own = theme.configuration.value(at: "module", "mounts")?.castMaps ?? []
            let configured = theme.mounts.isEmpty ? own : theme.mounts
            add(configured: configured, root: theme.directory, module: theme.name, isOwn: false) { component in
                configured.isEmpty || theme.mounts.isEmpty ? [(component.rawValue, nil)] : []
            }
        }
    }

    private mutating func add(
        configured: [ValueMap], root: String, module: String?, isOwn: Bool,
        defaults: (SiteComponent) -> [(folder: String, language: String?)]
    ) {
        var taken: Set<SiteComponent> = []
        for entry in configured {
            guard let source = entry["source"]?.castString, let target = entry["target"]?.castString else { continue }
            let parts = pathParts(target)
            guard let first = parts.first, let component = SiteComponent(rawValue: first) else { continue }
            // A theme may bring its own folders only.
            if !isOwn, source.hasPrefix("/") || pathParts(source).contains("..") { continue }
            taken.insert(component)
            append(
                component, path(source, in: root), target: parts.dropFirst().joined(separator: "/"),
                language: entry["lang"]?.castString ?? Self.matrixLanguage(entry),
                excluded: Self.patterns(entry, isExclusion: true), included: Self.patterns(entry, isExclusion: false),
                module: module)
        }
        for component in SiteComponent.allCases where !taken.contains(component) {
            for (folder, language) in defaults(component) {
                append(
                    component, path(folder, in: root), target: "", language: language, excluded: [], included: [],
                    module: module)
            }
        }
    }

    /// `sites.matrix.languages` of a mount, when it names one language.
    private static func matrixLanguage(_ entry: ValueMap) -> String? {
        let languages = entry.value(at: "sites", "matrix", "languages")?.castStrings ?? []
        return languages.count == 1 ? languages[0] : nil
    }

    /// `files` mixes both, `! pattern` excludes; `includeFiles` and `excludeFiles` are the old names.
    private static func patterns(_ entry: ValueMap, isExclusion: Bool) -> [String] {
        let mixed = entry["files"]?.castStrings ?? []
        let old = entry[isExclusion ? "excludefiles" : "includefiles"]?.castStrings ?? []
        return old
            + mixed.compactMap { pattern in
                guard pattern.hasPrefix("!") == isExclusion else { return nil }
                return isExclusion ? String(pattern.dropFirst().drop { $0 == " " }) : pattern
            }
    }

    private func path(_ source: String, in root: String) -> String {
        source.hasPrefix("/") ? source : joined(root, source)
    }

    private mutating func append(
        _ component: SiteComponent, _ source: String, target: String, language: String?, excluded: [String],
        included: [String], module: String?
    ) {
        guard let status = try? FileSystem.status(source), status.kind == .directory || status.kind == .file else {
            return
        }
        let mount = Mount(
            component: component, source: source, target: target, language: language, excluded: excluded,
            included: included, module: module)
        if !mounts.contains(mount) { mounts.append(mount) }
    }
}
