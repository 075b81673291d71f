internal import GoTemplates
internal import SiteModel
internal import Text
internal import Values

/// Where the content of a page stands: `.File`.
final class FileObject: ValueObject {
    private let file: ContentFile
    private let context: SiteContext

    init(_ file: ContentFile, context: SiteContext) {
        self.file = file
        self.context = context
    }

    private var filename: String { context.wholePath(of: file.filename) }

    var members: MemberTable { Self.table }
    var goType: String { "*source.File" }
    var goString: String { file.baseFileName }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Path", of: FileObject.self) { .string($0.file.path) }
        table.field("Dir", of: FileObject.self) { .string($0.file.directory.isEmpty ? "/" : $0.file.directory) }
        table.field("LogicalName", of: FileObject.self) { .string($0.file.logicalName) }
        table.field("BaseFileName", of: FileObject.self) { .string($0.file.baseFileName) }
        table.field("TranslationBaseName", of: FileObject.self) { .string($0.file.translationBaseName) }
        table.field("ContentBaseName", of: FileObject.self) { .string($0.file.contentBaseName) }
        table.field("Ext", of: FileObject.self) { .string($0.file.fileExtension) }
        table.field("Section", of: FileObject.self) { .string($0.file.section) }
        table.field("Lang", of: FileObject.self) { .string($0.file.language) }
        table.field("Filename", of: FileObject.self) { .string($0.filename) }
        table.field("UniqueID", of: FileObject.self) {
            .string(Hexadecimal.text(HashFunction.md5.digest(Array($0.file.path.utf8))))
        }
        table.field("FileInfo", of: FileObject.self) { file in
            // What Hugo's own type has of use: where the file lies, and the folder of the component that it is of.
            let name = file.filename
            let inside = file.file.path
            let base = name.hasSuffix("/" + inside) ? String(name.dropLast(inside.count + 1)) : ""
            return .object(
                RecordObject(
                    "hugofs.FileMetaInfo",
                    [
                        "Name": .string(file.file.logicalName),
                        "Meta": .map(["BaseDir": .string(base), "Filename": .string(name), "Path": .string(inside)]),
                    ]))
        }
        table.field("IsContentAdapter", of: FileObject.self) { .bool($0.file.isAdapter) }
        return table
    }()
}

/// What the sitemap says about a page: `.Sitemap`.
final class SitemapObject: ValueObject {
    private let configuration: SitemapConfiguration

    init(_ configuration: SitemapConfiguration) { self.configuration = configuration }

    var members: MemberTable { Self.table }
    var goType: String { "config.SitemapConfig" }
    var dataValue: Value? {
        [
            "ChangeFreq": .string(configuration.changeFrequency), "Priority": .float(configuration.priority),
            "Filename": .string(configuration.filename), "Disable": .bool(configuration.isDisabled),
        ]
    }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("ChangeFreq", of: SitemapObject.self) { .string($0.configuration.changeFrequency) }
        table.field("Priority", of: SitemapObject.self) { .float($0.configuration.priority) }
        table.field("Filename", of: SitemapObject.self) { .string($0.configuration.filename) }
        table.field("Disable", of: SitemapObject.self) { .bool($0.configuration.isDisabled) }
        return table
    }()
}

/// What a list page carries besides its pages: `.Data`.
final class PageDataObject: ValueObject {
    private let page: PageObject

    init(_ page: PageObject) { self.page = page }

    var members: MemberTable { Self.table }
    var goType: String { "page.Data" }

    /// A map to Go, empty for a regular page.
    var keys: [String]? {
        guard page.page.kind != .page else { return [] }
        guard page.page.taxonomy != nil else { return ["pages"] }
        return ["Plural", "Singular", page.page.term == nil ? "Terms" : "Term", "pages"]
    }

    func value(forKey key: String) -> Value? {
        if key == "pages", page.page.kind != .page { return .object(page.pages) }
        guard let taxonomy = page.page.taxonomy else { return nil }
        switch key {
        case "Singular": return .string(taxonomy.singular)
        case "Plural": return .string(taxonomy.plural)
        case "Term": return page.page.term.map { .string($0.name) }
        case "Terms": return page.page.term == nil ? .object(TaxonomyObject(taxonomy, context: page.context)) : nil
        default: return nil
        }
    }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Pages", of: PageDataObject.self) { .object($0.page.pages) }
        return table
    }()
}
