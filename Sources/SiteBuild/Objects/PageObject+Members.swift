internal import SiteModel
internal import Text
internal import Values

extension PageObject {
    /// What the page is and where it stands.
    static func addIdentity(to table: inout MemberTable) {
        table.field("Page", of: PageObject.self) { .object($0) }
        table.field("Site", of: PageObject.self) { .object($0.context.site) }
        table.field("Sites", of: PageObject.self) { .object($0.context.sites) }
        table.field("Kind", of: PageObject.self) { .string($0.page.kind.rawValue) }
        table.field("Type", of: PageObject.self) { .string($0.page.type) }
        table.field("Layout", of: PageObject.self) { .string($0.page.layout) }
        table.field("Section", of: PageObject.self) { .string($0.page.section) }
        table.field("Path", of: PageObject.self) { .string($0.shownPath) }
        table.field("Name", of: PageObject.self) { .string($0.name) }
        table.field("ResourceType", of: PageObject.self) { .string($0.resourceType) }
        table.field("MediaType", of: PageObject.self) { _ in .object(MediaTypeObject(.octetStream)) }
        table.field("Slug", of: PageObject.self) { .string($0.page.slug) }
        table.field("Lang", of: PageObject.self) { .string($0.page.language.key) }
        table.field("Language", of: PageObject.self) { .object($0.context.language) }
        table.field("IsHome", of: PageObject.self) { .bool($0.page.isHome) }
        table.field("IsPage", of: PageObject.self) { .bool($0.page.kind == .page) }
        table.field("IsSection", of: PageObject.self) { .bool($0.page.kind == .section) }
        table.field("IsBranch", of: PageObject.self) { .bool($0.page.kind.isNode) }
        table.field("IsNode", of: PageObject.self) { .bool($0.page.kind.isNode) }
        table.field("String", of: PageObject.self) { .string($0.goString) }
        table.field("Draft", of: PageObject.self) { .bool($0.page.isDraft) }
        table.field("Weight", of: PageObject.self) { .int($0.page.weight) }
        table.field("BundleType", of: PageObject.self) { .string($0.page.bundleKind?.rawValue ?? "") }
        table.field("TranslationKey", of: PageObject.self) { page in
            .string(page.page.translationKey.isEmpty ? page.page.path : page.page.translationKey)
        }
        table.field("File", of: PageObject.self) { page in
            page.page.file.map { .object(FileObject($0, context: page.context)) } ?? .null
        }
        table.field("GitInfo", of: PageObject.self) { page in
            page.page.commits.isEmpty ? .null : .object(GitInfoObject(page.page.commits[...]))
        }
        table.field("CodeOwners", of: PageObject.self) { .list($0.page.codeOwners.map { .string($0) }) }
        table.field("Store", of: PageObject.self) { .object($0.store) }
        table.field("Scratch", of: PageObject.self) { .object($0.store) }
        table.method("Eq", of: PageObject.self, 1...1) { page, call in
            guard case .object(let other) = call.arguments[0] else { return false }
            return .bool((other as? PageObject)?.page === page.page)
        }
    }

    /// What the front matter says.
    static func addText(to table: inout MemberTable) {
        table.field("Title", of: PageObject.self) { .string($0.resource?.title ?? $0.page.title) }
        table.field("LinkTitle", of: PageObject.self) { .string($0.page.linkTitle) }
        table.field("Description", of: PageObject.self) { .string($0.page.description) }
        table.field("Params", of: PageObject.self) { .map($0.resource?.params ?? $0.page.params) }
        table.field("Keywords", of: PageObject.self) { .list($0.page.keywords.map { .string($0) }) }
        table.field("Aliases", of: PageObject.self) { .list($0.page.aliases.map { .string($0) }) }
        table.field("Date", of: PageObject.self) { .time($0.page.dates.date ?? .zero) }
        table.field("Lastmod", of: PageObject.self) { .time($0.page.dates.lastModified ?? .zero) }
        table.field("PublishDate", of: PageObject.self) { .time($0.page.dates.publishDate ?? .zero) }
        table.field("ExpiryDate", of: PageObject.self) { .time($0.page.dates.expiryDate ?? .zero) }
        table.field("Sitemap", of: PageObject.self) { .object(SitemapObject($0.page.sitemap)) }
        table.method("Param", of: PageObject.self, 1...1) { page, call in
            let key = try call.string(0, of: "Param")
            return page.page.params.value(atPath: key)
                ?? page.context.model.configuration.params.value(atPath: key) ?? .null
        }
    }

