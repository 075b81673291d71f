internal import Text
internal import Values

/// What stands in a bundle: a file, or a page that another holds.
protocol BundleResource: ValueObject {
    /// The name, which metadata of the bundle may set.
    var name: String { get }
    /// The name that it has without metadata: its path below the bundle.
    var originalName: String { get }
    /// The main media type, or `page`.
    var resourceType: String { get }
}

/// The resources of a page, or those that a pattern found.
final class ResourceCollection: ValueObject {
    let resources: [any BundleResource]

    init(_ resources: [any BundleResource]) { self.resources = resources }

    var members: MemberTable { Self.table }
    var goType: String { "resource.Resources" }
    var elements: [Value]? { resources.map { .object($0) } }
    var goString: String { "[\(resources.map(\.goString).joined(separator: " "))]" }

    func list(of elements: [Value]) -> Value { Self.value(of: elements) }

    static func value(of elements: [Value]) -> Value {
        let resources = elements.compactMap { element -> (any BundleResource)? in
            guard case .object(let object) = element else { return nil }
            return object as? any BundleResource
        }
        return resources.count == elements.count ? .object(ResourceCollection(resources)) : .list(elements)
    }

    /// The pattern that a template gives.
    static func glob(_ pattern: String) throws(ValueError) -> Glob {
        do throws(Glob.PatternError) {
            return try Glob(pattern.withoutLeadingSlash)
        } catch {
            throw ValueError("failed to match resources with \"\(pattern)\": \(error.message)")
        }
    }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.method("Get", of: ResourceCollection.self, 1...1) { list, call in
            let wanted = try call.string(0, of: "Get").lowercased().withoutLeadingSlash
            // A name that metadata gave comes first.
            let found =
                list.resources.first { $0.name.lowercased() == wanted }
                ?? list.resources.first { $0.originalName.lowercased() == wanted }
            return found.map { .object($0) } ?? .null
        }
        table.method("GetMatch", of: ResourceCollection.self, 1...1) { list, call in
            let glob = try glob(call.string(0, of: "GetMatch"))
            let found =
                list.resources.first { glob.matches($0.name) } ?? list.resources.first { glob.matches($0.originalName) }
            return found.map { .object($0) } ?? .null
        }
        table.method("Match", of: ResourceCollection.self, 1...1) { list, call in
            let glob = try glob(call.string(0, of: "Match"))
            let found = list.resources.filter { glob.matches($0.name) }
            return .object(
                ResourceCollection(found.isEmpty ? list.resources.filter { glob.matches($0.originalName) } : found))
        }
        table.method("ByType", of: ResourceCollection.self, 1...1) { list, call in
            let type = try call.string(0, of: "ByType")
            return .object(ResourceCollection(list.resources.filter { $0.resourceType == type }))
        }
        return table
    }()
}
