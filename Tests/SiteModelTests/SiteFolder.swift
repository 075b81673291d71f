import Files
import Glibc
import SiteModel
import Text
import Values

/// A site in a temporary folder, removed with the last reference.
final class SiteFolder: Sendable {
    let path: String

    /// Writes each file; a path that ends with `/` is an empty folder, a content that begins with `->` is a link.
    init(_ files: [String: String]) throws {
        var template = Array("/tmp/keyport-site-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw FileError("make folder", "/tmp", number: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        for (name, content) in files {
            let full = "\(path)/\(name)"
            if name.hasSuffix("/") {
                try FileSystem.makeDirectory(String(full.dropLast()))
                continue
            }
            if let slash = full.lastIndex(of: "/") { try FileSystem.makeDirectory(String(full[..<slash])) }
            if content.hasPrefix("->") {
                _ = symlink(String(content.dropFirst(2)), full)
            } else {
                try FileSystem.write(Array(content.utf8), to: full)
            }
        }
    }

    deinit { try? FileSystem.remove(path) }

    func configuration(
        environment: String = "production", configFiles: [String] = [], overrides: ValueMap = ValueMap(),
        variables: [String: String] = [:]
    ) throws -> SiteConfiguration {
        try SiteConfiguration.load(
            source: path, configFiles: configFiles, environment: environment, overrides: overrides, variables: variables
        )
    }

    func load(overrides: ValueMap = ValueMap(), generated: [GeneratedPage] = []) throws -> ContentTree.Loaded {
        ContentTree.load(
            try configuration(overrides: overrides),
            options: ContentTree.Options(
                now: ZonedTime(year: 2026, month: 11, day: 24, zone: .utc), generatedPages: generated))
    }
}

/// What the small template of `Tests/SiteModelTests/Cases` prints of a page with Hugo, so that both can be compared.
func summary(_ page: Page) -> String {
    func paths(_ pages: [Page]) -> String { pages.map(\.path).joined(separator: " ") }
    var lines: [String] = []
    lines.append(
        "\(page.kind.rawValue)|\(page.path)|\(page.title)|\(page.linkTitle)|\(page.relPermalink)|sec=\(page.section)"
            + "|type=\(page.type)|par=\(page.parent?.path ?? "")|cur=\(page.currentSection?.path ?? "")"
            + "|first=\(page.firstSection?.path ?? "")|bt=\(page.bundleKind?.rawValue ?? "")"
            + "|slug=\(page.slug)|w=\(page.weight)|d=\((page.dates.date ?? .zero).format(goLayout: "2006-01-02"))"
            + "|lm=\((page.dates.lastModified ?? .zero).format(goLayout: "2006-01-02"))")
    lines.append("pages=\(paths(page.pages))")
    lines.append("reg=\(paths(page.regularPages))")
    lines.append("rec=\(paths(page.regularPagesRecursive))")
    lines.append("sections=\(paths(page.sections))")
    lines.append(
        "next=\(page.next?.path ?? "") prev=\(page.previous?.path ?? "") nis=\(page.nextInSection?.path ?? "")"
            + " pis=\(page.previousInSection?.path ?? "")")
    lines.append(
        "res="
            + page.resources.map { "\($0.name)(\($0.relPermalink),\($0.resourceType),\($0.title))" }.joined(
                separator: " "))
    lines.append("aliases=\(page.aliases.joined(separator: " "))")
    lines.append("tr=\(page.translations.map(\.relPermalink).joined(separator: " "))")
    lines.append("terms=\(paths(page.terms["tags"] ?? []))")
    if page.isHome, let site = page.site {
        for name in site.menus.keys.sorted() { lines[9] += " \(name): " + menuSummary(site.menus[name] ?? []) }
        for taxonomy in site.taxonomies {
            lines[9] += " \(taxonomy.plural):"
            for term in taxonomy.terms {
                lines[9] += " \(term.key)=" + term.entries.map { "\($0.page.path),\($0.weight)" }.joined(separator: ";")
            }
        }
    }
    return lines.joined(separator: "\n")
}

private func menuSummary(_ entries: [MenuEntry]) -> String {
    entries.map {
        "[\($0.identifier)|\($0.name)|\($0.title)|\($0.url)|\($0.pageRef)|\($0.page?.path ?? "")|\($0.parent)|\($0.pre)"
            + "|\($0.post)|\($0.weight)|\($0.keyName)\(menuSummary($0.children))]"
    }.joined()
}
