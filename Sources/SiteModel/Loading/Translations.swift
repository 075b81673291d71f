/// Connects the sites of all languages.
enum Translations {
    /// Sets the siblings of the sites and the translations of their pages: pages of one kind with one path, or with one
    /// `translationKey`.
    static func connect(_ sites: [Site]) {
        let list = SiteList(entries: sites.map { SiteList.Weak(site: $0) })
        var groups: [String: [Page]] = [:]
        for site in sites {
            site.siblings = list
            for page in site.allPages + site.standalonePages {
                // What is not there for readers is nobody's translation.
                if sites.count == 1 || page.isHidden || page.buildOptions.render == .never {
                    page.allTranslations = [page]
                    continue
                }
                let key = page.translationKey.isEmpty ? page.path : page.translationKey
                let kind = page.translationKey.isEmpty ? page.kind.rawValue : ""
                groups["\(kind)\u{0}\(key)", default: []].append(page)
            }
        }
        for group in groups.values {
            for page in group { page.allTranslations = group }
        }
    }
}
