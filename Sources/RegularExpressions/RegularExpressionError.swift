/// Why a pattern was refused or a search given up, in Go's words where Go has them.
package struct RegularExpressionError: Error, Sendable, Equatable {
    /// One sentence such as ``error parsing regexp: missing closing ): `(a` ``.
    package let message: String

    /// An error with `message`.
    package init(_ message: String) { self.message = message }
}
