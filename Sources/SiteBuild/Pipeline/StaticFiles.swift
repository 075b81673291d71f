internal import SiteModel

/// The files that are copied as they are.
enum StaticFiles {
    /// The paths below the destination with the files to copy; of two with the same path the site's own wins.
    static func list(_ session: BuildSession) -> [(path: String, source: String)] {
        guard let configuration = session.sites.first?.model.configuration else { return [] }
        var seen: Set<String> = []
        var files: [(path: String, source: String)] = []
        let folders = configuration.mounts(of: .static).map { ($0.source, $0.target) }
        for (source, target) in folders {
            FolderWalk.files(below: source) { path in
                let place = target.isEmpty ? path : target + "/" + path
                if seen.insert(place).inserted { files.append((place, source + "/" + path)) }
            }
        }
        return files
    }
}
