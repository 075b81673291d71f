internal import GoTemplates
internal import HugoMarkdown
internal import SiteModel
internal import Synchronization
internal import Text
internal import Values

/// All templates of a build: found for pages, linked with their bases once, executed.
final class SiteTemplates: Sendable {
    private let index: LayoutIndex
    private let files: [String: TemplateFile]
    private let library: TemplateLibrary
    private let functions: FunctionTable
    private let linked = Mutex<[String: Template]>([:])
    private let hookKinds: Set<String>
    private let embeddedHooks: [String: LayoutFile]
    /// Whether some hook or shortcode is there for one output format only, so that a page's content differs by format.
    let tellsFormatsApart: Bool
    private let aliasLayout: LayoutFile?
    private let innerUsers = Mutex<[String: Bool]>([:])
    private let oldKinds = Mutex<[String: Bool]>([:])

    /// Those of a site, its themes, and what comes along.
    convenience init(_ configuration: SiteConfiguration, _ options: SiteBuildOptions, findings: Findings) {
        self.init(
            LayoutLoader.load(configuration, findings: findings) + LayoutLoader.embedded(configuration),
            functions: SiteFunctions.table(adding: options.addFunctions),
            defaultLanguage: configuration.languages.first { $0.isDefault }?.key ?? "en", findings: findings)
    }

    /// Parses `layouts`, the files that win first.
    ///
    /// - Throws: never; what does not parse is in `findings` and is not there for pages.
    init(_ layouts: [LayoutFile], functions: FunctionTable, defaultLanguage: String, findings: Findings) {
        self.functions = functions
        var files: [String: TemplateFile] = [:]
        var parsed: [TemplateFile] = []
        // Those that fill the blocks of a base: what they define is theirs, and stands behind what any other file defines.
        var fillers: [TemplateFile] = []
        var seen: Set<String> = []
        let shadowed = Self.shadowedPartials(layouts)
        for layout in layouts where !shadowed.contains(layout.source.path) && seen.insert(layout.key).inserted {
            do throws(Diagnostic) {
                let file = try TemplateFile.parse(
                    layout.source, name: layout.path, mode: layout.descriptor.isPlainText ? .text : .html,
                    functions: functions)
                files[layout.key] = file
                if layout.category == .layout, file.startsWithDefine {
                    fillers.append(file)
                } else {
                    parsed.append(file)
                }
            } catch {
                findings.add(error)
            }
        }
        self.files = files
        // What comes later wins in a library.
        library = TemplateLibrary(fillers.reversed() + parsed.reversed())
        index = LayoutIndex(layouts, defaultLanguage: defaultLanguage)
        aliasLayout = layouts.first { $0.path == "alias.html" }
        let hooks = layouts.filter { $0.category == .markup }
        hookKinds = Set(hooks.filter { !$0.isEmbedded }.map(\.descriptor.variant1))
        tellsFormatsApart = layouts.contains { layout in
            (layout.category == .markup || layout.category == .shortcode)
                && !["", "html"].contains(layout.descriptor.outputFormat)
        }
        embeddedHooks = Dictionary(hooks.filter(\.isEmbedded).map { ($0.descriptor.variant1, $0) }) { first, _ in first
        }
    }

    /// The paths of partials that one of the site, or of a theme before, hides by its name below the other folder:
    /// `partials/head.html` of the site hides `_partials/head.html` of a theme, `partials/pagination.html` of either the one
    /// that Keyport brings along.
    private static func shadowedPartials(_ layouts: [LayoutFile]) -> Set<String> {
        var first: [String: Int] = [:]
        func name(_ layout: LayoutFile) -> String {
            layout.path.dropping(prefix: "partials/") ?? layout.path.dropping(prefix: "_partials/") ?? layout.path
        }
        func order(_ layout: LayoutFile) -> Int { layout.isEmbedded ? .max : layout.order }
        let partials = layouts.filter { $0.category == .partial }
        for layout in partials { first[name(layout)] = min(order(layout), first[name(layout)] ?? .max) }
        return Set(partials.filter { order($0) > first[name($0)] ?? 0 }.map(\.source.path))
    }

    // MARK: Finding

    /// What `page` asks for in the format of `target`.
    private func descriptor(of page: PageObject, target: PageTarget?) -> LayoutDescriptor {
        let format = target?.format ?? page.page.targets.first?.format
        return LayoutDescriptor(
            kind: page.page.kind.rawValue, userLayout: page.page.layout, outputFormat: format?.name ?? "html",
            mediaType: format?.mediaType.type ?? "text/html", language: page.page.language.key,
            isPlainText: format?.isPlainText ?? false)
    }

    /// The path by which layouts are looked up: the page's own with its type in the place of the section.
    private func lookupPath(of page: PageObject) -> String {
        let path = page.page.path
        let type = page.page.type
        guard page.page.hasOwnType, type != page.page.section, !page.page.isHome else { return path }
        let rest = path.split(separator: "/").dropFirst()
        // A page beside the home page has no section whose place the type could take.
        if page.page.section.isEmpty { return "/" + type + path }
        return (["/" + type] + rest.map(String.init)).joined(separator: "/")
    }

    /// The layout of a page and the base around it; nil when there is none.
    func layout(of page: PageObject, target: PageTarget, view: String? = nil) -> (
        layout: LayoutFile, base: LayoutFile?
    )? {
        var wanted = descriptor(of: page, target: target)
        if let view {
            wanted.userLayout = view
            wanted.userLayoutMustMatch = true
        }
        let path = lookupPath(of: page)
        guard let layout = index.layout(for: wanted, path: path), let file = files[layout.key] else { return nil }
        guard file.startsWithDefine else { return (layout, nil) }
        wanted.userLayoutMustMatch = false
        guard let base = index.base(for: wanted, layout: layout, path: path) else {
            // A layout that only fills the blocks of frames is of no use where none of them serves.
            return index.hasBase(for: layout) ? nil : (layout, nil)
        }
        return (layout, base)
    }

