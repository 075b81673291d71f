internal import GoTemplates
internal import SiteModel
internal import Synchronization
internal import Text
internal import Values

/// The dot of a content adapter: takes the pages and files that it adds.
final class ContentAdapterObject: ValueObject {
    /// What was added so far.
    struct Added: Sendable {
        var pages: [GeneratedPage] = []
        var resources: [(language: String, resource: GeneratedResource)] = []
        var enablesAllLanguages = false
    }

    private let adapter: ContentAdapter
    private let store: Scratch
    private unowned let context: SiteContext
    private let state = Mutex(Added())

    init(_ adapter: ContentAdapter, context: SiteContext, store: Scratch) {
        self.adapter = adapter
        self.context = context
        self.store = store
    }

    var members: MemberTable { Self.table }
    var goType: String { "*pagesfromdata.pagesFromDataTemplateContext" }

    /// What was added.
    var added: Added { state.withLock { $0 } }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.method("AddPage", of: ContentAdapterObject.self, 1...1) { try $0.addPage($1.arguments[0]) }
        table.method("AddResource", of: ContentAdapterObject.self, 1...1) { try $0.addResource($1.arguments[0]) }
        table.field("Site", of: ContentAdapterObject.self) { .object($0.context.site) }
        table.field("Store", of: ContentAdapterObject.self) { .object($0.store) }
        for name in ["EnableAllLanguages", "EnableAllDimensions"] {
            table.field(name, of: ContentAdapterObject.self) { adapter in
                adapter.state.withLock { $0.enablesAllLanguages = true }
                return .string("")
            }
        }
        return table
    }()

    /// The keys of a page that an adapter may set besides `params`; others are left out, as in Hugo.
    private static let keys: Set<String> = [
        "aliases", "build", "cascade", "description", "draft", "iscjklanguage", "keywords", "layout", "linktitle",
        "markup", "menu", "menus", "outputs", "sitemap", "slug", "summary", "title", "translationkey", "type", "url",
        "weight",
    ]

    private func addPage(_ argument: Value) throws(ValueError) -> Value {
        let map = try Self.map(argument)
        let path = try path(in: map, ofPage: true)
        var values = ValueMap(foldsCase: true)
        for (key, value) in map where Self.keys.contains(key) { values[key] = value }
        if let params = map["params"], !params.isNull {
            guard let params = params.mapValue else {
                throw ValueError("failed to decode page map: 'params' expected a map, got '\(params.goType)'")
            }
            values["params"] = .map(params)
        }
        for (key, value) in try Self.inner("dates", of: map) {
            guard ["date", "lastmod", "publishdate", "expirydate"].contains(key) else { continue }
            guard case .time = value else {
                throw ValueError("failed to decode page map: 'dates.\(key)' expected a time, got '\(value.goType)'")
            }
            values[key] = value
        }
        let kind: PageKind
        switch map["kind"]?.stringValue?.lowercased() ?? "page" {
        case "", "page": kind = .page
        case "section": kind = .section
        case let other: throw ValueError("an adapter adds pages of kind page or section, not \(other.goQuoted)")
        }
        var text = ""
        if let content = try content(of: map) {
            text = String(decoding: content.bytes, as: UTF8.self)
            if values["markup"] == nil, let type = content.type { values["markup"] = .string(try markup(of: type)) }
        }
        var page = GeneratedPage(
            path: path, kind: kind, language: context.model.language.key, frontMatter: values, content: text)
        page.adapter = adapter
        state.withLock { $0.pages.append(page) }
        return .string("")
    }

    private func addResource(_ argument: Value) throws(ValueError) -> Value {
        let map = try Self.map(argument)
        let path = try path(in: map, ofPage: false)
        let content = try content(of: map)
        var resource = GeneratedResource(
            path: LogicalPath.normalized(path),
            content: content?.file.map { .file($0) } ?? .bytes(content?.bytes ?? []))
        resource.name = map["name"]?.stringValue
        resource.title = map["title"]?.stringValue
        resource.params = try Self.inner("params", of: map)
        resource.outputPath = content?.outputPath
        if let type = content?.type { resource.mediaType = try mediaType(type) }
        let language = context.model.language.key
        state.withLock { $0.resources.append((language, resource)) }
        return .string("")
    }

    // MARK: Reading what is given

    private static func map(_ value: Value) throws(ValueError) -> ValueMap {
        guard let map = value.mapValue else {
            throw ValueError(
                "unable to cast \(goSprintf("%#v", [value])) of type \(value.goType) to map[string]interface {}")
        }
        return map.foldingCase()
    }

    private static func inner(_ key: String, of map: ValueMap) throws(ValueError) -> ValueMap {
        guard let value = map[key], !value.isNull else { return ValueMap(foldsCase: true) }
        guard let inner = value.mapValue else {
            throw ValueError("failed to decode page map: '\(key)' expected a map, got '\(value.goType)'")
        }
        return inner
    }

    /// The path below the content folder; it cannot lead out of it.
    private func path(in map: ValueMap, ofPage isPage: Bool) throws(ValueError) -> String {
        let path = map["path"]?.stringValue ?? ""
        guard !path.isEmpty else {
            throw ValueError(isPage ? "empty path is reserved for the home page" : "a resource needs a path")
        }
        return LogicalPath.cleanedPath(adapter.folder + "/" + path)
    }

    private struct Content {
        var bytes: [UInt8] = []
        var file: String?
        var type: String?
        var outputPath: String?
    }

    /// `content`: a map with `value`, text or a resource, and `mediaType`.
    private func content(of map: ValueMap) throws(ValueError) -> Content? {
        let inner = try Self.inner("content", of: map)
        guard let value = inner["value"], !value.isNull else { return nil }
        var content = Content()
        content.type = inner["mediatype"]?.stringValue
        if let type = content.type { _ = try mediaType(type) }
        if let text = value.stringValue {
            content.bytes = Array(text.utf8)
        } else if case .object(let object) = value, let resource = object as? ResourceObject {
            do {
                content.bytes = try resource.bytes()
            } catch {
                throw (error as? ValueError) ?? ValueError("\(error)")
            }
            content.outputPath = resource.targetPath
            content.type = content.type ?? resource.mediaType.type
        } else {
            throw ValueError(
                "failed to decode page map: 'content.value' expected text or a resource, got '\(value.goType)'")
        }
        return content
    }

    private func mediaType(_ type: String) throws(ValueError) -> MediaType {
        guard let found = context.model.configuration.mediaTypes.first(where: { $0.type == type.lowercased() }) else {
            throw ValueError("failed to resolve media type for \(type.goQuoted)")
        }
        return found
    }

    /// The notation of content of a media type.
    private func markup(of type: String) throws(ValueError) -> String {
        switch type.lowercased() {
        case "text/html":
            if !context.model.configuration.allowsContent(ofType: "text/html") {
                throw ValueError(
                    "access denied: \"text/html\" is not whitelisted in policy \"security.allowContent\"")
            }
            return "html"
        case "text/asciidoc": return "asciidocext"
        case "text/org": return "org"
        case "text/rst": return "rst"
        case "text/pandoc": return "pandoc"
        default: return "markdown"
        }
    }
}
