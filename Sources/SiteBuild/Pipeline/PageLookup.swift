internal import SiteModel
internal import Text
internal import Values

/// Finds pages by what templates and content call them: `GetPage`, `ref`, `relref`.
struct PageLookup: Sendable {
    private unowned let context: SiteContext
    /// Pages by the last part of their path; nil in the value where several share it.
    private let byName: [String: Page?]

    init(_ context: SiteContext) {
        self.context = context
        var names: [String: Page?] = [:]
        for page in context.model.allPages {
            guard let name = page.path.split(separator: "/").last else { continue }
            let key = name.lowercased()
            names[key] = names[key] == nil ? page : .some(nil)
        }
        byName = names
    }

    /// The page that `reference` names as seen from `page`; `NilPage` when there is none.
    func page(_ reference: String, from page: Page?) throws -> Value {
        try find(reference, from: page).map { .object($0) } ?? NilPage.value
    }

    /// Finds a page by path: from the folder of `page`, from the root, or by its name alone when that is unique.
    ///
    /// A regular page and a bundle are named from the folder that holds them, whether or not the bundle is a folder itself;
    /// only `../` in front of a file name begins at the folder of the page's own file.
    ///
    /// - Parameter isLink: whether content refers to it; `.GetPage` of a page does not look for names.
    func find(_ reference: String, from page: Page?, isLink: Bool = false) throws -> PageObject? {
        var wanted = reference.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
        while wanted.count > 1, wanted.hasSuffix("/") { wanted.removeLast() }
        if wanted.isEmpty || wanted == "/" { return context.object(context.model.home) }
        if wanted.hasPrefix("/") { return exact(normalized(wanted)) }
        if let page {
            let namesFile = wanted.hasPrefix("../") && wanted.split(separator: "/").last?.contains(".") == true
            let folder = namesFile ? fileFolder(of: page) : folder(of: page)
            // Beside the home page a bundle has no folder around it that could be left; Hugo finds nothing there.
            let isClosed = !namesFile && page.bundleKind == .leaf && folder == "/"
            if let path = resolve(wanted, from: folder, stopsAtRoot: !isClosed), let found = exact(normalized(path)) {
                return found
            }
        }
        if wanted.hasPrefix(".") { return nil }
        if let found = exact(normalized("/" + wanted)) { return found }
        guard isLink || page == nil, !wanted.contains("/"), let entry = byName[bareName(wanted)] else {
            return nil
        }
        guard let only = entry else {
            throw ValueError("page reference \"\(reference)\" is ambiguous")
        }
        return context.object(only)
    }

    private func exact(_ path: String) -> PageObject? {
        if let found = context.object(context.model.page(path: path)) { return found }
        // `docs/_index.md` and `docs/index.md` stand for the folder.
        for ending in ["/_index", "/index"] where path.hasSuffix(ending) {
            let folder = String(path.dropLast(ending.count))
            return context.object(context.model.page(path: folder.isEmpty ? "/" : folder))
        }
        return nil
    }

    /// The logical path of a reference: lower case, spaces as hyphens, without the extension of content.
    private func normalized(_ path: String) -> String {
        var path = path.lowercased()
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        path = path.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "-")
        return stem(path)
    }

    private func stem(_ path: String) -> String {
        var path = path
        for ending in [".md", ".html", ".markdown"] where path.lowercased().hasSuffix(ending) {
            path = String(path.dropLast(ending.count))
        }
        for language in context.model.configuration.languages where path.hasSuffix("." + language.key) {
            return String(path.dropLast(language.key.count + 1))
        }
        return path
    }

    /// A name without whatever extension it has, in lower case.
    private func bareName(_ name: String) -> String {
        let name = stem(name).lowercased()
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// The folder that relative references of a page begin in.
    private func folder(of page: Page) -> String {
        if page.kind.isNode { return page.path }
        guard let slash = page.path.lastIndex(of: "/"), slash != page.path.startIndex else { return "/" }
        return String(page.path[..<slash])
    }

    /// The folder of a page's file.
    private func fileFolder(of page: Page) -> String {
        page.bundleKind == nil ? folder(of: page) : page.path
    }

    private func resolve(_ path: String, from folder: String, stopsAtRoot: Bool) -> String? {
        var parts = folder.split(separator: "/")
        for part in path.split(separator: "/") {
            if part == "." { continue }
            if part == ".." {
                guard parts.popLast() != nil || stopsAtRoot else { return nil }
            } else {
                parts.append(part)
            }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// The address of what `ref` and `relref` name: a path, `path#anchor`, `#anchor`, or a map with `path`, `lang` and
    /// `outputFormat`.
    ///
    /// What is not there is reported in Hugo's words at `location`, as an error unless the configuration says otherwise.
    func reference(
        _ value: Value, from page: PageObject, isRelative: Bool, location: SourceRange?
    ) throws -> String {
        var text = ""
        var format = ""
        var language = ""
        switch value {
        case .map(let map):
            text = map["path"]?.stringValue ?? ""
            format = map["outputFormat"]?.stringValue ?? map["outputformat"]?.stringValue ?? ""
            language = map["lang"]?.stringValue ?? ""
        case .list(let list):
            guard !list.isEmpty else { throw ValueError("invalid number of arguments to ref") }
            text = list.first?.stringValue ?? ""
        default: text = value.stringValue ?? ""
        }
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts.first.map(String.init) ?? ""
        let anchor = parts.count > 1 ? "#" + parts[1] : ""
        if path.isEmpty, text.isEmpty || anchor.isEmpty { return "" }
        if path.isEmpty { return anchor }
        if Addresses.isAbsolute(path) { return text }
        var place = context
        if !language.isEmpty {
            guard let other = context.build.sites.first(where: { $0.model.language.key == language }) else {
                return notFound(
                    path, page: page, location: location, reason: "no site found with lang \"\(language)\"")
            }
            place = other
        }
        var found: PageObject?
        do {
            found = try place.lookup.find(path, from: page.page, isLink: true)
        } catch let error as ValueError {
            return notFound(path, page: page, location: location, reason: error.message)
        }
        guard let target = found, target.page.kind != .notFound else {
            return notFound(path, page: page, location: location, reason: "page not found")
        }
        if !format.isEmpty {
            guard let chosen = target.page.targets.first(where: { $0.format.name == format.lowercased() }) else {
                throw ValueError("output format \"\(format)\" not found for page \"\(target.page.path)\"")
            }
            return (isRelative ? chosen.relPermalink : chosen.permalink) + anchor
        }
        return (isRelative ? target.page.relPermalink : target.page.permalink) + anchor
    }

    /// Says that a page is not there, and goes on, so that one build names them all.
    private func notFound(_ path: String, page: PageObject, location: SourceRange?, reason: String) -> String {
        let configuration = context.model.configuration
        let near = nearestName(to: path, among: context.model.allPages.map(\.path))
        context.build.findings.add(
            Diagnostic(
                configuration.refLinksErrorLevel.lowercased() == "warning" ? .warning : .error, code: "content.ref",
                "REF_NOT_FOUND: Ref \"\(path)\": \(reason)", at: location ?? SourceRange(page.page.source, at: 0),
                suggestion: near.map { "did you mean \"\($0)\"?" }))
        return configuration.refLinksNotFoundURL
    }
}
