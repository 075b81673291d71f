internal import DataFormats
internal import Files
internal import Text
internal import Values

/// Reads the data files and the strings of the languages.
struct DataLoader {
    /// Findings.
    private(set) var diagnostics: [Diagnostic] = []

    private let configuration: SiteConfiguration
    private static let depthLimit = 32

    init(_ configuration: SiteConfiguration) { self.configuration = configuration }

    private struct Found {
        let path: String
        let source: String
    }

    /// The files of one component below a folder of the disk.
    private mutating func files(of mount: Mount) -> [Found] {
        var found: [Found] = []
        func walk(_ folder: String, _ inside: String, _ depth: Int, _ diagnostics: inout [Diagnostic]) {
            guard depth < Self.depthLimit else { return }
            do throws(FileError) {
                for entry in try FileSystem.list(folder) where !ContentWalk.isIgnored(entry.name) {
                    let source = joined(folder, entry.name)
                    let path = inside.isEmpty ? entry.name : "\(inside)/\(entry.name)"
                    switch entry.kind {
                    case .directory: walk(source, path, depth + 1, &diagnostics)
                    case .file: found.append(Found(path: path, source: source))
                    case .link:
                        // A link to a file inside the site is read; folders behind links could lead in a circle.
                        if FileSystem.isFile(source), isInside(source) {
                            found.append(Found(path: path, source: source))
                        } else {
                            diagnostics.append(
                                Diagnostic(
                                    .warning, code: "data.link",
                                    "this link is left out: it leads to no file of the site",
                                    path: shown(source), suggestion: "copy what it leads to into the site"))
                        }
                    case .other: continue
                    }
                }
            } catch {
                diagnostics.append(error.diagnostic)
            }
        }
        if FileSystem.isFile(mount.source) { return [Found(path: mount.target, source: mount.source)] }
        var problems: [Diagnostic] = []
        walk(mount.source, mount.target, 0, &problems)
        diagnostics += problems
        return found
    }

    private func isInside(_ source: String) -> Bool {
        guard let root = try? FileSystem.realPath(configuration.sourceDirectory),
            let target = try? FileSystem.realPath(source)
        else { return false }
        return target.hasPrefix(root + "/")
    }

    private func shown(_ source: String) -> String {
        let prefix = configuration.sourceDirectory + "/"
        return source.hasPrefix(prefix) ? String(source.dropFirst(prefix.count)) : source
    }

    private mutating func parse(_ found: Found) -> Value? {
        let name = splitName(lastName(found.path))
        guard let format = DataFormat(fileExtension: name.fileExtension) else { return nil }
        do {
            let file = SourceFile(path: shown(found.source), bytes: try FileSystem.read(found.source))
            return try parseData(file, as: format).value
        } catch let error as Diagnostic {
            diagnostics.append(error)
        } catch let error as FileError {
            diagnostics.append(error.diagnostic)
        } catch {}
        return nil
    }

    /// The data files as one map: folders are maps, a file is a key without its extension; the site's own win.
    mutating func loadData() -> ValueMap {
        var data = ValueMap()
        for mount in configuration.mounts(of: .data) {
            for found in files(of: mount) {
                guard let value = parse(found) else { continue }
                var keys = pathParts(found.path)
                guard let last = keys.popLast() else { continue }
                keys.append(splitName(last).stem)
                Self.insert(value, at: keys[...], into: &data)
            }
        }
        return data
    }

    /// Adds what is not there yet; maps are merged.
    private static func insert(_ value: Value, at keys: ArraySlice<String>, into map: inout ValueMap) {
        guard let first = keys.first else { return }
        if keys.count > 1 {
            var inner = map[first]?.mapValue ?? ValueMap()
            if let existing = map[first], existing.mapValue == nil { return }
            insert(value, at: keys.dropFirst(), into: &inner)
            map[first] = .map(inner)
        } else if case .map(let theirs) = value, case .map(var ours)? = map[first] {
            ours.supplement(theirs, deep: true)
            map[first] = .map(ours)
        } else if map[first] == nil {
            map[first] = value
        }
    }

    /// The strings of each language: of each key its text or its plural forms; the site's own win.
    mutating func loadStrings() -> [String: ValueMap] {
        var strings: [String: ValueMap] = [:]
        for mount in configuration.mounts(of: .i18n) {
            for found in files(of: mount) {
                guard let value = parse(found) else { continue }
                let language = splitName(lastName(found.path)).stem.lowercased()
                strings[language, default: ValueMap()].supplement(Self.strings(in: value), deep: false)
            }
        }
        return strings
    }

    /// A file is a map of keys, or a list of maps with `id` and `translation`.
    private static func strings(in value: Value) -> ValueMap {
        switch value {
        case .map(let map): return map
        case .list(let list):
            return ValueMap(
                list.compactMap { entry in
                    guard let map = entry.mapValue, let id = map["id"]?.castString else { return nil }
                    return (id, map["translation"] ?? .map(map))
                })
        default: return ValueMap()
        }
    }
}
