internal import Text
internal import Values

/// Gives pages the files of their bundles with what the front matter says about them.
struct ResourceAssembler {
    private let site: SiteAssembler

    init(_ site: SiteAssembler) { self.site = site }

    /// A file before it is sorted and named.
    struct Draft {
        let path: String
        let content: PageResource.Content
        let mediaType: MediaType
        let page: Page?
        /// The path below the destination folder; empty when there is none.
        let outputPath: String
        /// The name that files of different languages have in common, in lower case.
        let sharedName: String
        var name: String
        var title: String
        var params = ValueMap(foldsCase: true)
        var resourceType: String { page == nil ? mediaType.mainType : "page" }
    }

    /// Sets the resources of the page of `material`.
    func attach(to material: PageMaterial, _ sharing: SharedResources) {
        guard let page = material.page else { return }
        var drafts = drafts(of: material, sharing)
        if !page.translationKey.isEmpty {
            // Pages that a key binds share their files; a name that is there already stays.
            var names = Set(drafts.map(\.sharedName))
            for draft in sharing.drafts(withKey: page.translationKey) where names.insert(draft.sharedName).inserted {
                drafts.append(draft)
            }
        }
        guard !drafts.isEmpty else { return }
        sort(&drafts)
        assignMetadata(&drafts, material)
        // Sorted once more, by the names that the metadata gave; what the first time left matters, see `sort`.
        if material.top["resources"]?.castMaps.isEmpty == false { sort(&drafts) }
        page.resources = drafts.map { draft in
            let hasAddress = draft.page == nil && !draft.outputPath.isEmpty
            return PageResource(
                path: draft.path, name: draft.name, title: draft.title, params: draft.params,
                mediaType: draft.mediaType,
                content: draft.content, page: draft.page,
                relPermalink: hasAddress ? site.targets.relPermalink(ofOutput: draft.outputPath) : "",
                outputPath: hasAddress ? draft.outputPath : "")
        }
    }

    /// The files of a page as they stand on disk, without what its front matter says about them.
    func drafts(of material: PageMaterial, _ sharing: SharedResources) -> [Draft] {
        guard let page = material.page else { return [] }
        let own = page.resourceFolder
        let depth = pathParts(material.path).count
        var drafts: [Draft] = []
        for found in preferred(material, sharing) {
            let path = pathParts(found.path).dropFirst(depth).joined(separator: "/")
            if found.isContent {
                guard let bundled = site.bundledPages[found.source] else { continue }
                bundled.rank = drafts.count
                bundled.parent = page
                bundled.site = page.site
                drafts.append(
                    Draft(
                        path: path, content: .file(found.source), mediaType: type(of: path), page: bundled,
                        outputPath: "", sharedName: nameWithoutLanguage(path, found).lowercased(),
                        name: String(LogicalPath.normalized(nameWithoutLanguage(path, found)).dropFirst()),
                        title: bundled.title, params: bundled.params))
                continue
            }
            // A file of another language stands once, beside the page of that language.
            let language =
                material.ownCopies.contains(found.source)
                ? site.language.key : found.language ?? site.configuration.defaultContentLanguage
            let folder = language == site.language.key ? own : sharing.folder(of: material.path, in: language) ?? own
            drafts.append(
                Draft(
                    path: path, content: .file(found.source), mediaType: type(of: path), page: nil,
                    outputPath: output(path, in: folder), sharedName: nameWithoutLanguage(path, found).lowercased(),
                    name: path, title: path))
        }
        for resource in material.generatedResources {
            let name = resource.name ?? resource.path
            drafts.append(
                Draft(
                    path: resource.path, content: resource.content,
                    mediaType: resource.mediaType ?? type(of: resource.path), page: nil,
                    outputPath: resource.outputPath ?? output(resource.path, in: own),
                    sharedName: name.lowercased(), name: name,
                    title: resource.title ?? name, params: resource.params))
        }
        return drafts
    }

    private func output(_ path: String, in folder: String?) -> String {
        folder.map { $0.isEmpty ? path : "\($0)/\(path)" } ?? ""
    }

    /// The path of a bundled page as Hugo names it: `part.md` for `part.de.md`.
    private func nameWithoutLanguage(_ path: String, _ found: ContentWalk.Found) -> String {
        let folder = parentPath(path)
        let name = found.fileExtension.isEmpty ? found.stem : "\(found.stem).\(found.fileExtension)"
        return folder.isEmpty ? name : "\(folder)/\(name)"
    }

    private func type(of path: String) -> MediaType {
        site.configuration.mediaType(fileExtension: splitName(lastName(path)).fileExtension)
    }

