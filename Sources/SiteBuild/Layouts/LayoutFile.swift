internal import SiteModel
internal import Text

/// A template file with what its path says about it.
struct LayoutFile: Sendable {
    /// The path below the layout folder, as errors name it: `docs/single.html`.
    let path: String
    /// The content.
    let source: SourceFile
    /// What it is used as.
    let category: LayoutDescriptor.Category
    /// The folder whose pages it serves, `/` or `/docs`.
    let folder: String
    /// What it is for.
    let descriptor: LayoutDescriptor
    /// The name of a partial or a shortcode, without the extension: `head/meta`.
    let name: String
    /// Whether it is one that Keyport brings along; any other wins over it.
    let isEmbedded: Bool
    /// Among files for the same purpose the lowest wins: an old name stands behind the new one.
    let rank: Int
    /// Where it comes from: 0 for the site, then its themes in their order. A file of the site wins over one of a theme that
    /// is for the same pages, whichever of the old and new names of folders they use.
    var order = 0

    /// The path with the folders by their new names.
    var newPath: String {
        for folder in ["shortcodes/", "partials/"] where path.hasPrefix(folder) { return "_" + path }
        return path.dropping(prefix: "_default/") ?? path
    }
}

/// Reads the paths of template files.
struct LayoutPathReader: Sendable {
    private let formats: [String: OutputFormat]
    private let mediaTypes: [String: MediaType]
    private let languages: Set<String>
    private let taxonomies: [String: String]

    /// - Parameters:
    ///   - formats: the output formats by name.
    ///   - mediaTypes: the media types by extension.
    ///   - languages: the keys of the languages.
    ///   - taxonomies: the plural names of the taxonomies by their singular ones.
    init(formats: [OutputFormat], mediaTypes: [MediaType], languages: [String], taxonomies: [String: String] = [:]) {
        self.taxonomies = taxonomies
        self.formats = Dictionary(formats.map { ($0.name, $0) }) { first, _ in first }
        var bySuffix: [String: MediaType] = [:]
        for type in mediaTypes {
            for suffix in type.suffixes where bySuffix[suffix] == nil { bySuffix[suffix] = type }
        }
        self.mediaTypes = bySuffix
        self.languages = Set(languages)
    }

    /// What the file at `path` below a layout folder is, in each of its meanings; empty for a file that is no template.
    func read(path: String, source: SourceFile, isEmbedded: Bool) -> [LayoutFile] {
        var folders = path.split(separator: "/").map(String.init)
        guard let fileName = folders.popLast(), !fileName.hasPrefix("."), !fileName.hasSuffix("~") else { return [] }
        let parts = fileName.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1, let base = parts.first, !base.isEmpty, let suffix = parts.last else { return [] }
        // A format whose files have no extension is named where the extension would stand: `index.redirects`.
        let bare = formats[suffix.lowercased()].flatMap { $0.mediaType.suffixes.isEmpty ? $0 : nil }
        guard let mediaType = mediaTypes[suffix.lowercased()] ?? bare?.mediaType else { return [] }
        let (category, folder, inner) = split(folders)
        var reading = Reading(base: base, category: category)
        reading.descriptor.mediaType = mediaType.type
        // Of two words for the same the one further to the left stays.
        for part in parts.dropFirst().dropLast(bare == nil ? 1 : 0).reversed() {
            reading.take(part, formats: formats, languages: languages)
        }
        reading.finish(folder: folder, suffix: suffix, formats: formats)
        func file(folder: String, _ descriptor: LayoutDescriptor, rank: Int) -> LayoutFile {
            LayoutFile(
                path: path, source: source, category: reading.category, folder: folder, descriptor: descriptor,
                name: (inner + [reading.base]).joined(separator: "/"), isEmbedded: isEmbedded, rank: rank)
        }
        if reading.category == .layout,
            let legacy = LegacyLayout.readings(
                folder: folder, name: base, words: Array(parts.dropFirst().dropLast()), taxonomies: taxonomies)
        {
            return legacy.map { meaning in
                var descriptor = reading.descriptor
                descriptor.kind = meaning.kind
                descriptor.layout = meaning.layout
                return file(folder: reading.path(meaning.folder), descriptor, rank: meaning.rank)
            }
        }
        let served = folder.first == "_default" ? Array(folder.dropFirst()) : folder
        return [file(folder: reading.path(served), reading.descriptor, rank: 0)]
    }

    /// The category that the folders give, the folder whose pages are served, and the folders inside the category.
    private func split(_ folders: [String]) -> (LayoutDescriptor.Category, [String], [String]) {
        for (index, folder) in folders.enumerated() {
            let category: LayoutDescriptor.Category
            switch folder {
            case "_partials": category = .partial
            case "partials" where index == 0: category = .partial
            case "_shortcodes": category = .shortcode
            case "shortcodes" where index == 0: category = .shortcode
            case "_markup": category = .markup
            default: continue
            }
            let outer = folders[..<index].filter { $0 != "_default" }
            return (category, Array(outer), Array(folders[(index + 1)...]))
        }
        return (.layout, folders, [])
    }
}

