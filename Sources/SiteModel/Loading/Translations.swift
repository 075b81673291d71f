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
        byPath = byPath.mapValues(inOrder)
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

    /// By the weights of their languages, zero last; then the newest first, by link title and path; else as the languages
    /// stand. The weights of the pages do not count.
    private static func inOrder(_ pages: [Page]) -> [Page] {
        guard pages.count > 1 else { return pages }
        return pages.enumerated().map {
            ($0.offset, $0.element, PageOrder($0.element, weight: $0.element.language.weight))
        }
        .sorted { left, right in
            if PageOrder.precedes(left.2, right.2) { return true }
            return !PageOrder.precedes(right.2, left.2) && left.0 < right.0
        }.map(\.1)
    }
}
