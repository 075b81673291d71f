package import Text
package import Values

/// What `try` gives: `.Value` when it went well, `.Err` when it did not.
final class AttemptedValue: ValueObject {
    let value: Value
    let failure: TemplateError?

    init(value: Value, failure: TemplateError?) {
        self.value = value
        self.failure = failure
    }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Value", of: AttemptedValue.self) { $0.value }
        table.field("Err", of: AttemptedValue.self) { $0.failure.map { .object($0) } ?? .null }
        return table
    }()

    var members: MemberTable { Self.table }
    var goType: String { "template.TryValue" }
}

/// An error as a value: printed, it is its message.
package final class TemplateError: ValueObject {
    /// What went wrong, with its place.
    package let diagnostic: Diagnostic

    /// Makes a value of `diagnostic`.
    package init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Error", of: TemplateError.self) { .string($0.goString) }
        table.field("Message", of: TemplateError.self) { .string($0.goString) }
        table.field("Cause", of: TemplateError.self) { _ in .null }
        return table
    }()

    /// `Error`, `Message` and `Cause`.
    package var members: MemberTable { Self.table }
    /// The type that Go's `printf "%T"` names.
    package var goType: String { "*errors.errorString" }
    /// The message.
    package var goString: String { diagnostic.message }
}