/// What is known of one path while it is read.
private struct Reading {
    var base: String
    var category: LayoutDescriptor.Category
    var descriptor = LayoutDescriptor()
    private var hasFormat = false
    /// What stands behind dots in the name of a partial or a shortcode.
    private var inner = ""

    init(base: String, category: LayoutDescriptor.Category) {
        self.base = base
        self.category = category
    }

    /// Takes one of the parts between the name and the extension.
    mutating func take(_ part: String, formats: [String: OutputFormat], languages: Set<String>) {
        let word = part.lowercased()
        if let format = formats[word] {
            use(format)
        } else if languages.contains(word), descriptor.language.isEmpty {
            descriptor.language = word
        } else if category == .layout {
            // `page.mylayout.html`, `mylayout.section.html`; a frame has its mark in front.
            if descriptor.kind.isEmpty, Self.kinds.contains(part) {
                descriptor.kind = part
            } else if part != "baseof" {
                descriptor.layout = part
            }
        } else {
            inner = "." + part + inner
        }
    }

    private mutating func use(_ format: OutputFormat) {
        descriptor.outputFormat = format.name
        descriptor.mediaType = format.mediaType.type
        descriptor.isPlainText = format.isPlainText
        hasFormat = true
    }

    /// Reads the name once all parts are known.
    mutating func finish(folder: [String], suffix: String, formats: [String: OutputFormat]) {
        switch category {
        case .layout: finishLayout(folder: folder, suffix: suffix, formats: formats)
        case .markup:
            base += inner
            finishHook()
        case .base, .shortcode, .partial: base += inner
        }
        // `all.html` is a template of the format `html`, so that one of another format of the same type stands behind.
        let named = formats[suffix.lowercased()].flatMap {
            $0.mediaType.type == descriptor.mediaType ? $0 : nil
        }
        if !hasFormat, category != .partial, let named { descriptor.outputFormat = named.name }
        if !hasFormat, category != .markup || descriptor.mediaType != "text/html" {
            // Without a format in the name the extension decides.
            descriptor.isPlainText =
                !["text/html", "application/rss+xml", "application/xml"].contains(
                    descriptor.mediaType) && named?.isPlainText ?? plainTextFormat(suffix, formats)
        }
    }

    /// Where none is named like the extension, the only format with that extension decides, else the one that is named like
    /// the type: of two of `text/calendar` the one that is called `calendar`.
    private func plainTextFormat(_ suffix: String, _ formats: [String: OutputFormat]) -> Bool {
        let wanted = suffix.lowercased()
        let those = formats.values.filter { $0.mediaType.suffixes.contains(wanted) }
        if those.count == 1 { return those[0].isPlainText }
        let subType = descriptor.mediaType.split(separator: "/").last.map(String.init) ?? ""
        return formats[subType]?.isPlainText ?? false
    }

    private mutating func finishLayout(folder: [String], suffix: String, formats: [String: OutputFormat]) {
        if base == "baseof" || base.hasSuffix("-baseof") {
            category = .base
            if base != "baseof" { useName(String(base.dropLast("-baseof".count)), folder: folder) }
            return
        }
        if !hasFormat, let format = formats[base], suffix != "html" || format.isHTML, base != "html" { use(format) }
        useName(base, folder: folder)
        if descriptor.layout == descriptor.outputFormat || descriptor.layout == descriptor.kind {
            descriptor.layout = ""
        }
    }

    private static let kinds: Set<String> = ["home", "section", "page", "taxonomy", "term"]

    private mutating func useName(_ name: String, folder: [String]) {
        switch name {
        case "index" where folder.isEmpty || folder == ["_default"]:
            descriptor.kind = "home"
            descriptor.layout = ""
        case _ where descriptor.kind.isEmpty && Self.kinds.contains(name): descriptor.kind = name
        default: descriptor.layout = name
        }
    }

    private mutating func finishHook() {
        guard base.hasPrefix("render-") else { return }
        let words = base.dropFirst("render-".count)
        if let dash = words.firstIndex(of: "-") {
            descriptor.variant1 = String(words[..<dash])
            descriptor.variant2 = words[words.index(after: dash)...].lowercased()
        } else {
            descriptor.variant1 = String(words)
        }
    }

    /// The folder whose pages are served, with a `/` in front.
    func path(_ folders: [String]) -> String {
        folders.isEmpty ? "/" : "/" + folders.joined(separator: "/").lowercased()
    }
}
