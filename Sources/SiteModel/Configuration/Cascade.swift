package import Text
package import Values

/// Values that pages inherit from a list page above them or from the configuration.
package struct Cascade: Sendable {
    /// Which pages a cascade reaches; no pattern reaches all.
    package struct Target: Sendable {
        /// A pattern of logical paths: `/docs/**`.
        package var path: Glob?
        /// A pattern of kinds: `{page,section}`.
        package var kind: Glob?
        /// A pattern of language keys.
        package var language: Glob?
        /// A pattern of environments.
        package var environment: Glob?

        /// Everything.
        package init() {}
    }

    /// The values, keys in lower case.
    package var values: ValueMap
    /// Which pages it reaches.
    package var target: Target
    /// Where it stands.
    package var location: SourceRange?
    /// What is wrong with a pattern of its target; it reaches no page then.
    package var problem: String?
}

extension Cascade {
    /// The cascades of a `cascade` value: a map, or a list of maps each with its target.
    static func decode(_ value: Value, location: SourceRange?) -> [Cascade] {
        value.castMaps.map { entry in
            var values = entry.foldingCase()
            var target = Target()
            var problem: String?
            for key in ["_target", "target"] {
                guard let map = values[key]?.mapValue else { continue }
                values[key] = nil
                func glob(_ text: String?) -> Glob? {
                    guard let text, !text.isEmpty else { return nil }
                    do throws(Glob.PatternError) {
                        return try Glob(text)
                    } catch {
                        problem = "\"\(text)\" in target of cascade is no pattern: \(error.message)"
                        return nil
                    }
                }
                target.path = glob(map["path"]?.castString)
                target.kind = glob(map["kind"]?.castString)
                target.language = glob(map["lang"]?.castString)
                target.environment = glob(map["environment"]?.castString)
                if let languages = map.value(at: "sites", "matrix", "languages")?.castStrings {
                    target.language = glob("{\(languages.joined(separator: ","))}")
                }
            }
            // `params` in a cascade is the same as its keys beside it.
            return Cascade(values: values, target: target, location: location, problem: problem)
        }
    }

    /// Whether the cascade reaches a page.
    func reaches(kind: PageKind, path: String, language: String, environment: String) -> Bool {
        problem == nil && target.kind?.matches(kind.rawValue) != false && target.path?.matches(path) != false
            && target.language?.matches(language) != false && target.environment?.matches(environment) != false
    }
}
