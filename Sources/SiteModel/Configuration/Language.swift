/// A language of the site.
package struct Language: Sendable, Hashable {
    /// The key of the configuration: `en`, `pt-br`.
    package let key: String
    /// What a reader sees: `English`; empty when it is not configured (Hugo's `label` and `languageName`).
    package let label: String
    /// The tag that goes into `lang` attributes and picks formats; the key when it is not configured.
    package let locale: String
    /// `ltr`, `rtl`, or empty (Hugo's `direction` and `languageDirection`).
    package let direction: String
    /// The place among the languages; zero is none and stands last.
    package let weight: Int
    /// The place in the order of the languages, from zero.
    package let index: Int
    /// Whether it is the language of content that names none.
    package let isDefault: Bool
    /// The first part of its addresses, `/fr` or empty.
    package let prefix: String

    /// Whether both have the same key.
    package static func == (left: Language, right: Language) -> Bool { left.key == right.key }

    /// Feeds the key.
    package func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
