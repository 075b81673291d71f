internal import Values

/// A namespace as a value: themes hand `resources` to a partial that looks pictures up in a page or in the assets, whichever
/// it was given.
final class NamespaceObject: ValueObject {
    let members: MemberTable
    let goType: String

    /// The namespace of that name with its functions as methods.
    init(_ name: String, _ members: MemberTable) {
        self.members = members
        goType = "*\(name).Namespace"
    }
}
