internal import SiteModel
internal import Values

/// Facts about the generator and the build: `hugo`.
final class HugoObject: ValueObject {
    /// The version of Hugo whose templates build here unchanged; themes ask for at least some version.
    static let version = "0.168.0"
    private unowned let context: SiteContext

    init(_ context: SiteContext) { self.context = context }

    var members: MemberTable { Self.table }
    var goType: String { "hugo.HugoInfo" }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Version", of: HugoObject.self) { _ in .string(version) }
        table.field("Generator", of: HugoObject.self) { hugo in
            .html("<meta name=\"generator\" content=\"\(hugo.context.build.options.generator)\">")
        }
        table.field("Environment", of: HugoObject.self) { .string($0.context.model.configuration.environment) }
        table.field("IsProduction", of: HugoObject.self) {
            .bool($0.context.model.configuration.environment == "production")
        }
        table.field("IsDevelopment", of: HugoObject.self) {
            .bool($0.context.model.configuration.environment == "development")
        }
        table.field("IsServer", of: HugoObject.self) { .bool($0.context.build.options.isServer) }
        table.field("IsExtended", of: HugoObject.self) { _ in true }
        table.field("IsMultilingual", of: HugoObject.self) { .bool($0.context.build.sites.count > 1) }
        table.field("IsMultihost", of: HugoObject.self) { _ in false }
        table.field("WorkingDir", of: HugoObject.self) { .string($0.context.workingDirectory) }
        table.field("BuildDate", of: HugoObject.self) { _ in "" }
        table.field("CommitHash", of: HugoObject.self) { _ in "" }
        table.field("GoVersion", of: HugoObject.self) { _ in "" }
        table.field("Sites", of: HugoObject.self) { .object($0.context.sites) }
        table.field("Data", of: HugoObject.self) { .map($0.context.model.data) }
        table.field("Store", of: HugoObject.self) { .object($0.context.build.store) }
        table.field("Deps", of: HugoObject.self) { _ in .list([]) }
        return table
    }()
}
