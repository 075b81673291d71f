internal import KeyLedger
internal import Text
internal import UsageReports

/// Which keys a list shows, and in which order.
struct KeySelection {
    /// The options that choose.
    static let options: [Option] = [
        .value("name", nil, "PATTERN", "only keys whose name holds that text, or fits it when it has * or ?"),
        .values("state", nil, "STATE", "only keys that are active, disabled, expired, sunset or deleted"),
        .value("project", nil, "P", "only keys of that project"),
        .value("kind", nil, "KIND", "only ci_key or ci_auth_token"),
        .values("tag", nil, "k=v", "only keys with that tag; k alone for any value"),
        .flag("legacy", nil, "only keys of a kind that ends, with how far each has come to its successor"),
        .values("migration", nil, "HOW", "only keys whose move is open, started, done, or that still use both"),
        .value("stale", nil, "SPAN", "only active keys that were not used for that long, such as 90d"),
        .value("sort", nil, "ORDER", "name, created, used or tokens (default: as they were made)"),
    ]

    /// Whether deleted keys are among them.
    var includesDeleted: Bool
    /// Whether the list is about keys that are to be replaced.
    let isOfMigration: Bool
    private let pattern: NamePattern?
    private let isLegacy: Bool
    private let migrations: Set<KeyMigration>
    private let states: Set<KeyState>
    private let project: String?
    private let kind: String?
    private let tags: [(name: String, value: String?)]
    private let unusedFor: Int?
    private let order: Order

    private enum Order: String, CaseIterable {
        case made
        case name
        case created
        case used
        case tokens
    }

    /// What a command line chooses.
    init(_ arguments: Arguments) throws(UsageError) {
        var states = Set<KeyState>()
        for text in arguments.values("state") {
            states.insert(try Self.choice(text, "--state", among: KeyState.allCases))
        }
        self.states = states
        var migrations = Set<KeyMigration>()
        for text in arguments.values("migration") {
            migrations.insert(try Self.choice(text, "--migration", among: KeyMigration.allCases))
        }
        self.migrations = migrations
        pattern = arguments.value("name").map { NamePattern($0) }
        isLegacy = arguments.flag("legacy")
        isOfMigration = isLegacy || !migrations.isEmpty
        includesDeleted = arguments.flag("all") || states.contains(.deleted)
        project = arguments.value("project")
        kind = arguments.value("kind")
        tags = arguments.values("tag").map { text in
            guard let equals = text.firstIndex(of: "=") else { return (text, nil) }
            return (String(text[..<equals]), String(text[text.index(after: equals)...]))
        }
        unusedFor = try Self.span(arguments)
        if let text = arguments.value("sort") {
            order = try Self.choice(text, "--sort", among: Order.allCases)
        } else {
            order = .made
        }
    }

    /// Throws when a kind is chosen that this workspace does not know and no key has.
    func check(_ keys: [KeyFigures], in workspace: Workspace) throws(UsageError) {
        guard let kind, workspace.prefix(of: KeyKind(rawValue: kind)) == nil,
            !keys.contains(where: { $0.key.kind.rawValue == kind })
        else { return }
        let known = workspace.prefixes.map(\.kind.rawValue)
        throw UsageError(
            message: "--kind: there is no kind of key \"\(kind.singleLine)\"",
            suggestion: "one of " + known.joined(separator: ", "))
    }

    private static func span(_ arguments: Arguments) throws(UsageError) -> Int? {
        guard let text = arguments.value("stale") else { return nil }
        return try TimeArgument.span(text, "--stale")
    }

    private static func choice<Choice: RawRepresentable>(
        _ text: String, _ option: String, among all: [Choice]
    ) throws(UsageError) -> Choice where Choice.RawValue == String {
        guard let choice = Choice(rawValue: text) else {
            let names = all.map(\.rawValue)
            throw UsageError(
                message: "\(option): there is no \"\(text)\"",
                suggestion: nearestName(to: text, among: names).map { "did you mean \($0)?" }
                    ?? "one of " + names.joined(separator: ", "))
        }
        return choice
    }

    /// Those of `keys` that are chosen, in order.
    func keys(of keys: [KeyFigures], at now: Instant) -> [KeyFigures] {
        var chosen = keys
        // Mostly it is all of them, and then none is copied.
        if let first = keys.firstIndex(where: { !isChosen($0, at: now) }) {
            chosen = keys[..<first] + keys[(first + 1)...].filter { isChosen($0, at: now) }
        }
        switch order {
        case .made: return chosen
        case .name: return chosen.sorted { ($0.key.name, $0.key.id) < ($1.key.name, $1.key.id) }
        case .created: return chosen.sorted { ($0.key.createdAt, $0.key.id) < ($1.key.createdAt, $1.key.id) }
        case .used:
            // The latest first, those that were never used last.
            let never = Instant(nanoseconds: .min)
            return chosen.sorted { ($1.lastUsedAt ?? never, $0.key.id) < ($0.lastUsedAt ?? never, $1.key.id) }
        case .tokens: return chosen.sorted { ($1.tokensThisPeriod, $0.key.id) < ($0.tokensThisPeriod, $1.key.id) }
        }
    }

    private func isChosen(_ entry: KeyFigures, at now: Instant) -> Bool {
        let key = entry.key
        if key.isDeleted, !includesDeleted { return false }
        if !states.isEmpty, !states.contains(entry.state) { return false }
        if let pattern, !pattern.fits(key.name) { return false }
        if isLegacy, !entry.isLegacy { return false }
        if !migrations.isEmpty, entry.migration.map({ migrations.contains($0) }) != true { return false }
        if let project, key.project != project { return false }
        if let kind, key.kind.rawValue != kind { return false }
        for tag in tags {
            guard key.tags.contains(where: { $0.name == tag.name && (tag.value ?? $0.value) == $0.value }) else {
                return false
            }
        }
        guard let unusedFor else { return true }
        return entry.state == .active && (entry.lastUsedAt ?? key.createdAt).adding(seconds: unusedFor) <= now
    }
}

/// What a name shall be like: `*` stands for any text, `?` for one character, small and large letters are the same.
///
/// A pattern without either fits a name that holds it.
struct NamePattern {
    private let pattern: [Character]

    init(_ text: String) {
        let isPlain = !text.contains { $0 == "*" || $0 == "?" }
        pattern = Array((isPlain ? "*\(text)*" : text).lowercased())
    }

    /// Whether the whole name fits. One star at a time is held open, so the work is at most the product of the lengths.
    func fits(_ name: String) -> Bool {
        let name = Array(name.lowercased())
        var at = 0
        var next = 0
        var star: (pattern: Int, name: Int)?
        while at < name.count {
            if next < pattern.count, pattern[next] == "*" {
                star = (next + 1, at)
                next += 1
            } else if next < pattern.count, pattern[next] == "?" || pattern[next] == name[at] {
                next += 1
                at += 1
            } else if let open = star {
                star = (open.pattern, open.name + 1)
                next = open.pattern
                at = open.name + 1
            } else {
                return false
            }
        }
        return pattern[next...].allSatisfy { $0 == "*" }
    }
}
