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
