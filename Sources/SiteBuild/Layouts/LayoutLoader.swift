internal import Files
internal import SiteModel
internal import Text

/// Reads the template files of a site, of its themes and of the theme behind them.
enum LayoutLoader {
    /// The files of the site and its themes, those that win first.
    static func load(_ configuration: SiteConfiguration, findings: Findings) -> [LayoutFile] {
        let reader = reader(configuration)
        var modules: [String] = []
        return configuration.mounts(of: .layouts).flatMap { mount in
            let prefix = mount.target.isEmpty ? "" : mount.target + "/"
            if let module = mount.module, !modules.contains(module) { modules.append(module) }
            let order = mount.module.flatMap { modules.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
            return load(folder: mount.source, prefix: prefix, configuration, reader, findings).map { file in
                var file = file
                file.order = order
                return file
            }
        }
    }

    /// The templates that are part of the program.
    static func embedded(_ configuration: SiteConfiguration) -> [LayoutFile] {
        let reader = reader(configuration)
        return EmbeddedTemplates.files.flatMap { path, text in
            reader.read(path: path, source: SourceFile(path: "embedded/" + path, text: text), isEmbedded: true)
        }
    }

    private static func reader(_ configuration: SiteConfiguration) -> LayoutPathReader {
        LayoutPathReader(
            formats: Array(configuration.outputFormats.values), mediaTypes: configuration.mediaTypes,
            languages: configuration.languages.map(\.key),
            taxonomies: Dictionary(configuration.taxonomies.map { ($0.singular, $0.plural) }) { first, _ in first })
    }

    /// The folders beside the templates of a theme that is one folder of layouts.
    private static let otherFolders = ["assets/", "i18n/", "static/", "data/", "archetypes/", "content/"]

    private static func load(
        folder: String, prefix: String, _ configuration: SiteConfiguration, _ reader: LayoutPathReader,
        _ findings: Findings
    ) -> [LayoutFile] {
        var files: [LayoutFile] = []
        FolderWalk.files(below: folder) { path in
            guard !otherFolders.contains(where: path.hasPrefix) else { return }
            do throws(FileError) {
                let bytes = try FileSystem.read(folder + "/" + path)
                let shown = shownPath(folder + "/" + path, configuration)
                let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
                let source = SourceFile(path: shown, bytes: isMarked ? Array(bytes.dropFirst(3)) : bytes)
                files += reader.read(path: prefix + path, source: source, isEmbedded: false)
            } catch {
                findings.add(error.diagnostic)
            }
        }
        return files
    }

    /// The path as an error shows it: below the site's folder where it stands there.
    private static func shownPath(_ path: String, _ configuration: SiteConfiguration) -> String {
        path.dropping(prefix: configuration.sourceDirectory + "/") ?? path
    }
}
