internal import Values

/// Says which pages have each file that stands beside the content.
///
/// In Hugo all languages share one tree: a file belongs to the nearest page above it in any language, and is there for
/// the language that its name or its mount gives, if its folder's page is written in that language.
struct ResourceOwners {
    private let assemblers: [String: SiteAssembler]
    private let languages: [String]
    private let isMultiplied: Bool
    private let standardLanguage: String
    /// The languages of the pages that are there before the files are looked at: those that are written or added by an
    /// adapter, and taxonomies. Sections that only follow from what stands below them come later.
    private var written: [String: Set<String>] = [:]
    private var owners: Set<String> = []

    init(_ assemblers: [String: SiteAssembler], _ configuration: SiteConfiguration) {
        self.assemblers = assemblers
        languages = configuration.languages.map(\.key)
        standardLanguage = configuration.defaultContentLanguage
        isMultiplied = configuration.duplicatesResourceFiles
        for (language, assembler) in assemblers {
            owners.formUnion(assembler.nodes.keys)
            owners.formUnion(assembler.leaves.keys)
            for material in Array(assembler.nodes.values) + Array(assembler.leaves.values) + assembler.dropped.values
            where material.found != nil || material.adapter != nil || material.isGenerated
                || material.page?.kind == .taxonomy
            {
                written[material.path, default: []].insert(language)
            }
        }
    }

    /// Gives `file` to the pages of all languages that have it.
    func place(_ file: ContentWalk.Found) {
        let folder = LogicalPath.normalized(file.folder)
        guard let path = Self.nearest(folder, where: owners.contains) else { return }
        let language = file.language ?? standardLanguage
        if file.isContent {
            guard let assembler = assemblers[language], assembler.bundledPages[file.source] != nil else { return }
            (assembler.leaves[path] ?? assembler.nodes[path])?.resources.append(file)
            return
        }
        guard let above = Self.nearest(folder, where: { written[$0] != nil }) else {
            // Nothing above is written: whatever its name says, the file is one of the first language, as in Hugo.
            guard let first = languages.first, assemblers[first]?.material(path)?.page != nil else { return }
            var file = file
            file.language = first
            for assembler in assemblers.values { assembler.material(path)?.resources.append(file) }
            return
        }
        let holders = (written[above] ?? []).filter {
            assemblers[$0]?.dropped[above] == nil && assemblers[$0]?.material(path)?.page != nil
        }
        guard isMultiplied ? !holders.isEmpty : holders.contains(language) else { return }
        for key in languages {
            guard let material = assemblers[key]?.material(path) else { continue }
            material.resources.append(file)
            if isMultiplied, holders.contains(key) { material.ownCopies.insert(file.source) }
        }
    }

    private static func nearest(_ folder: String, where matches: (String) -> Bool) -> String? {
        var path = folder
        while !matches(path) {
            if path == "/" || path.isEmpty { return nil }
            path = parentPath(path)
            if path.isEmpty { path = "/" }
        }
        return path
    }
}
