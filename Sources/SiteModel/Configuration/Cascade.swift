package import Text
package import Values

/// Values that pages inherit from a list page above them or from the configuration.
package struct Cascade: Sendable {
    /// Which pages a cascade reaches; an empty pattern reaches all.
    package struct Target: Sendable {
        /// A glob of logical paths: `/docs/**`.
        package var path = ""
        /// A glob of kinds: `{page,section}`.
        package var kind = ""
        /// A glob of language keys.
        package var language = ""
        /// A glob of environments.
        package var environment = ""

        /// Everything.
        package init() {}
    }

    /// The values, keys in lower case.
    package var values: ValueMap
    /// Which pages it reaches.
    package var target: Target
    /// Where it stands.
    package var location: SourceRange?
}

extension Cascade {
    /// The cascades of a `cascade` value: a map, or a list of maps each with its target.
    static func decode(_ value: Value, location: SourceRange?) -> [Cascade] {
        value.castMaps.map { entry in
            var values = entry.foldingCase()
            var target = Target()
            for key in ["_target", "target"] {
                guard let map = values[key]?.mapValue else { continue }
                values[key] = nil
                target.path = map["path"]?.castString ?? ""
                target.kind = map["kind"]?.castString ?? ""
                target.language = map["lang"]?.castString ?? ""
                target.environment = map["environment"]?.castString ?? ""
                if let languages = map.value(at: "sites", "matrix", "languages")?.castStrings {
                    target.language = languages.count == 1 ? languages[0] : "{\(languages.joined(separator: ","))}"
                }
            }
            // `params` in a cascade is the same as its keys beside it.
            return Cascade(values: values, target: target, location: location)
        }
    }

    /// Whether the cascade reaches a page.
    func reaches(kind: PageKind, path: String, language: String, environment: String) -> Bool {
        (target.kind.isEmpty || Glob.matches(target.kind, kind.rawValue))
            && (target.path.isEmpty || Glob.matches(target.path, path))
            && (target.language.isEmpty || Glob.matches(target.language, language))
            && (target.environment.isEmpty || Glob.matches(target.environment, environment))
    }
}
