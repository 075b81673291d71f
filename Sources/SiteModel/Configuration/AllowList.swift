internal import RegularExpressions

/// A list of patterns of what is allowed, as Hugo's `security` settings have them: `! ` in front denies.
struct AllowList {
    private let allowed: [RegularExpression]
    private let denied: [RegularExpression]
    private let isClosed: Bool

    /// Patterns in Go's dialect; one that cannot be read was reported with the configuration and matches nothing.
    init(_ patterns: [String]) {
        isClosed = patterns.isEmpty || patterns == ["none"]
        denied = patterns.compactMap { $0.hasPrefix("! ") ? try? RegularExpression(go: String($0.dropFirst(2))) : nil }
        allowed = patterns.compactMap { $0.hasPrefix("! ") ? nil : try? RegularExpression(go: $0) }
    }

    /// The pattern of an entry, without what denies it.
    static func pattern(_ entry: String) -> String { entry.hasPrefix("! ") ? String(entry.dropFirst(2)) : entry }

    /// Whether `text` is allowed: nothing denies it, and something allows it unless the list only denies.
    func accepts(_ text: String) -> Bool {
        let subject = MatchSubject(text)
        func matches(_ pattern: RegularExpression) -> Bool { (try? pattern.firstMatch(in: subject)) ?? nil != nil }
        if isClosed || denied.contains(where: matches) { return false }
        return allowed.isEmpty || allowed.contains(where: matches)
    }
}
