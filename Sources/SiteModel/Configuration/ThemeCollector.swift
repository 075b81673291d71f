internal import Files
internal import Text
internal import Values

/// Finds the themes and modules of a site, with those they need themselves, and merges their configuration.
struct ThemeCollector {
    /// A theme.
    struct Theme {
        /// The name it was asked for by.
        let name: String
        /// Its folder.
        let directory: String
        /// Its own configuration.
        let configuration: ValueMap
        /// The mounts that the import sets in place of its own.
        let mounts: [ValueMap]
    }

    /// The themes, the one that wins first.
    private(set) var themes: [Theme] = []
    /// Findings.
    private(set) var diagnostics: [Diagnostic] = []
    /// The names in the same order.
    var names: [String] { themes.map(\.name) }

    private let source: String
    private let environment: String
    private let themesDir: String

    /// Follows `theme` and `module.imports` of `raw` and adds to `raw` what the themes configure.
    init(source: String, environment: String, raw: inout ValueMap) {
        self.source = source
        self.environment = environment
        themesDir = raw["themesdir"]?.castString ?? "themes"
        var seen: Set<String> = []
        collect(from: raw, seen: &seen, depth: 0)
        for theme in themes { Self.merge(theme.configuration, into: &raw) }
    }

    private mutating func collect(from configuration: ValueMap, seen: inout Set<String>, depth: Int) {
        guard depth < 16 else { return }
        var wanted: [(name: String, mounts: [ValueMap])] = (configuration["theme"]?.castStrings ?? []).map { ($0, []) }
        for entry in configuration.value(at: "module", "imports")?.castMaps ?? [] {
            guard let name = entry["path"]?.castString, entry["disable"]?.castBool != true else { continue }
            wanted.append((name, entry["mounts"]?.castMaps ?? []))
        }
        for (name, mounts) in wanted where seen.insert(name).inserted {
            guard let directory = folder(of: name) else {
                diagnostics.append(
                    Diagnostic(
                        code: "theme.missing", "the theme \"\(name)\" is not in \(themesDir)", path: source,
                        suggestion: suggestion(for: name)))
                continue
            }
            let files = ConfigurationFiles(
                directory: directory, named: [], environment: environment, shown: "\(themesDir)/\(name)/")
            diagnostics += files.diagnostics
            themes.append(Theme(name: name, directory: directory, configuration: files.merged, mounts: mounts))
            collect(from: files.merged, seen: &seen, depth: depth + 1)
        }
    }

    private func folder(of name: String) -> String? {
        guard !name.isEmpty else { return nil }
        let base = themesDir.hasPrefix("/") ? themesDir : joined(source, themesDir)
        for candidate in [joined(base, name), joined(joined(source, "_vendor"), name)]
        where FileSystem.isDirectory(candidate) {
            return candidate
        }
        return nil
    }

    private func suggestion(for name: String) -> String {
        let base = themesDir.hasPrefix("/") ? themesDir : joined(source, themesDir)
        let present = ((try? FileSystem.list(base)) ?? []).filter { $0.kind != .file }.map(\.name)
        if let near = nearestName(to: name, among: present) { return "did you mean \"\(near)\"?" }
        return "put the theme into the folder \(themesDir)/\(name); modules are not downloaded"
    }

    /// What Hugo takes of a theme's configuration: parameters that are not set, menus, formats and types not there.
    private static func merge(_ theme: ValueMap, into raw: inout ValueMap) {
        supplement("params", of: theme, in: &raw, deep: true)
        for key in ["menus", "outputformats", "mediatypes"] { supplement(key, of: theme, in: &raw, deep: false) }
        guard let theirs = theme["languages"]?.mapValue, case .map(var ours)? = raw["languages"] else { return }
        for (key, value) in theirs {
            guard let their = value.mapValue, case .map(var our)? = ours[key] else { continue }
            supplement("params", of: their, in: &our, deep: true)
            supplement("menus", of: their, in: &our, deep: false)
            ours[key] = .map(our)
        }
        raw["languages"] = .map(ours)
    }

    private static func supplement(_ key: String, of theme: ValueMap, in raw: inout ValueMap, deep: Bool) {
        guard let theirs = theme[key]?.mapValue else { return }
        var ours = raw[key]?.mapValue ?? ValueMap(foldsCase: true)
        ours.supplement(theirs, deep: deep)
        raw[key] = .map(ours)
    }
}
