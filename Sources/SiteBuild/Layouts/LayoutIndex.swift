internal import Text

/// All template files of a site, found by what a page asks for.
struct LayoutIndex: Sendable {
    private let defaultLanguage: String
    private var layouts: [String: [LayoutFile]] = [:]
    private var bases: [String: [LayoutFile]] = [:]
    private var hooks: [String: [LayoutFile]] = [:]
    private var shortcodes: [String: [String: [LayoutFile]]] = [:]
    private var partials: [String: [LayoutFile]] = [:]
    private var languagePartials: [String: LayoutFile] = [:]

    /// An index of `files`; of two with the same path the first wins, so the site's own come before its themes'.
    init(_ files: [LayoutFile], defaultLanguage: String) {
        self.defaultLanguage = defaultLanguage
        var seen: [String: String] = [:]
        for file in files {
            // One file may have two meanings; another file of the same path has none.
            if let winner = seen[file.key], winner != file.source.path { continue }
            seen[file.key] = file.source.path
            switch file.category {
            case .layout: layouts[file.folder, default: []].append(file)
            case .base: bases[file.folder, default: []].append(file)
            case .markup: hooks[file.folder, default: []].append(file)
            case .shortcode: shortcodes[file.name, default: [:]][file.folder, default: []].append(file)
            case .partial: partials[file.name, default: []].append(file)
            }
        }
        languagePartials = Self.languagePartials(partials)
    }

    /// The template of a page with the logical path `path`; nil when there is none.
    func layout(for page: LayoutDescriptor, path: String) -> LayoutFile? {
        var page = page
        if !Self.mainKinds.contains(page.kind) {
            page.layout = page.kind
            page.kind = ""
        }
        if page.layout.isEmpty, !page.kind.isEmpty { page.layout = page.kind == "page" ? "single" : "list" }
        return best(in: layouts, for: page, path: path, category: .layout)
    }

    private static let mainKinds: Set<String> = ["home", "section", "page", "taxonomy", "term"]

    /// Whether there is a frame, of any folder, that a layout may stand in.
    func hasBase(for layout: LayoutFile) -> Bool {
        bases.values.contains { files in files.contains { layout.descriptor.canStand(in: $0.descriptor) } }
    }

    /// The frame for a page's layout; nil when there is none.
    func base(for page: LayoutDescriptor, layout: LayoutFile, path: String) -> LayoutFile? {
        var page = page
        if page.layout.isEmpty, !page.kind.isEmpty { page.layout = page.kind == "page" ? "single" : "list" }
        return best(in: bases, for: page, path: path, category: .base) { layout.descriptor.canStand(in: $0.descriptor) }
    }

    /// The render hook `kind` (`link`, `codeblock`) for a page, narrowed by `variant` where one is there.
    func hook(_ kind: String, variant: String = "", for page: LayoutDescriptor, path: String) -> LayoutFile? {
        var wanted = page
        wanted.kind = ""
        wanted.variant1 = kind
        wanted.variant2 = variant
        return best(in: hooks, for: wanted, path: path, category: .markup)
    }

    /// Whether any render hook of that kind is there.
    func hasHook(_ kind: String) -> Bool {
        hooks.values.contains { files in files.contains { $0.descriptor.variant1 == kind } }
    }

    /// The shortcode of that name for a page.
    func shortcode(_ name: String, for page: LayoutDescriptor, path: String) -> LayoutFile? {
        guard let folders = shortcodes[name] ?? shortcodes[name.lowercased()] else { return nil }
        return best(in: folders, for: page, path: path, category: .shortcode)
    }

    /// Some template of that name, whichever pages it serves: its like are taken to ask for the same.
    func anyShortcode(_ name: String) -> LayoutFile? {
        (shortcodes[name] ?? shortcodes[name.lowercased()])?.values.joined().min { Self.precedes($0, $1) }
    }

    /// Every name of a shortcode, for "did you mean".
    var shortcodeNames: [String] { shortcodes.keys.sorted() }

