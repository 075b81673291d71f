internal import Text

/// The kinds of files that a site and its themes bring.
package enum SiteComponent: String, Sendable, Hashable, CaseIterable {
    /// Pages.
    case content
    /// Data files.
    case data
    /// Templates.
    case layouts
    /// Strings of the languages.
    case i18n
    /// Templates of new pages.
    case archetypes
    /// Files that templates process.
    case assets
    /// Files that are copied.
    case `static`
}

/// A folder or a file of the disk that is laid over one of the components.
package struct Mount: Sendable, Hashable {
    /// The component it belongs to.
    package let component: SiteComponent
    /// The path that can be opened.
    package let source: String
    /// Where it stands below the component, without `/` at its ends; empty is the component's root.
    package let target: String
    /// The language of its content when the mount sets one.
    package let language: String?
    /// Patterns of paths that are left out, as Hugo's globs.
    package let excluded: [String]
    /// Patterns of the only paths that are taken; empty takes all.
    package let included: [String]
    /// The theme or module it comes from; nil for the site's own.
    package let module: String?
}

/// Which files of a mount are taken, its patterns read once.
package struct MountFilter: Sendable {
    private let excluded: [Glob]
    private let included: [Glob]

    /// Patterns that cannot be read were reported with the configuration and fit nothing.
    package init(_ mount: Mount) {
        excluded = mount.excluded.compactMap { try? Glob($0) }
        included = mount.included.compactMap { try? Glob($0) }
    }

    /// Whether the file at a path inside the mount is taken; nothing is of a folder that is excluded.
    package func takes(_ path: String) -> Bool {
        if !excluded.isEmpty {
            var end = path.endIndex
            while true {
                if excluded.contains(where: { $0.matches(String(path[..<end])) }) { return false }
                guard let slash = path[..<end].lastIndex(of: "/"), slash > path.startIndex else { break }
                end = slash
            }
        }
        return included.isEmpty || included.contains { $0.matches(path) }
    }
}
