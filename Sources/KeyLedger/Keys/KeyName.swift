/// The rules of what a key may be called.
package enum KeyName {
    /// The longest name in characters, as a reader counts them.
    package static let limit = 100
    /// The longest name in Unicode scalars: one character can be made of any number of them.
    private static let scalarLimit = 400

    /// Throws when `name` cannot be the name of a key.
    package static func check(_ name: String) throws(LedgerError) {
        guard name.contains(where: { !$0.isWhitespace }) else {
            throw .invalid("name", "a key needs a name", suggestion: "choose one that says what uses it")
        }
        guard name.utf8.count <= scalarLimit * 4, name.unicodeScalars.count <= scalarLimit, name.count <= limit else {
            throw .invalid("name", "a name has at most \(limit) characters")
        }
        if let bad = name.unicodeScalars.first(where: isForbidden) {
            throw .invalid(
                "name", "a name cannot hold the control character U+\(String(bad.value, radix: 16, uppercase: true))")
        }
        if name.first?.isWhitespace == true || name.last?.isWhitespace == true {
            throw .invalid("name", "a name cannot begin or end with a space")
        }
        try checkHoldsNoSecret(name, "a name")
        if isID(name) { throw .invalid("name", "\"\(name)\" looks like the id of a key") }
    }

    /// Throws when `text`, which pages and reports show, holds a secret; the message does not repeat it.
    static func checkHoldsNoSecret(_ text: String, _ what: String) throws(LedgerError) {
        guard KeySecret.stands(in: text) else { return }
        throw .invalid(
            "secret", "\(what) cannot hold a secret: everybody can read it",
            suggestion: "rotate the key when its secret may have been seen")
    }

    /// Control characters, line and paragraph separators, and what turns the direction of text around it.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
            return true
        default: return false
        }
    }

    /// Whether the text has the form of an id.
    static func isID(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 16 && bytes.starts(with: Array("key_".utf8))
            && bytes[4...].allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 }
    }
}
