/// Which usage is asked for; nil is all.
package struct UsageFilter: Sendable, Hashable {
    /// Only that key, by id.
    package var key: String?
    /// Only that project.
    package var project: String?
    /// Only that provider.
    package var provider: String?
    /// Only keys of that kind.
    package var kind: KeyKind?

    /// A filter; nil is all.
    package init(key: String? = nil, project: String? = nil, provider: String? = nil, kind: KeyKind? = nil) {
        self.key = key
        self.project = project
        self.provider = provider
        self.kind = kind
    }

    /// All usage.
    package static let all = UsageFilter()

    /// Whether it leaves anything out.
    package var isAll: Bool { self == .all }
}
