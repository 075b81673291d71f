internal import Synchronization

/// The names that one template can reach: its own definitions, then those of the library.
final class TemplateScope: Sendable {
    private let own: [String: Definition]
    private let shared: [String: Definition]
    let mode: TemplateMode
    private let templates = Mutex<[String: Template]>([:])
    /// What `partial` was asked for, nil where there is none: the names to look under are put together once.
    private let partials = Mutex<[String: Template?]>([:])
    private let hasInlinePartials: Bool

    init(own: [String: Definition], shared: [String: Definition], mode: TemplateMode) {
        self.own = own
        self.shared = shared
        self.mode = mode
        hasInlinePartials = own.keys.contains { $0.hasPrefix("_partials/") || $0.hasPrefix("partials/") }
    }

    /// The definition of a name; the names of Hugo's old and new folders mean the same.
    func definition(named name: String) -> Definition? {
        if let found = own[name] ?? shared[name] { return found }
        for other in Self.otherNames(of: name) {
            if let found = own[other] ?? shared[other] { return found }
        }
        return nil
    }

    var names: [String] { (Array(own.keys) + Array(shared.keys)).sorted() }

    func template(named name: String) -> Template? {
        guard let definition = definition(named: name) else { return nil }
        return template(definition)
    }

    /// A partial that is defined inside one of this scope's own files.
    func inlinePartial(named name: String) -> Template? {
        guard hasInlinePartials else { return nil }
        for path in Self.partialNames(of: name) {
            if let definition = own[path] { return template(definition) }
        }
        return nil
    }

    func partial(named name: String) -> Template? {
        if let known = partials.withLock({ $0[name] }) { return known }
        let found = findPartial(named: name)
        partials.withLock { $0[name] = .some(found) }
        return found
    }

    private func findPartial(named name: String) -> Template? {
        for path in Self.partialNames(of: name) {
            if let definition = own[path] ?? shared[path] { return template(definition) }
        }
        return nil
    }

    private func template(_ definition: Definition) -> Template {
        templates.withLock { templates in
            if let known = templates[definition.name] { return known }
            let fresh = Template(definition, name: definition.name, mode: mode, scope: self)
            templates[definition.name] = fresh
            return fresh
        }
    }

    private static func otherNames(of name: String) -> [String] {
        let folders = ["_partials/", "partials/", "_internal/", "_shortcodes/", "shortcodes/"]
        guard let folder = folders.first(where: name.hasPrefix) else { return [] }
        let rest = name.dropFirst(folder.count)
        if folder.hasSuffix("shortcodes/") { return ["_shortcodes/\(rest)", "shortcodes/\(rest)"] }
        return ["_partials/\(rest)", "partials/\(rest)", "_internal/\(rest)"]
    }

    private static func partialNames(of name: String) -> [String] {
        var paths = ["_partials/" + name, "partials/" + name]
        if !name.split(separator: "/", omittingEmptySubsequences: false).contains(where: { $0.contains(".") }) {
            paths += ["html", "htm"].flatMap { ["_partials/\(name).\($0)", "partials/\(name).\($0)"] }
        }
        return paths
    }
}
