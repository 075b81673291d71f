internal import DataFormats
internal import Text
internal import Values

/// What is known of one page before it is connected with others: its place, its file and its values.
final class PageMaterial {
    /// The logical path.
    let path: String
    /// Whether it lists others: a home page, section, taxonomy or term.
    let isNode: Bool
    /// How it holds resources.
    let bundle: BundleKind?
    /// The file, when there is one.
    let found: ContentWalk.Found?
    /// The bytes.
    let source: SourceFile
    /// The front matter.
    let frontMatter: FrontMatter
    /// The name of its folder as it is on disk, for the title of a section without a file.
    let folderName: String
    /// The path with the case of the disk.
    var writtenPath: String
    /// Files of its bundle, of all languages.
    var resources: [ContentWalk.Found] = []
    /// The paths on disk of those of which each language has a copy of its own.
    var ownCopies: Set<String> = []
    /// Whether the program made it, such as the page of a key.
    var isGenerated = false
    /// Files that were generated with the page.
    var generatedResources: [GeneratedResource] = []

    /// The content adapter that made it.
    let adapter: ContentAdapter?
    /// The keys that an adapter set beside `params`: they are no parameters of the page.
    let adaptedKeys: Set<String>

    /// The keys at the top of the front matter in lower case, without `params`; the cascade is laid under them.
    var top: ValueMap
    /// The keys of `params`; the cascade is laid under them.
    var inner: ValueMap
    /// What it hands down, its own first, then what it inherits.
    var cascades: [Cascade] = []
    /// The list page above.
    var parent: PageMaterial?
    /// The page that is made of it.
    var page: Page?
    /// Where its address stands, without language: `/docs/intro`.
    var targetPath = ""

    /// - Parameter generated: values of a page that no file holds; the file's own win.
    init(
        path: String, isNode: Bool, bundle: BundleKind?, found: ContentWalk.Found?, source: SourceFile,
        frontMatter: FrontMatter, folderName: String, generated: ValueMap = ValueMap(), adapter: ContentAdapter? = nil
    ) {
        self.path = path
        self.isNode = isNode
        self.bundle = bundle
        self.found = found
        writtenPath = found?.writtenPath ?? path
        self.source = source
        self.frontMatter = frontMatter
        self.folderName = folderName
        self.adapter = adapter
        var values = frontMatter.values.foldingCase()
        if !generated.isEmpty { values.supplement(generated.foldingCase(), deep: true) }
        inner = values["params"]?.mapValue ?? ValueMap(foldsCase: true)
        if values["params"]?.mapValue != nil { values["params"] = nil }
        top = values
        adaptedKeys = adapter == nil ? [] : Set(values.keys)
    }

    /// Whether the name of its file has the key of a language.
    var namesLanguage: Bool { found.map { splitName(lastName($0.path)).stem != $0.stem } ?? false }

    /// A page without a file.
    convenience init(
        path: String, isNode: Bool, folderName: String, generated: ValueMap = ValueMap(), content: String = "",
        adapter: ContentAdapter? = nil
    ) {
        let source = SourceFile(path: path, bytes: Array(content.utf8))
        self.init(
            path: path, isNode: isNode, bundle: isNode ? .branch : adapter == nil ? nil : .leaf, found: nil,
            source: source, frontMatter: FrontMatter.none, folderName: folderName, generated: generated,
            adapter: adapter)
    }

    /// Lays the cascades that reach the page under its values; the nearest that has a key wins.
    func applyCascades(kind: PageKind, language: String, environment: String) {
        let own = Cascade.decode(
            top["cascade"] ?? .null, location: frontMatter.document?.location(ofKeyPath: ["cascade"]))
        cascades = own + cascades
        for cascade in cascades
        where cascade.reaches(kind: kind, path: path, language: language, environment: environment) {
            for (key, value) in cascade.values {
                if key == "params", let params = value.mapValue {
                    for (name, parameter) in params where inner[name] == nil && top[name] == nil {
                        inner[name] = parameter
                    }
                } else if top[key] == nil, inner[key] == nil {
                    top[key] = value
                }
            }
        }
    }

    /// The place of a key, for a finding about its value; where the cascade gives the value, the head of the file.
    func location(ofKey key: String) -> SourceRange {
        frontMatter.document?.location(ofKeyPath: [key]) ?? SourceRange(source, at: 0)
    }
}
