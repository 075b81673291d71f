internal import Values

/// What `GetPage` gives where there is no such page: Hugo's `page.NilPage`.
///
/// `if` and `with` take it for false, but its methods can be called: texts and lists are empty, no page lies above or below
/// it. Found by asking Hugo 0.168 for each method.
final class NilPage: ValueObject {
    /// The only one.
    static let value = Value.object(NilPage())

    private init() {}

    var members: MemberTable { Self.table }
    var goType: String { "*page.nopPage" }
    var goString: String { "nopPage" }
    var isTruthy: Bool { false }
    var dataValue: Value? { .null }

    private static let table: MemberTable = {
        var table = MemberTable()
        func add(_ names: String, _ value: Value, arity: ClosedRange<Int> = 0...0) {
            for name in names.split(separator: " ") {
                table.method(String(name), of: NilPage.self, arity) { _, _ in value }
            }
        }
        add(
            """
            BundleType Description Kind Lang Layout LinkTitle Name Path Permalink Plain RawContent RelPermalink ResourceType \
            Section Slug Title TranslationKey Type
            """, .string(""))
        add("Content ContentWithoutSummary Summary TableOfContents", .html(""))
        add("Render RenderString", .html(""), arity: 1...2)
        add("Draft IsHome IsNode IsPage IsSection IsTranslated Truncated", false)
        add("Eq HasShortcode InSection IsAncestor IsDescendant", false, arity: 1...1)
        add("HasMenuCurrent IsMenuCurrent", false, arity: 2...2)
        add("FuzzyWordCount Len ReadingTime Weight WordCount", .int(0))
        add("Date ExpiryDate Lastmod PublishDate", .time(.zero))
        add("Aliases AlternativeOutputFormats CodeOwners HeadingsFiltered Keywords PlainWords", .list([]))
        add(
            "AllTranslations Ancestors Pages RegularPages RegularPagesRecursive Sections Translations",
            .object(PageCollection([])))
        add("GetTerms", .object(PageCollection([])), arity: 1...1)
        add("OutputFormats", .object(OutputFormatCollection([])))
        add("Resources", .object(ResourceCollection([])))
        add("Params Menus", .map(ValueMap()))
        add(
            """
            CurrentSection Data File FirstSection Fragments GitInfo Language Next NextInSection NextPage Paginator Parent Prev \
            PrevInSection PrevPage Scratch Site Sites Store
            """, .null)
        add("GetPage Param", .null, arity: 1...1)
        add("Ref RelRef", .string(""), arity: 1...1)
        table.field("Page", of: NilPage.self) { .object($0) }
        return table
    }()
}
