internal import SiteModel
internal import Text

/// The files that are copied as they are.
enum StaticFiles {
    /// The paths below the destination with the files to copy; of two with the same path the site's own wins.
    static func list(_ session: BuildSession) -> [(path: String, source: String)] {
        guard let configuration = session.sites.first?.model.configuration else { return [] }
        var seen: Set<String> = []
        var files: [(path: String, source: String)] = []
        for mount in configuration.mounts(of: .static) {
            let (source, target) = (mount.source, mount.target)
            let filter = MountFilter(mount)
            FolderWalk.files(
                below: source,
                link: { path in
                    // Hugo leaves them out too, without a word.
                    session.findings.add(
                        Diagnostic(
                            .warning, code: "static.link", "links are not followed here; this one is left out",
                            path: "\(source)/\(path)",
                            suggestion: "copy the file, or mount its folder with module.mounts"))
                }
            ) { path in
                guard filter.takes(path) else { return }
                let place = target.isEmpty ? path : target + "/" + path
                if seen.insert(place).inserted { files.append((place, source + "/" + path)) }
            }
        }
        return files
    }
}