    /// The template of a shortcode; one of plain text serves only a shortcode whose output is Markdown, or plain text.
    func shortcode(_ name: String, isMarkdown: Bool, page: PageObject, target: PageTarget?) -> LayoutFile? {
        var wanted = descriptor(of: page, target: target)
        wanted.allowsPlainText = isMarkdown
        return index.shortcode(name, for: wanted, path: lookupPath(of: page))
    }

    /// Every name of a shortcode.
    var shortcodeNames: [String] { index.shortcodeNames }

    /// Whether a shortcode asks for what it encloses; nil when there is no such shortcode.
    func usesInner(shortcode name: String) -> Bool? {
        guard let layout = index.anyShortcode(name) else { return nil }
        return innerUsers.withLock { known in
            if let answer = known[layout.key] { return answer }
            let file = files[layout.key]
            let answer = file.map { $0.uses(field: "Inner") || $0.uses(field: "InnerDeindent") } ?? false
            known[layout.key] = answer
            return answer
        }
    }

    /// Whether a shortcode that is written with `%` gets what it encloses as HTML and is one itself, as before Hugo 0.55;
    /// its template says so.
    func isOfOldKind(shortcode name: String) -> Bool {
        guard let layout = index.anyShortcode(name) else { return false }
        return oldKinds.withLock { known in
            if let answer = known[layout.key] { return answer }
            let answer = files[layout.key]?.askedVersion == 1
            known[layout.key] = answer
            return answer
        }
    }

    /// The render hook of a kind that Keyport brings along.
    func embeddedHook(_ kind: String) -> LayoutFile? { embeddedHooks[kind] }

    /// Whether the site has any render hook of a kind.
    func hasHook(_ kind: String) -> Bool { hookKinds.contains(kind) }

    /// The render hook of a kind for a page.
    func hook(_ kind: String, variant: String, page: PageObject, target: PageTarget?) -> LayoutFile? {
        index.hook(kind, variant: variant, for: descriptor(of: page, target: target), path: lookupPath(of: page))
    }

    /// The partial of that name, for `templates.Exists` and `partial`.
    func partial(named name: String, mode: TemplateMode = .html) -> Template? {
        let name = name.withoutLeadingSlash
        let other: TemplateMode = mode == .html ? .text : .html
        if let path = index.partialOfLanguage(name)?.path,
            let template = library.template(named: path, mode: mode) ?? library.template(named: path, mode: other)
        {
            return template
        }
        return library.partial(named: name, mode: mode) ?? library.partial(named: name, mode: other)
    }

    /// Whether a template file stands at that path.
    func exists(path: String) -> Bool { files[path] != nil || files["embedded:" + path] != nil }

    /// The names of all partials.
    var partialNames: [String] { index.partialNames }

    // MARK: Executing

    /// Executes a template inside a base.
    func execute(
        _ layout: LayoutFile, base: LayoutFile? = nil, dot: Value, environment: RenderEnvironment,
        into output: inout ByteWriter
    ) throws {
        let key = layout.key + "\0" + (base?.key ?? "")
        guard let file = files[layout.key] else { throw ValueError("template \(layout.path) could not be parsed") }
        let template = linked.withLock { linked in
            if let known = linked[key] { return known }
            let fresh = library.link(file, base: base.flatMap { files[$0.key] })
            linked[key] = fresh
            return fresh
        }
        _ = try execution(environment, mode: template.mode).render(template, dot: dot, into: &output)
    }

    /// Executes the template of pages that lead to others: the site's own `alias.html`, else the one built in.
    func executeAlias(dot: Value, environment: RenderEnvironment, into output: inout ByteWriter) throws {
        guard let layout = aliasLayout else { return }
        try execute(layout, dot: dot, environment: environment, into: &output)
    }

    /// An execution whose functions find `environment`.
    func execution(_ environment: RenderEnvironment, mode: TemplateMode) -> TemplateExecution {
        let execution = TemplateExecution(environment: environment) { [self] name in partial(named: name, mode: mode) }
        execution.metrics = environment.context.build.options.metrics
        return execution
    }

    /// Executes a template that stands in the configuration or in the content.
    func executeText(
        _ text: String, name: String, mode: TemplateMode, dot: Value, environment: RenderEnvironment
    ) throws -> [UInt8] {
        try execute(
            SourceFile(path: name, text: text), name: name, mode: mode, dot: dot, environment: environment)
    }

    /// Executes a template that is no layout, such as a content adapter.
    func execute(
        _ source: SourceFile, name: String, mode: TemplateMode, dot: Value, environment: RenderEnvironment
    ) throws -> [UInt8] {
        let file = try TemplateFile.parse(source, name: name, mode: mode, functions: functions)
        var output = ByteWriter(capacity: source.bytes.count)
        _ = try execution(environment, mode: mode).render(library.link(file), dot: dot, into: &output)
        return output.bytes
    }

    /// Executes the template of an inline shortcode, which escapes nothing.
    func renderInline(
        _ text: String, name: String, dot: ShortcodeObject, environment: RenderEnvironment
    ) throws -> [UInt8] {
        try executeText(text, name: name, mode: .text, dot: .object(dot), environment: environment)
    }
}

extension LayoutFile {
    /// What tells a file from those of the same path that Keyport brings along.
    var key: String { isEmbedded ? "embedded:" + path : path }
}
