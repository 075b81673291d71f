/// What sort of key it is: the name that `keys.json` and the sunset rules use.
package struct KeyKind: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    /// The name in the store.
    package let rawValue: String

    /// The kind of that name, known or not.
    package init(rawValue: String) { self.rawValue = rawValue }

    /// The legacy key, prefix `lsci_`.
    package static let ciKey = KeyKind(rawValue: "ci_key")
    /// The CI Auth Token, prefix `lsat_`.
    package static let ciAuthToken = KeyKind(rawValue: "ci_auth_token")

    /// The kinds that every workspace knows, with the prefixes of their secrets.
    package static let standardPrefixes: [(kind: KeyKind, prefix: String)] = [
        (.ciKey, "lsci_"), (.ciAuthToken, "lsat_"),
    ]

    /// The name in the store.
    package var description: String { rawValue }

    /// The kind in words, such as `CI Auth Token`.
    package var title: String {
        switch self {
        case .ciKey: return "CI Key"
        case .ciAuthToken: return "CI Auth Token"
        default: return rawValue
        }
    }
}