    /// The partial of a language that answers to a name; nil where the plain one does, or none.
    func partialOfLanguage(_ name: String) -> LayoutFile? { languagePartials.isEmpty ? nil : languagePartials[name] }

    /// The names, with and without extension, to which partials of a language answer.
    ///
    /// As in Hugo such a one serves pages of all languages. It stands before the plain one of its name and the others by the
    /// order of their paths.
    private static func languagePartials(_ partials: [String: [LayoutFile]]) -> [String: LayoutFile] {
        var found: [String: LayoutFile] = [:]
        for (stem, files) in partials where files.contains(where: { !$0.descriptor.language.isEmpty }) {
            for end in Set(files.compactMap { $0.path.split(separator: ".").last }) {
                let name = "\(stem).\(end)"
                let answering = files.filter { file in
                    let language = file.descriptor.language
                    return file.path.hasSuffix("/" + (language.isEmpty ? name : "\(stem).\(language).\(end)"))
                }
                guard let first = answering.min(by: { precedes($0, $1) }), !first.descriptor.language.isEmpty else {
                    continue
                }
                found[name] = first
                if end == "html" { found[stem] = first }
            }
        }
        return found
    }

    /// Every name of a partial, for "did you mean".
    var partialNames: [String] { partials.values.flatMap { $0.map(\.path) }.sorted() }

    private static func precedes(_ left: LayoutFile, _ right: LayoutFile) -> Bool {
        if left.isEmbedded != right.isEmbedded { return right.isEmbedded }
        // Of several with the same stem the HTML one is meant.
        let leftHTML = left.path.hasSuffix(".html")
        if leftHTML != right.path.hasSuffix(".html") { return leftHTML }
        let (leftPath, rightPath) = (left.newPath, right.newPath)
        if leftPath != rightPath { return leftPath < rightPath }
        if left.order != right.order { return left.order < right.order }
        return left.path < right.path
    }

    private func best(
        in tree: [String: [LayoutFile]], for page: LayoutDescriptor, path: String,
        category: LayoutDescriptor.Category, where isCandidate: (LayoutFile) -> Bool = { _ in true }
    ) -> LayoutFile? {
        // From the root towards the page: whether a template is better depends on the ones seen before it.
        let names = path.lowercased().split(separator: "/")
        var best: (weight: LayoutWeight, file: LayoutFile)?
        var folder = ""
        for level in 0...names.count {
            if level > 0 { folder += "/" + names[level - 1] }
            for file in tree[folder.isEmpty ? "/" : folder] ?? [] where isCandidate(file) {
                var weight = page.weight(
                    of: file.descriptor, category: category, defaultLanguage: defaultLanguage,
                    defaultOutputFormat: "html")
                weight.distance = names.count - level
                if Self.isBetter(weight, file, than: best) { best = (weight, file) }
            }
        }
        return best?.file
    }

    private static func isBetter(
        _ weight: LayoutWeight, _ file: LayoutFile, than best: (weight: LayoutWeight, file: LayoutFile)?
    ) -> Bool {
        guard weight.primary > 0 else { return false }
        guard let best else { return true }
        if best.file.isEmbedded != file.isEmbedded { return best.file.isEmbedded }
        if weight.distance < best.weight.distance {
            if weight.secondary < best.weight.secondary || weight.tertiary < best.weight.tertiary { return false }
        } else if weight.primary < best.weight.primary {
            return false
        }
        if weight.hasEqualWeights(best.weight) {
            if weight.distance != best.weight.distance { return weight.distance < best.weight.distance }
            if file.descriptor == best.file.descriptor {
                if file.order != best.file.order { return file.order < best.file.order }
                if file.rank != best.file.rank { return file.rank < best.file.rank }
                return file.path < best.file.path
            }
            // Files that are for other pages and fit as well are told apart by their names alone.
            return file.newPath < best.file.newPath
        }
        return true
    }
}