    /// The pages around it.
    static func addTree(to table: inout MemberTable) {
        table.field("Pages", of: PageObject.self) { .object($0.pages) }
        table.field("RegularPages", of: PageObject.self) { .object($0.regularPages) }
        table.field("RegularPagesRecursive", of: PageObject.self) { .object($0.regularPagesRecursive) }
        table.field("Sections", of: PageObject.self) { .object($0.sections) }
        table.field("Resources", of: PageObject.self) { .object($0.resources) }
        table.field("Parent", of: PageObject.self) { $0.context.value(of: $0.page.parent) }
        table.field("CurrentSection", of: PageObject.self) { $0.context.value(of: $0.page.currentSection) }
        table.field("FirstSection", of: PageObject.self) { $0.context.value(of: $0.page.firstSection) }
        table.field("Ancestors", of: PageObject.self) { .object($0.context.collection($0.page.ancestors)) }
        table.field("Next", of: PageObject.self) { $0.context.value(of: $0.page.next) }
        table.field("Prev", of: PageObject.self) { $0.context.value(of: $0.page.previous) }
        table.field("NextPage", of: PageObject.self) { $0.context.value(of: $0.page.next) }
        table.field("PrevPage", of: PageObject.self) { $0.context.value(of: $0.page.previous) }
        table.field("NextInSection", of: PageObject.self) { $0.context.value(of: $0.page.nextInSection) }
        table.field("PrevInSection", of: PageObject.self) { $0.context.value(of: $0.page.previousInSection) }
        table.field("Translations", of: PageObject.self) { .object($0.context.collection($0.page.translations)) }
        table.field("AllTranslations", of: PageObject.self) { .object($0.context.collection($0.page.allTranslations)) }
        table.field("IsTranslated", of: PageObject.self) { .bool($0.page.allTranslations.count > 1) }
        table.method("IsAncestor", of: PageObject.self, 1...1) { page, call in
            .bool(try otherPage(call).map { page.page.isAncestor(of: $0) } ?? false)
        }
        table.method("IsDescendant", of: PageObject.self, 1...1) { page, call in
            .bool(try otherPage(call).map { $0.isAncestor(of: page.page) } ?? false)
        }
        table.method("InSection", of: PageObject.self, 1...1) { page, call in
            .bool(try otherPage(call).map { page.page.currentSection === $0.currentSection } ?? false)
        }
        table.method("GetPage", of: PageObject.self, 1...1) { page, call in
            try page.context.lookup.page(call.string(0, of: "GetPage"), from: page.page)
        }
        table.method("GetTerms", of: PageObject.self, 1...1) { page, call in
            let name = try call.string(0, of: "GetTerms").lowercased()
            return .object(page.context.collection(page.page.terms[name] ?? []))
        }
        table.field("Data", of: PageObject.self) { .object(PageDataObject($0)) }
        table.method("IsMenuCurrent", of: PageObject.self, 2...2) { page, call in
            .bool(MenuEntryObject.isCurrent(page, entry: call.argument(1)))
        }
        table.method("HasMenuCurrent", of: PageObject.self, 2...2) { page, call in
            .bool(MenuEntryObject.hasCurrent(page, entry: call.argument(1)))
        }
        table.field("Menus", of: PageObject.self) { page in
            var menus = ValueMap()
            for entry in page.page.menuEntries {
                menus[entry.menu] = .object(MenuEntryObject(entry, context: page.context))
            }
            return .map(menus)
        }
    }

    private static func otherPage(_ call: Invocation) throws -> Page? {
        guard case .object(let object) = call.argument(0) ?? .null else { return nil }
        if let page = object as? PageObject { return page.page }
        // A shortcode stands for its page.
        if let member = object.members[Symbol("Page")],
            case .object(let inner) = try member.call(object, Invocation([], context: call.context))
        {
            return (inner as? PageObject)?.page
        }
        return nil
    }

