internal import GoTemplates
internal import HugoMarkdown
internal import SiteModel
internal import Synchronization
internal import Values

/// Which pages of a list are related to a page: `.Related`, by the indices of the site's `related` settings.
///
/// The rules are those of Hugo's inverted index: a page gets the weight of an index for each of its words that the other
/// has too, and counts when the mean of them, on a scale to 100, reaches the threshold divided by their number.
final class RelatedPages: Sendable {
    /// One index of the settings.
    struct Index: Sendable {
        let name: String
        let weight: Int
        let pattern: String
        let folds: Bool
        let cardinalityThreshold: Int
        /// Whether the names of a page's headings are words of the index too.
        let isOfFragments: Bool
        /// Whether the pages that are found show only the headings that were asked for.
        let filtersHeadings: Bool

        init(_ map: ValueMap, folds: Bool) {
            name = map["name"]?.stringValue?.lowercased() ?? ""
            weight = map["weight"]?.intValue ?? 0
            pattern = map["pattern"]?.stringValue ?? ""
            self.folds = folds || map["tolower"]?.boolValue == true
            cardinalityThreshold = map["cardinalitythreshold"]?.intValue ?? 0
            isOfFragments = map["type"]?.stringValue?.lowercased() == "fragments"
            filtersHeadings = isOfFragments && map["applyfilter"]?.boolValue == true
        }
    }

    private let indices: [Index]
    private let threshold: Int
    private let includesNewer: Bool
    private let pages: [PageObject]
    /// Of each index the pages of a word.
    private let carriers: [[String: [Int]]]

    /// Indexes `pages` by the settings of the site; `caller` asks for the headings of pages.
    init(_ pages: [PageObject], configuration: SiteConfiguration, caller: any EvaluationContext) throws {
        let settings = configuration.section("related")
        let folds = settings["tolower"]?.boolValue ?? false
        self.pages = pages
        threshold = settings["threshold"]?.intValue ?? (settings.isEmpty ? 80 : 0)
        includesNewer = settings["includenewer"]?.boolValue ?? false
        let configured = settings["indices"]?.listValue?.compactMap { $0.mapValue?.foldingCase() }
        let maps: [ValueMap] =
            configured ?? [
                ["name": "keywords", "weight": 100], ["name": "date", "weight": 10], ["name": "tags", "weight": 80],
            ]
        indices = maps.map { Index($0, folds: folds) }
        var carriers: [[String: [Int]]] = []
        for index in indices {
            var words: [String: [Int]] = [:]
            for (position, page) in pages.enumerated() {
                for word in try Self.words(of: page, index, caller) {
                    words[word, default: []].append(position)
                }
            }
            if index.cardinalityThreshold > 0 {
                words = words.filter { _, list in
                    (list.count * 100 + pages.count - 1) / max(1, pages.count) <= index.cardinalityThreshold
                }
            }
            carriers.append(words)
        }
        self.carriers = carriers
    }

    /// The words of a page in an index.
    private static func words(of page: PageObject, _ index: Index, _ caller: any EvaluationContext) throws -> [String] {
        let own = try words(page.relatedParam(index.name), index)
        return index.isOfFragments ? own + (try page.fragments(for: caller).identifiers) : own
    }

    /// The words of a value in an index.
    private static func words(_ value: Value, _ index: Index) throws(ValueError) -> [String] {
        func folded(_ text: String) -> String { index.folds ? text.lowercased() : text }
        switch value {
        case .null: return []
        case .string, .safe: return [folded(value.stringValue ?? "")]
        case .time(let time): return [folded(time.format(goLayout: index.pattern.isEmpty ? "2006" : index.pattern))]
        case .list(let list): return list.map { folded($0.stringValue ?? $0.goString) }
        default:
            throw ValueError(
                "indexing currently not supported for index \"\(index.name)\" and type \(value.goType)")
        }
    }

    /// The related pages, the closest first.
    ///
    /// - Parameters:
    ///   - page: what they are related to; nil when only `extra` says it.
    ///   - wanted: the names of the indices to use; empty for all.
    ///   - extra: further words by the name of their index.
    ///   - fragments: further names of headings.
    func of(
        _ page: PageObject?, indices wanted: [String] = [], extra: [(String, [Value])] = [], fragments: [String] = [],
        caller: any EvaluationContext
    ) throws -> [PageObject] {
        var matches: [Int: (weight: Int, count: Int)] = [:]
        var shown: Set<String> = []
        func search(_ position: Int, _ words: [String]) {
            if indices[position].filtersHeadings { shown.formUnion(words) }
            for word in words {
                for carrier in carriers[position][word] ?? [] {
                    let other = pages[carrier]
                    if other.page === page?.page { continue }
                    if let limit = page?.page.dates.publishDate, !includesNewer,
                        let date = other.page.dates.publishDate, limit < date
                    {
                        continue
                    }
                    let known = matches[carrier] ?? (0, 0)
                    matches[carrier] = (known.weight &+ indices[position].weight, known.count + 1)
                }
            }
        }
        for (position, index) in indices.enumerated() where wanted.isEmpty || wanted.contains(index.name) {
            if let page { search(position, try Self.words(of: page, index, caller)) }
            if index.isOfFragments { search(position, fragments) }
        }
        for (name, values) in extra {
            guard let position = indices.firstIndex(where: { $0.name == name }) else {
                throw ValueError("index \"\(name)\" not found")
            }
            search(position, try Self.words(.list(values), indices[position]))
        }
        let least = min(0, indices.map(\.weight).min() ?? 0)
        let most = max(0, indices.map(\.weight).max() ?? 0)
        guard most > least else { return [] }
        let found = matches.filter { _, match in
            let share = Double(match.weight / match.count - least) / Double(most - least) * 100
            return Int((share + 0.5).rounded(.down)) >= threshold / match.count
        }
        let ordered = found.sorted { left, right in
            if left.value.weight != right.value.weight { return left.value.weight > right.value.weight }
            let (one, other) = (pages[left.key].page, pages[right.key].page)
            let dates = (one.dates.publishDate ?? .zero, other.dates.publishDate ?? .zero)
            if dates.0 != dates.1 { return dates.1 < dates.0 }
            if one.title != other.title { return one.title.utf8.lexicographicallyPrecedes(other.title.utf8) }
            return left.key < right.key
        }.map { pages[$0.key] }
        guard indices.contains(where: \.filtersHeadings) else { return ordered }
        return try ordered.map { page in
            PageObject(page, filtering: try page.fragments(for: caller).headings(where: { shown.contains($0.id) }))
        }
    }
}

extension PageObject {
    /// A parameter of the page, else of the site.
    fileprivate func relatedParam(_ name: String) -> Value {
        if name == "keywords", !page.keywords.isEmpty { return .list(page.keywords.map { .string($0) }) }
        if ["date", "lastmod", "publishdate", "expirydate"].contains(name) {
            let dates = page.dates
            let date: ZonedTime?
            switch name {
            case "date": date = dates.date
            case "lastmod": date = dates.lastModified
            case "publishdate": date = dates.publishDate
            default: date = dates.expiryDate
            }
            return .time(date ?? .zero)
        }
        let own = param(name)
        return own.isNull ? context.model.configuration.params.value(atPath: name) ?? .null : own
    }
}
