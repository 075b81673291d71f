internal import DataFormats
internal import Files
internal import Text
internal import Values

/// The configuration files of a site or a theme as one map.
struct ConfigurationFiles {
    /// Everything merged, keys in lower case.
    private(set) var merged = ValueMap(foldsCase: true)
    /// The documents in the order in which they were laid over one another.
    private(set) var documents: [DataDocument] = []
    /// Findings.
    private(set) var diagnostics: [Diagnostic] = []

    /// The names of a configuration file, the one that wins first.
    private static let names = ["hugo", "keyport", "config"]
    private static let extensions = ["toml", "yaml", "yml", "json"]
    /// How deep the folders of `config/` may nest.
    private static let depthLimit = 8

    /// Reads the files of the folder `directory`.
    ///
    /// - Parameters:
    ///   - named: the files to read in place of the usual ones, relative to `directory`.
    ///   - shown: how paths below `directory` are printed: this is put in front.
    init(directory: String, named: [String], environment: String, shown: String = "") {
        if named.isEmpty {
            search: for name in Self.names {
                for fileExtension in Self.extensions {
                    let path = "\(name).\(fileExtension)"
                    if FileSystem.isFile(joined(directory, path)) {
                        read(joined(directory, path), shown: shown + path, under: [])
                        break search
                    }
                }
            }
        } else {
            for path in named {
                let full = path.hasPrefix("/") ? path : joined(directory, path)
                if FileSystem.isDirectory(full) {
                    readFolder(full, shown: path, depth: 0)
                } else {
                    read(full, shown: path, under: [])
                }
            }
        }
        let folder = joined(directory, "config")
        guard FileSystem.isDirectory(folder) else { return }
        for name in ["_default", environment] where !name.isEmpty && name != "." && name != ".." {
            if FileSystem.isDirectory(joined(folder, name)) {
                readFolder(joined(folder, name), shown: "\(shown)config/\(name)", depth: 0)
            }
        }
    }

    private mutating func readFolder(_ path: String, shown: String, depth: Int) {
        guard depth < Self.depthLimit else { return }
        let entries: [FileSystem.Entry]
        do throws(FileError) {
            entries = try FileSystem.list(path)
        } catch {
            diagnostics.append(error.diagnostic)
            return
        }
        for entry in entries where !entry.name.hasPrefix(".") {
            let full = joined(path, entry.name)
            if FileSystem.isDirectory(full) {
                readFolder(full, shown: "\(shown)/\(entry.name)", depth: depth + 1)
                continue
            }
            let parts = splitName(entry.name)
            guard Self.extensions.contains(parts.fileExtension.lowercased()) else { continue }
            // params.toml holds `params`, menus.en.toml `languages.en.menus`, hugo.toml everything.
            let (key, language) = splitLanguage(parts.stem.lowercased())
            var under: [String] = []
            if let language { under += ["languages", language] }
            let isWhole = Self.names.contains(key)
            // As in Hugo only these are kept apart for a language; any other file is of its settings.
            if !isWhole, language == nil || ["menu", "menus", "params"].contains(key) { under.append(key) }
            read(full, shown: "\(shown)/\(entry.name)", under: under, unwrapping: isWhole ? nil : key)
        }
    }

    /// Reads a file whose content stands under `keys`; where it is all in one map named as the file, in that map.
    private mutating func read(_ path: String, shown: String, under keys: [String], unwrapping name: String? = nil) {
        do {
            let file = SourceFile(path: shown, bytes: try FileSystem.read(path))
            let format = DataFormat(fileExtension: splitName(path).fileExtension) ?? .toml
            let document = try parseData(file, as: format)
            guard document.value.mapValue != nil || document.value.isNull else {
                throw Diagnostic(
                    code: "config.no-map", "a configuration file must hold a map of keys to values",
                    at: SourceRange(file, at: 0))
            }
            documents.append(document)
            var value: Value = .map(document.map.foldingCase())
            if let name, let map = value.mapValue, map.count == 1, let inner = map[name] { value = inner }
            for key in keys.reversed() { value = .map(ValueMap([(key, value)], foldsCase: true)) }
            if let map = value.mapValue { overlay(map) }
        } catch let error as Diagnostic {
            diagnostics.append(error)
        } catch let error as FileError {
            var diagnostic = error.diagnostic
            diagnostic.path = shown
            diagnostics.append(diagnostic)
        } catch {}
    }

    /// Lays a map over what was read so far; the old name `menu` is the same as `menus`, and
    /// wins over it as in Hugo.
    private mutating func overlay(_ map: ValueMap) {
        merged.overlay(Self.withNewNames(map))
    }

    private static func withNewNames(_ map: ValueMap) -> ValueMap {
        var map = map
        if let old = map["menu"] {
            map["menu"] = nil
            map["menus"] = old
        }
        if case .map(var languages)? = map["languages"] {
            for (key, value) in languages {
                if let language = value.mapValue { languages[key] = .map(withNewNames(language)) }
            }
            map["languages"] = .map(languages)
        }
        return map
    }

    private func splitLanguage(_ stem: String) -> (key: String, language: String?) {
        let parts = splitName(stem)
        return parts.fileExtension.isEmpty ? (stem, nil) : (parts.stem, parts.fileExtension)
    }
}
