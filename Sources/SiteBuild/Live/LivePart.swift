package import SiteModel
package import Values

/// What it takes to build the live pages of a site without the others.
package struct LivePart: Sendable {
    /// The files of content that the live pages need: their own, and those of the pages that their templates ask for.
    package let content: ContentPart
    /// The outputs that are made, each by the path of its first page.
    package let outputs: Set<String>
    /// Those of `outputs` that show nothing live but what the stamp of their page covers.
    let settled: Set<String>
    /// The pages of the store, by logical path, whose stamps are those of the last publish: their files, and those of their
    /// outputs that are settled, are not made again.
    package var unchanged: Set<String> = []
    /// The sections that hold the most pages, by language: a part of the site cannot tell.
    let mainSections: [String: [String]]

    init(content: ContentPart, outputs: Set<String>, settled: Set<String>, mainSections: [String: [String]]) {
        self.content = content
        self.outputs = outputs
        self.settled = settled
        self.mainSections = mainSections
    }

    /// Those of `outputs` that have to be made, of the pages that were loaded.
    func open(_ pages: some Sequence<Page>) -> Set<String> {
        var open = outputs
        for page in pages where unchanged.contains(page.path) {
            for target in page.targets where settled.contains(target.outputPath) { open.remove(target.outputPath) }
        }
        return open
    }

    /// The part as JSON.
    package var value: Value {
        .map(
            ValueMap([
                ("content", content.value),
                ("outputs", .list(outputs.sorted().map { .string($0) })),
                ("settled", .list(settled.sorted().map { .string($0) })),
                (
                    "mainSections",
                    .map(
                        ValueMap(
                            mainSections.sorted { $0.key < $1.key }.map { entry in
                                (entry.key, .list(entry.value.map { .string($0) }))
                            }))
                ),
            ]))
    }

    /// Reads what `value` gave; nil for anything else.
    package init?(_ value: Value?) {
        guard let map = value?.mapValue, let content = ContentPart(map["content"]),
            let outputs = map["outputs"]?.listValue, let settled = map["settled"]?.listValue,
            let sections = map["mainSections"]?.mapValue
        else { return nil }
        self.content = content
        self.outputs = Set(outputs.compactMap(\.stringValue))
        self.settled = Set(settled.compactMap(\.stringValue))
        var mainSections: [String: [String]] = [:]
        for (key, list) in sections { mainSections[key] = (list.listValue ?? []).compactMap(\.stringValue) }
        self.mainSections = mainSections
    }
}

/// What a whole build found out about its live pages.
package struct LiveTrace: Sendable {
    /// What builds them alone; nil when nothing is live, or when a part of the site does not give the same pages.
    package let part: LivePart?
    /// Why there is no part, in words.
    package let obstacle: String?
    /// The digest of every file of content, to tell whether anything has changed since.
    package let whole: ContentPart
}