    /// What is rendered of it.
    static func addContent(to table: inout MemberTable) {
        table.method("Content", of: PageObject.self, 0...1) { page, call in
            .safe(try page.content(for: call.context).html)
        }
        table.method("ContentWithoutSummary", of: PageObject.self, 0...0) { page, call in
            .html(try page.content(for: call.context).withoutSummary)
        }
        table.method("Summary", of: PageObject.self, 0...0) { page, call in
            .html(try page.content(for: call.context).summary)
        }
        table.method("Truncated", of: PageObject.self, 0...0) { page, call in
            .bool(try page.content(for: call.context).isTruncated)
        }
        table.method("TableOfContents", of: PageObject.self, 0...0) { page, call in
            .html(try page.tableOfContents(for: call.context))
        }
        table.method("Fragments", of: PageObject.self, 0...0) { page, call in
            .object(FragmentsObject(try page.fragments(for: call.context)))
        }
        table.field("HeadingsFiltered", of: PageObject.self) { page in
            .list(page.filteredHeadings.map { .object(HeadingObject($0)) })
        }
        table.method("Plain", of: PageObject.self, 0...0) { page, call in
            .string(try page.content(for: call.context).plain)
        }
        table.method("PlainWords", of: PageObject.self, 0...0) { page, call in
            .list(try page.content(for: call.context).plainWords.map { .string($0) })
        }
        table.method("WordCount", of: PageObject.self, 0...0) { page, call in
            .int(try page.content(for: call.context).wordCount)
        }
        table.method("FuzzyWordCount", of: PageObject.self, 0...0) { page, call in
            .int((try page.content(for: call.context).wordCount + 99) / 100 * 100)
        }
        table.method("ReadingTime", of: PageObject.self, 0...0) { page, call in
            .int(try page.content(for: call.context).readingTime)
        }
        table.method("Len", of: PageObject.self, 0...0) { page, call in
            .int(try page.content(for: call.context).html.text.utf8.count)
        }
        table.field("RawContent", of: PageObject.self) { .string(String(decoding: $0.page.body, as: UTF8.self)) }
        table.method("HasShortcode", of: PageObject.self, 1...1) { page, call in
            .bool(try page.contentState.hasShortcode(call.string(0, of: "HasShortcode"), page: page))
        }
        table.method("RenderString", of: PageObject.self, 1...2) { page, call in
            try page.renderString(call)
        }
        table.method("RenderShortcodes", of: PageObject.self, 0...0) { page, call in
            .html(try page.contentState.withShortcodes(page: page, caller: call.context))
        }
        table.method("Render", of: PageObject.self, 0...1) { page, call in
            try page.renderView(call.argument(0)?.stringValue ?? "", caller: call.context)
        }
    }

    /// Where it goes.
    static func addOutputs(to table: inout MemberTable) {
        table.method("RelPermalink", of: PageObject.self, 0...0) { page, call in
            .string(page.addressTarget(for: call.context)?.relPermalink ?? page.page.relPermalink)
        }
        table.method("Permalink", of: PageObject.self, 0...0) { page, call in
            .string(page.addressTarget(for: call.context)?.permalink ?? page.page.permalink)
        }
        table.field("OutputFormats", of: PageObject.self) { page in
            .object(OutputFormatCollection(page.page.targets.map { OutputFormatObject($0) }))
        }
        table.method("AlternativeOutputFormats", of: PageObject.self, 0...0) { page, call in
            let current = RenderEnvironment.of(call.context)?.target?.format.name
            return .object(
                OutputFormatCollection(
                    page.page.targets.filter { $0.format.name != current && !$0.format.notAlternative }
                        .map { OutputFormatObject($0) }))
        }
        for (name, isRelative) in [("Ref", false), ("RelRef", true)] {
            table.method(name, of: PageObject.self, 1...1) { page, call in
                .string(
                    try page.context.lookup.reference(
                        call.arguments[0], from: page, isRelative: isRelative, location: nil))
            }
        }
        table.method("Paginate", of: PageObject.self, 1...2) { page, call in
            try page.paginate(call.arguments[0], size: call.argument(1), caller: call.context)
        }
        table.method("Paginator", of: PageObject.self, 0...1) { page, call in
            try page.paginate(nil, size: call.argument(0), caller: call.context)
        }
    }

    /// The format whose address is the page's for who asks: the one that is rendered when it has addresses of its own
    /// (`permalinkable`), else the page's first; nil where all pages have one only.
    private func addressTarget(for caller: any EvaluationContext) -> PageTarget? {
        guard context.hasSeveralAddresses else { return nil }
        let format = RenderEnvironment.of(caller)?.target?.format
        let same = page.targets.first { $0.format.isPermalinkable && $0.format.name == format?.name }
        return same ?? page.targets.first
    }
}
