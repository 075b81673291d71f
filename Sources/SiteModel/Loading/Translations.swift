internal import Values

/// Connects the sites of all languages.
enum Translations {
    /// Sets the siblings of the sites and the translations of their pages: pages with one path, or with one
    /// `translationKey`.
    static func connect(_ sites: [Site]) {
        let list = SiteList(entries: sites.map { SiteList.Weak(site: $0) })
        // Within one language no two pages have one path.
        let isMultilingual = sites.count > 1
        var byPath: [String: [Page]] = [:]
        var byKey: [String: [Page]] = [:]
        for site in sites {
            site.siblings = list
            for page in site.allPages + site.standalonePages {
                if !page.translationKey.isEmpty { byKey[page.translationKey, default: []].append(page) }
                // What is not there for readers is nobody's translation, unless its key says so.
                guard page.buildOptions.render != .never else { continue }
                if isMultilingual { byPath[page.path, default: []].append(page) } else { page.allTranslations = [page] }
            }
        }
        for site in sites where isMultilingual {
            for page in site.allPages + site.standalonePages where page.translationKey.isEmpty {
                page.allTranslations = byPath[page.path] ?? []
            }
        }
        for pages in byKey.values {
            let sorted = inOrder(pages)
            for page in pages { page.allTranslations = sorted }
        }
    }

    /// By language; several of one language that share a key with the newest first, then by title and file.
    private static func inOrder(_ pages: [Page]) -> [Page] {
        var languages: [String: Int] = [:]
        for page in pages where languages[page.language.key] == nil { languages[page.language.key] = languages.count }
        return pages.enumerated().sorted { left, right in
            let (one, other) = (left.element, right.element)
            let (first, second) = (languages[one.language.key] ?? 0, languages[other.language.key] ?? 0)
            if first != second { return first < second }
            let dates = (one.dates.date?.seconds ?? Int.min, other.dates.date?.seconds ?? Int.min)
            if dates.0 != dates.1 { return dates.0 > dates.1 }
            let titles = (one.linkTitle.lowercased(), other.linkTitle.lowercased())
            if titles.0 != titles.1 { return titles.0.utf8.lexicographicallyPrecedes(titles.1.utf8) }
            if let file = one.file?.filename, let second = other.file?.filename, file != second {
                return file.utf8.lexicographicallyPrecedes(second.utf8)
            }
            return left.offset < right.offset
        }.map(\.element)
    }
}
