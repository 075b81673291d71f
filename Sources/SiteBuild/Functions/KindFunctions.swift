internal import GoTemplates
internal import Pictures
internal import SiteModel
internal import Values

/// The functions that ask what a value is, and two that put pages and style sheets together.
enum KindFunctions {
    /// Adds them.
    static func add(to table: inout FunctionTable) {
        table.register("reflect.IsPage", 1...1) { .bool(object($0) is PageObject) }
        table.register("reflect.IsSite", 1...1) { .bool(object($0) is SiteObject) }
        table.register("reflect.IsResource", 1...1) { .bool(object($0) is ResourceObject || object($0) is PageObject) }
        table.register("reflect.IsImageResource", 1...1) { .bool(imageType($0) != nil) }
        for name in ["reflect.IsImageResourceProcessable", "reflect.IsImageResourceWithMeta"] {
            table.register(name, 1...1) { call in
                .bool(imageType(call).flatMap(PictureFormat.init(fileExtension:)) != nil)
            }
        }
        // The pages of the first list, and those of the second that no page of it is a translation of.
        table.register("lang.Merge", 2...2) { call in
            guard let wanted = pages(call.arguments[0]), let more = pages(call.arguments[1]) else {
                let given = call.arguments.first { pages($0) == nil } ?? .null
                throw ValueError("language merge not supported for type \(given.goType)")
            }
            // Piped, the pages of this language come last.
            let known = Set(more.map(key))
            return .object(PageCollection(more + wanted.filter { !known.contains(key($0)) }))
        }
        for (name, kind) in [("css.Quoted", StyleText.Kind.quoted), ("css.Unquoted", .unquoted)] {
            table.register(name, 1...1) { call in
                .object(StyleText(call.arguments[0].isNull ? "" : call.arguments[0].goString, kind))
            }
        }
    }

    private static func object(_ call: Invocation) -> (any ValueObject)? {
        if case .object(let object) = call.arguments[0] { return object }
        return nil
    }

    /// `png` of a resource that is an image.
    private static func imageType(_ call: Invocation) -> String? {
        guard let resource = object(call) as? ResourceObject, resource.mediaType.mainType == "image" else { return nil }
        return resource.mediaType.subType
    }

    private static func pages(_ value: Value) -> [PageObject]? {
        guard let list = value.listValue else { return nil }
        if case .object(let collection) = PageCollection.value(of: list) {
            return (collection as? PageCollection)?.pages
        }
        return list.isEmpty ? [] : nil
    }

    private static func key(_ page: PageObject) -> String {
        page.page.translationKey.isEmpty ? page.page.path : page.page.translationKey
    }
}

/// A text that says how it is to stand in a style sheet, for the variables of `css.Sass`.
final class StyleText: ValueObject {
    /// How it stands there.
    enum Kind: Sendable { case quoted, unquoted }

    let text: String
    let kind: Kind

    init(_ text: String, _ kind: Kind) {
        self.text = text
        self.kind = kind
    }

    private static let table = MemberTable()

    var members: MemberTable { Self.table }
    var goType: String { kind == .quoted ? "css.QuotedString" : "css.UnquotedString" }
    var goString: String { text }
    var isTruthy: Bool { !text.isEmpty }
}
