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
        raw = raw.withoutStrategies(Self.strategyKey)
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

    /// How much of a theme's map is taken: Hugo's `_merge`.
    private enum Strategy: String {
        /// Nothing.
        case none
        /// Keys that are not there.
        case shallow
        /// The same in the maps below.
        case deep
    }

    private static let strategyKey = "_merge"

    /// What Hugo takes of a theme's configuration: parameters that are not set, menus, formats and types not there,
    /// unless `_merge` says otherwise.
    private static func merge(_ theme: ValueMap, into raw: inout ValueMap) {
        let root = strategy(of: raw)
        for (key, value) in theme where key != strategyKey {
            if key == "languages", case .map(let theirs) = value, case .map(var ours)? = raw[key] {
                for (name, value) in theirs {
                    guard let their = value.mapValue, case .map(var our)? = ours[name] else { continue }
                    mergeSections(their, into: &our, root: strategy(of: our) ?? root)
                    ours[name] = .map(our)
                }
                raw[key] = .map(ours)
            }
        }
        mergeSections(theme.filtered { $0 != "languages" }, into: &raw, root: root)
    }

    private static func mergeSections(_ theirs: ValueMap, into ours: inout ValueMap, root: Strategy?) {
        for (key, value) in theirs where key != strategyKey {
            let standard: Strategy
            switch key {
            case "params": standard = .deep
            case "menus", "outputformats", "mediatypes": standard = .shallow
            default: standard = .none
            }
            guard let existing = ours[key] else {
                if (root ?? standard) != .none { ours[key] = value }
                continue
            }
            guard case .map(let their) = value, case .map(var our) = existing else { continue }
            merge(their, into: &our, inherited: root ?? standard)
            ours[key] = .map(our)
        }
    }

    private static func merge(_ theirs: ValueMap, into ours: inout ValueMap, inherited: Strategy) {
        let strategy = strategy(of: ours) ?? inherited
        for (key, value) in theirs where key != strategyKey {
            guard let existing = ours[key] else {
                if strategy != .none { ours[key] = value }
                continue
            }
            guard strategy == .deep, case .map(let their) = value, case .map(var our) = existing else { continue }
            merge(their, into: &our, inherited: .deep)
            ours[key] = .map(our)
        }
    }

    private static func strategy(of map: ValueMap) -> Strategy? {
        map[strategyKey]?.stringValue.flatMap { Strategy(rawValue: $0.lowercased()) }
    }
}

extension ValueMap {
    /// The pairs whose keys are wanted.
    fileprivate func filtered(_ isWanted: (String) -> Bool) -> ValueMap {
        var result = ValueMap(foldsCase: foldsCase)
        for (key, value) in self where isWanted(key) { result[key] = value }
        return result
    }

    /// The map without the keys that only say how it is merged.
    fileprivate func withoutStrategies(_ key: String) -> ValueMap {
        var result = ValueMap(foldsCase: foldsCase)
        for (name, value) in self where name != key {
            if case .map(let inner) = value {
                result[name] = .map(inner.withoutStrategies(key))
            } else {
                result[name] = value
            }
        }
        return result
    }
}