    /// Of files that differ only in their language, the one of this language, else the one whose language is nearest in
    /// the order of the languages. Content has no stand-in.
    private func preferred(_ material: PageMaterial, _ sharing: SharedResources) -> [ContentWalk.Found] {
        let files = material.resources
        guard site.configuration.isMultilingual else { return files }
        var best: [String: (distance: Int, index: Int)] = [:]
        for (index, file) in files.enumerated() {
            let key = "\(file.folder)/\(file.stem).\(file.fileExtension)"
            if file.isContent, site.bundledPages[file.source] == nil { continue }
            let place = sharing.place(of: file.language ?? site.configuration.defaultContentLanguage)
            // Of two that are equally far the one above is nearer.
            let distance =
                place <= site.language.index
                ? 2 * (site.language.index - place) : 2 * (place - site.language.index) + 1
            if let known = best[key], known.distance <= distance { continue }
            best[key] = (distance, index)
        }
        let chosen = Set(best.values.map(\.index))
        return files.enumerated().filter { chosen.contains($0.offset) }.map(\.element)
    }

    /// Hugo's order: by type, pages last among others, then by name. Its comparison is no strict order, so the way it
    /// sorts (by insertion) is part of the result.
    private func sort(_ drafts: inout [Draft]) {
        func precedes(_ left: Draft, _ right: Draft) -> Bool {
            if left.resourceType < right.resourceType { return true }
            if (left.page == nil) != (right.page == nil) { return right.page != nil }
            if let one = left.page, let other = right.page {
                return PageOrder.precedes(PageOrder(one), PageOrder(other))
            }
            return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
        }
        guard drafts.count <= 2_000 else {
            drafts.sort { ($0.resourceType, $0.name) < ($1.resourceType, $1.name) }
            return
        }
        for index in drafts.indices.dropFirst() {
            var place = index
            while place > 0, precedes(drafts[place], drafts[place - 1]) {
                drafts.swapAt(place, place - 1)
                place -= 1
            }
        }
    }

    /// Lays the `resources` of the front matter over the files that their `src` matches.
    private func assignMetadata(_ drafts: inout [Draft], _ material: PageMaterial) {
        let metadata = (material.top["resources"] ?? .null).castMaps
        guard !metadata.isEmpty else { return }
        var patterns: [(source: String, glob: Glob, values: ValueMap)] = []
        for entry in metadata {
            let source = entry["src"]?.castString
            if let source, let glob = try? Glob(source) {
                patterns.append((source, glob, entry))
                continue
            }
            site.diagnostics.append(
                Diagnostic(
                    code: "front-matter.resources",
                    source.map { "\"\($0)\" in src of resources is no pattern" }
                        ?? "an entry of resources has no src",
                    at: material.location(ofKey: "resources"), suggestion: "name the files with src: \"*.png\""))
        }
        var counters: [String: Int] = [:]
        // A page has the name, the title and the parameters of its own front matter.
        for index in drafts.indices where drafts[index].page == nil {
            var hasName = false
            var hasTitle = false
            for (pattern, glob, entry) in patterns where glob.matches(drafts[index].path) {
                if !hasName, let name = entry["name"]?.castString {
                    drafts[index].name = numbered(name, "name" + pattern.lowercased(), &counters)
                    hasName = true
                }
                if !hasTitle, let title = entry["title"]?.castString {
                    drafts[index].title = numbered(title, "title" + pattern.lowercased(), &counters)
                    hasTitle = true
                }
                if let params = entry["params"]?.mapValue {
                    drafts[index].params.supplement(params.foldingCase(), deep: false)
                }
            }
        }
    }

    private func numbered(_ text: String, _ key: String, _ counters: inout [String: Int]) -> String {
        guard text.range(ofBytes: ":counter") != nil else { return text }
        counters[key, default: 0] += 1
        return text.replacing(":counter", with: String(counters[key] ?? 1))
    }
}

/// What the pages of all languages share of their files.
final class SharedResources {
    private let assemblers: [SiteAssembler]
    /// The pages with files that a `translationKey` binds, by language and path.
    private var byKey: [String: [(SiteAssembler, PageMaterial)]] = [:]
    /// Their files as far as somebody asked for them.
    private var draftsByKey: [String: [ResourceAssembler.Draft]] = [:]

    /// - Parameter assemblers: one for each language, in their order; their pages have all their files.
    init(_ assemblers: [SiteAssembler]) {
        self.assemblers = assemblers
        for assembler in assemblers {
            let materials = (Array(assembler.nodes.values) + Array(assembler.leaves.values)).sorted {
                $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
            }
            for material in materials {
                guard let key = material.page?.translationKey, !key.isEmpty,
                    !material.resources.isEmpty || !material.generatedResources.isEmpty
                else { continue }
                byKey[key, default: []].append((assembler, material))
            }
        }
    }

    /// The files of the pages that `translationKey` binds, the first of each name.
    func drafts(withKey key: String) -> [ResourceAssembler.Draft] {
        if let known = draftsByKey[key] { return known }
        var names: Set<String> = []
        let drafts = (byKey[key] ?? []).flatMap { assembler, material in
            ResourceAssembler(assembler).drafts(of: material, self)
        }.filter { names.insert($0.sharedName).inserted }
        draftsByKey[key] = drafts
        return drafts
    }

    /// The folder of the output that the files of the page at `path` go into in a language.
    func folder(of path: String, in language: String) -> String? {
        assemblers.first { $0.language.key == language }?.material(path)?.page?.resourceFolder
    }

    /// The place of a language among all.
    func place(of language: String) -> Int { assemblers.first { $0.language.key == language }?.language.index ?? 0 }
}
