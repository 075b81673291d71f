internal import GoTemplates
internal import HugoMarkdown
internal import SiteModel
internal import Synchronization
internal import Values

/// A page as templates see it: the page of the model with what is rendered of it.
final class PageObject: BundleResource {
    let page: Page
    /// What it is to the page whose bundle holds it; nil for a page of its own.
    let resource: PageResource?
    /// The site the page belongs to.
    ///
    /// Unowned: the context owns its pages and outlives every template that runs.
    unowned let context: SiteContext
    /// What templates keep on the page (`.Store`, `.Scratch`).
    let store: Scratch
    private let cachedPages = Lazy<PageCollection>()
    private let cachedRegularPages = Lazy<PageCollection>()
    private let cachedRegularPagesRecursive = Lazy<PageCollection>()
    private let cachedSections = Lazy<PageCollection>()
    private let cachedResources = Lazy<ResourceCollection>()
    /// The content in the first format, and in every other one where templates do not tell formats apart.
    let contentState: PageContentState
    /// The headings that a search for related pages was about: `.HeadingsFiltered`.
    let filteredHeadings: [Fragments.Heading]
    private let otherContentStates = Mutex<[String: PageContentState]>([:])
    /// How its list is cut, in each format whose template asked for it.
    let pagination = Mutex<[String: PaginationState]>([:])

    init(_ page: Page, resource: PageResource? = nil, context: SiteContext) {
        self.page = page
        self.resource = resource
        self.context = context
        store = Scratch()
        contentState = PageContentState()
        filteredHeadings = []
    }

    /// The same page as `other`, found for some of its headings.
    init(_ other: PageObject, filtering headings: [Fragments.Heading]) {
        page = other.page
        resource = other.resource
        context = other.context
        store = other.store
        contentState = other.contentState
        filteredHeadings = headings
    }

    func isEqual(to other: any ValueObject) -> Bool { (other as? PageObject)?.page === page }

    var members: MemberTable { Self.table }
    var goType: String { "*hugolib.pageState" }
    var goString: String {
        guard let file = page.file else { return page.path }
        // Several pages of a content adapter come from one file.
        return context.wholePath(of: file.filename) + (file.isAdapter ? ":" + page.path : "")
    }
    var name: String { resource?.name ?? page.title }
    /// What `.Path` is: that of a page inside a bundle names its file.
    var shownPath: String {
        guard resource != nil, let file = page.file, !file.isAdapter else { return page.path }
        return page.path + "." + file.fileExtension.lowercased()
    }
    var originalName: String { resource?.path ?? name }
    var resourceType: String { "page" }

    func list(of elements: [Value]) -> Value { PageCollection.value(of: elements) }

    /// A parameter by a dotted path without regard to case, from the page alone.
    func param(_ path: String) -> Value {
        page.params.value(atPath: path) ?? .null
    }

    /// The pages below it; of a sitemap and its like those of the whole site.
    var pages: PageCollection {
        if page.kind.isStandalone { return context.pages }
        return cachedPages.get {
            PageCollection(context.collection(page.pages).pages, isOfTerm: page.kind == .term)
        }
    }
    /// The regular pages below it.
    var regularPages: PageCollection { cachedRegularPages.get { context.collection(page.regularPages) } }
    /// The regular pages at any depth below it.
    var regularPagesRecursive: PageCollection {
        cachedRegularPagesRecursive.get { context.collection(page.regularPagesRecursive) }
    }
    /// The sections directly below it.
    var sections: PageCollection { cachedSections.get { context.collection(page.sections) } }
    /// The files of its bundle.
    var resources: ResourceCollection {
        cachedResources.get {
            ResourceCollection(
                page.resources.compactMap { resource -> (any BundleResource)? in
                    guard let page = resource.page else {
                        return ResourceObject(resource, of: self.page, context: context)
                    }
                    return context.object(page)
                })
        }
    }

    /// What the page renders to, made when it is first asked for.
    func content(for caller: any EvaluationContext) throws -> PageContent {
        let environment = RenderEnvironment.of(caller)
        let content = try contentState(in: environment?.target?.format.name).get(page: self, caller: caller)
        if content.isLive { environment?.noteLiveData(ofOtherPage: environment?.page !== self) }
        return content
    }

    /// The table of contents, or what stands for it inside of a shortcode of this page.
    func tableOfContents(for caller: any EvaluationContext) throws -> String {
        try contentState(in: RenderEnvironment.of(caller)?.target?.format.name)
            .tableOfContents(page: self, caller: caller)
    }

    /// The headings.
    func fragments(for caller: any EvaluationContext) throws -> Fragments {
        try contentState(in: RenderEnvironment.of(caller)?.target?.format.name).fragments(page: self, caller: caller)
    }

    private func contentState(in format: String?) -> PageContentState {
        guard let format, context.build.templates.tellsFormatsApart, format != page.targets.first?.format.name
        else { return contentState }
        return otherContentStates.withLock { states in
            if let known = states[format] { return known }
            let fresh = PageContentState()
            states[format] = fresh
            return fresh
        }
    }

    /// The fields that Hugo writes of a page as JSON.
    var dataValue: Value? {
        let fields = [
            "Date", "Lastmod", "PublishDate", "ExpiryDate", "BundleType", "Description", "Draft", "IsHome", "Keywords",
            "Kind", "Layout", "LinkTitle", "IsBranch", "IsPage", "Path", "Slug", "IsSection", "Section", "Sitemap",
            "Type", "Weight", "ResourceType", "MediaType", "Permalink", "RelPermalink", "Name", "Title", "Params",
        ]
        var map = ValueMap()
        let call = Invocation([], context: EmptyContext())
        for name in fields { map[name] = try? members[Symbol(name)]?.call(self, call) }
        if page.keywords.isEmpty { map["Keywords"] = .null }
        return .map(map)
    }

    private static let table: MemberTable = {
        var table = MemberTable()
        addIdentity(to: &table)
        addText(to: &table)
        addTree(to: &table)
        addContent(to: &table)
        addOutputs(to: &table)
        return table
    }()
}

extension ValueMap {
    /// The value at a dotted path; a key with dots in it wins over the path.
    func value(atPath path: String) -> Value? {
        if let value = self[path] { return value }
        guard path.utf8.contains(0x2E) else { return nil }
        var current: Value = .map(self)
        for part in path.split(separator: ".") {
            guard case .map(let map) = current, let next = map[String(part)] else { return nil }
            current = next
        }
        return current
    }
}
