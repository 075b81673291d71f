internal import SiteModel
internal import Values

/// Pages that share keywords, tags or the month with one: `.Pages.Related`, with Hugo's default indices.
enum RelatedPages {
    /// The pages of `candidates` that are related to `page`, the closest first.
    static func of(_ page: PageObject, among candidates: [PageObject]) -> [PageObject] {
        let own = keywords(of: page)
        let month = page.page.dates.date.map { ($0.components.year, $0.components.month) }
        var scored: [(page: PageObject, score: Int)] = []
        for candidate in candidates where candidate !== page {
            let shared = keywords(of: candidate).intersection(own)
            var score = shared.reduce(0) { $0 + ($1.hasPrefix("keywords:") ? 100 : 80) }
            // The month alone is too little to be related by, as Hugo's threshold of 80 has it.
            if score > 0, let month, let other = candidate.page.dates.date?.components,
                (other.year, other.month) == month
            {
                score += 10
            }
            if score >= 80 { scored.append((candidate, score)) }
        }
        return scored.sortedStably { $0.score > $1.score }.map(\.page)
    }

    private static func keywords(of page: PageObject) -> Set<String> {
        var words = Set(page.page.keywords.map { "keywords:" + $0.lowercased() })
        for tag in page.param("tags").listValue ?? [] {
            if let text = tag.stringValue { words.insert("tags:" + text.lowercased()) }
        }
        return words
    }
}
