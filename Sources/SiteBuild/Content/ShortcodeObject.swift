internal import GoTemplates
internal import HugoMarkdown
internal import SiteModel
internal import Text
internal import Values

/// A shortcode as its template sees it: the dot.
final class ShortcodeObject: ValueObject {
    private let shortcode: Shortcode
    private let page: PageObject
    private let source: SourceFile
    private let parent: ShortcodeObject?
    private let inner: String
    private let store: Scratch

    init(
        _ shortcode: Shortcode, page: PageObject, source: SourceFile, parent: ShortcodeObject?, inner: String,
        store: Scratch = Scratch()
    ) {
        self.shortcode = shortcode
        self.page = page
        self.source = source
        self.parent = parent
        self.inner = inner
        self.store = store
    }

    /// The same shortcode, once what it encloses is rendered; what the enclosed ones put into its store stays.
    func with(inner: String) -> ShortcodeObject {
        ShortcodeObject(shortcode, page: page, source: source, parent: parent, inner: inner, store: store)
    }

    var members: MemberTable { Self.table }
    var goType: String { "*hugolib.ShortcodeWithPage" }

    private var params: Value {
        switch shortcode.arguments {
        case .none: return .list([])
        case .positional(let list): return .list(list)
        case .named(let map): return .map(map)
        }
    }

    /// `path/file.md:line:column` as Hugo prints a position.
    private var position: String {
        let place = source.position(of: shortcode.openingTag.lowerBound)
        return "\"\(source.path):\(place.line):\(place.column)\""
    }

    /// `.Get`: what is missing among arguments of the asked kind is an empty text, of the other kind nothing, which is
    /// how themes tell the two forms apart.
    private func argument(_ key: Value) throws -> Value {
        switch (shortcode.arguments, key) {
        case (.named(let map), .string(let name)): return map[name] ?? ""
        case (.positional(let list), _):
            guard let index = key.intValue else { return .null }
            guard index >= 0 else {
                throw ValueError(
                    "cannot get positional parameter \(index) of shortcode \"\(shortcode.name)\": it is negative")
            }
            return index < list.count ? list[index] : ""
        case (.none, _), (.named, _): return .null
        }
    }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Name", of: ShortcodeObject.self) { .string($0.shortcode.name) }
        table.field("Inner", of: ShortcodeObject.self) { .html($0.inner) }
        table.field("InnerDeindent", of: ShortcodeObject.self) { .html(deindented($0.inner, of: $0)) }
        table.field("Params", of: ShortcodeObject.self) { $0.params }
        table.field("Ordinal", of: ShortcodeObject.self) { .int($0.shortcode.ordinal) }
        table.field("Parent", of: ShortcodeObject.self) { $0.parent.map { .object($0) } ?? .null }
        table.field("Page", of: ShortcodeObject.self) { .object($0.page) }
        table.field("Site", of: ShortcodeObject.self) { .object($0.page.context.site) }
        table.field("Position", of: ShortcodeObject.self) { .string($0.position) }
        table.field("IsNamedParams", of: ShortcodeObject.self) { shortcode in
            if case .named = shortcode.shortcode.arguments { return true }
            return false
        }
        table.field("Scratch", of: ShortcodeObject.self) { .object($0.store) }
        table.field("Store", of: ShortcodeObject.self) { .object($0.store) }
        table.method("Get", of: ShortcodeObject.self, 1...1) { try $0.argument($1.arguments[0]) }
        for (name, isRelative) in [("Ref", false), ("RelRef", true)] {
            table.method(name, of: ShortcodeObject.self, 1...1) { shortcode, call in
                let page = shortcode.page
                return .string(
                    try page.context.lookup.reference(
                        call.arguments[0], from: page, isRelative: isRelative,
                        location: SourceRange(shortcode.source, shortcode.shortcode.openingTag)))
            }
        }
        return table
    }()

    /// What the shortcode encloses without the white space that its opening tag is indented by.
    private static func deindented(_ text: String, of shortcode: ShortcodeObject) -> String {
        let bytes = shortcode.source.bytes
        let indentation = shortcode.shortcode.indentation.clamped(to: 0..<bytes.count)
        guard !indentation.isEmpty else { return text }
        let prefix = String(decoding: bytes[indentation], as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : String($0) }
            .joined(separator: "\n")
    }
}
