internal import Text
internal import Values

/// Gives pages the files of their bundles with what the front matter says about them.
struct ResourceAssembler {
    private let site: SiteAssembler

    init(_ site: SiteAssembler) { self.site = site }

    private struct Draft {
        let path: String
        let content: PageResource.Content
        let mediaType: MediaType
        let page: Page?
        let language: String?
        var name: String
        var title: String
        var params = ValueMap(foldsCase: true)
        var outputPath: String?
        var resourceType: String { page == nil ? mediaType.mainType : "page" }
    }

    /// Sets the resources of the page of `material`.
    ///
    /// - Parameter directory: the folder of the output that the page of a language at a path goes into.
    func attach(to material: PageMaterial, directory: (_ language: String, _ path: String) -> String?) {
        guard let page = material.page, !material.resources.isEmpty || !material.generatedResources.isEmpty else {
            return
        }
        let depth = pathParts(material.path).count
        var drafts: [Draft] = []
        for found in preferred(material.resources) {
            let path = pathParts(found.path).dropFirst(depth).joined(separator: "/")
            if let content = site.bundleContent[found.source] {
                let inner = LogicalPath.normalized("\(material.path)/\(path)")
                guard let bundled = site.makeBundledPage(content, path: splitName(inner).stem, in: material) else {
                    continue
                }
                bundled.rank = drafts.count
                drafts.append(
                    Draft(
                        path: path, content: .file(found.source), mediaType: type(of: path), page: bundled,
                        language: nil, name: nameWithoutLanguage(path, found),
                        title: bundled.title, params: bundled.params))
            } else {
                drafts.append(
                    Draft(
                        path: path, content: .file(found.source), mediaType: type(of: path), page: nil,
                        language: found.language ?? site.configuration.defaultContentLanguage, name: path,
                        title: path))
            }
        }
        for resource in material.generatedResources {
            let name = resource.name ?? resource.path
            drafts.append(
                Draft(
                    path: resource.path, content: resource.content,
                    mediaType: resource.mediaType ?? type(of: resource.path), page: nil, language: nil, name: name,
                    title: resource.title ?? name, params: resource.params, outputPath: resource.outputPath))
        }
        // What belongs to a language in which the page is not there belongs to nobody.
        drafts.removeAll { draft in
            guard let language = draft.language, language != site.language.key else { return false }
            return directory(language, material.path) == nil
        }
        sort(&drafts)
        assignMetadata(&drafts, material)
        // Sorted once more, by the names that the metadata gave; what the first time left matters, see `sort`.
        if material.top["resources"]?.castMaps.isEmpty == false { sort(&drafts) }
        let own = page.targets.first?.directory
        page.resources = drafts.map { draft in
            // A file of another language stands once, beside the page of that language.
            let isForeign = draft.language != nil && draft.language != site.language.key
            let folder = isForeign ? directory(draft.language ?? "", material.path) ?? own : own
            let output = draft.outputPath ?? folder.map { $0.isEmpty ? draft.path : "\($0)/\(draft.path)" } ?? ""
            let hasAddress = draft.page == nil && !output.isEmpty
            return PageResource(
                path: draft.path, name: draft.name, title: draft.title, params: draft.params,
                mediaType: draft.mediaType,
                content: draft.content, page: draft.page,
                relPermalink: hasAddress ? site.targets.relPermalink(ofOutput: output) : "",
                outputPath: hasAddress ? output : "")
        }
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

    /// Of files that differ only in their language, the one of this language, else the one of none, else the first.
    private func preferred(_ files: [ContentWalk.Found]) -> [ContentWalk.Found] {
        guard site.configuration.isMultilingual else { return files }
        var best: [String: (rank: Int, index: Int)] = [:]
        for (index, file) in files.enumerated() {
            let key = "\(file.folder)/\(file.stem).\(file.fileExtension)"
            let rank: Int
            switch file.language {
            case site.language.key: rank = 0
            case nil: rank = 1
            case site.configuration.defaultContentLanguage: rank = 2
            default: rank = 3
            }
            // A content file of another language is no part of this one's bundle.
            if file.isContent, rank > 1 || (file.language == nil && !site.language.isDefault) { continue }
            if let known = best[key], known.rank <= rank { continue }
            best[key] = (rank, index)
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
        for index in drafts.indices {
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
