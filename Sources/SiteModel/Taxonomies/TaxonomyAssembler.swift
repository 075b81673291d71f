internal import Text
internal import Values

/// Groups the pages of a site by the terms in their front matter.
struct TaxonomyAssembler {
    private let site: SiteAssembler

    init(_ site: SiteAssembler) { self.site = site }

    /// The taxonomies with their terms; term pages that have no file are made.
    func assemble() -> [Taxonomy] {
        let carriers =
            (Array(site.leaves.values) + Array(site.nodes.values)).sorted {
                $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
            }
        let kinds = site.configuration.disableKinds
        let disabled = kinds.contains(PageKind.term.rawValue)
        if disabled, kinds.contains(PageKind.taxonomy.rawValue) { return [] }
        return site.configuration.taxonomies.map { singular, plural in
            let taxonomy = Taxonomy(singular: singular, plural: plural)
            let root = LogicalPath.normalized(plural)
            taxonomy.page = site.nodes[root]?.page
            taxonomy.page?.taxonomy = taxonomy
            if disabled { return taxonomy }
            let spellings = spellings(of: plural, in: carriers)
            var terms: [String: Taxonomy.Term] = [:]
            for carrier in carriers {
                guard let page = carrier.page, page.buildOptions.render != .never else { continue }
                let names = page.params[plural]?.castStrings ?? []
                guard !names.isEmpty else { continue }
                let weight = page.params["\(plural)_weight"]?.castInt ?? 0
                var seen: Set<String> = []
                for name in names where !name.isEmpty {
                    let key = name.goLowercased
                    guard seen.insert(key).inserted else { continue }
                    let term = terms[key] ?? Taxonomy.Term(key: key, name: spellings[key] ?? name)
                    terms[key] = term
                    term.entries.append(Taxonomy.Term.Entry(weight: weight, page: page))
                    connect(term, of: taxonomy, root: root)
                    if let termPage = term.page { page.terms[plural, default: []].append(termPage) }
                }
            }
            makeTermsOfBundledPages(of: taxonomy, root: root)
            nameTermsWithFilesOnly(of: taxonomy, root: root)
            taxonomy.allTerms = terms.values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            taxonomy.terms = taxonomy.allTerms.filter { $0.page?.buildOptions.list ?? .always == .always }
            return taxonomy
        }
    }

    /// How each term is written, by its key: the last page by path wins.
    private func spellings(of plural: String, in carriers: [PageMaterial]) -> [String: String] {
        var spellings: [String: String] = [:]
        for carrier in carriers {
            guard let page = carrier.page, page.buildOptions.render != .never else { continue }
            for name in page.params[plural]?.castStrings ?? [] where !name.isEmpty {
                spellings[name.goLowercased] = name
            }
        }
        return spellings
    }

    private func connect(_ term: Taxonomy.Term, of taxonomy: Taxonomy, root: String) {
        guard term.page == nil else { return }
        let path = root + LogicalPath.normalized(term.name)
        if site.nodes[path] == nil {
            let material = PageMaterial(path: path, isNode: true, folderName: term.name)
            material.writtenPath = root + LogicalPath.normalized(term.name, keepingCase: true)
            site.nodes[path] = material
            site.makeNode(material, term: term.name)
        }
        let page = site.nodes[path]?.page
        term.page = page
        page?.term = term
        page?.taxonomy = taxonomy
    }

    /// What only pages inside bundles carry has a page, but these pages do not stand on it.
    private func makeTermsOfBundledPages(of taxonomy: Taxonomy, root: String) {
        let pages = Array(site.bundledPages.values) + site.droppedBundledPages
        for page in pages.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
        where page.buildOptions.render != .never {
            for name in page.params[taxonomy.plural]?.castStrings ?? [] where !name.isEmpty {
                let path = root + LogicalPath.normalized(name)
                guard site.nodes[path] == nil else { continue }
                connect(Taxonomy.Term(key: name.goLowercased, name: name), of: taxonomy, root: root)
            }
        }
    }

    /// Terms that have a file but that no page carries are pages, but none of the taxonomy's terms.
    private func nameTermsWithFilesOnly(of taxonomy: Taxonomy, root: String) {
        for material in site.nodes.values where material.path.hasPrefix(root + "/") {
            guard let page = material.page, page.term == nil else { continue }
            let name = String(material.path.dropFirst(root.utf8.count + 1))
            let term = Taxonomy.Term(key: name, name: material.folderName)
            term.page = page
            page.term = term
            page.taxonomy = taxonomy
        }
    }
}
