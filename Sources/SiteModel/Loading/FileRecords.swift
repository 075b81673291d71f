internal import Text

/// What is known of the files of content beside what they hold: their commits and their owners.
struct FileRecords: Sendable {
    /// What git says; nil where nobody asked.
    private(set) var history: GitHistory?
    private var codeOwners: CodeOwners?
    private var root = "."

    /// Nothing.
    init() {}

    /// Asks git, once for all languages, and reads `CODEOWNERS`.
    init(_ configuration: SiteConfiguration) throws(Diagnostic) {
        root = configuration.sourceDirectory.isEmpty ? "." : configuration.sourceDirectory
        let folders = configuration.mounts.filter { $0.component == .content }.map(\.source)
        history = try GitHistory.read(root: root, folders: folders)
        codeOwners = CodeOwners(inFolder: root)
    }

    /// Who answers for the file that `path` opens.
    func owners(of path: String) -> [String] {
        guard let codeOwners else { return [] }
        var inside = path[...]
        if root != ".", inside.hasPrefix(root) { inside = inside.dropFirst(root.count) }
        while inside.hasPrefix("/") || inside.hasPrefix("./") { inside = inside.drop { $0 == "." }.dropFirst() }
        return codeOwners.owners(of: String(inside))
    }
}
