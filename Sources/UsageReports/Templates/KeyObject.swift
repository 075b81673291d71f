internal import KeyLedger
internal import Values

/// A key to a template; the secret is nowhere in it, its hint is.
final class KeyObject: ValueObject {
    private let figures: KeyFigures
    private let space: KeyportNamespace

    /// The object over `figures`.
    init(_ figures: KeyFigures, in space: KeyportNamespace) {
        self.figures = figures
        self.space = space
    }

    var goType: String { "*keyport.Key" }
    var members: MemberTable { Self.table }
    var goString: String { figures.key.name }

    func isEqual(to other: any ValueObject) -> Bool {
        (other as? KeyObject).map { $0.figures.key.id == figures.key.id } ?? false
    }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("ID", of: KeyObject.self) { .string($0.figures.key.id) }
        table.field("Name", of: KeyObject.self) { .string($0.figures.key.name) }
        table.field("Kind", of: KeyObject.self) { .string($0.figures.key.kind.rawValue) }
        table.field("KindTitle", of: KeyObject.self) { .string($0.figures.key.kind.title) }
        table.field("Project", of: KeyObject.self) { .string($0.figures.key.project ?? "") }
        table.field("Tags", of: KeyObject.self) { key in
            .map(ValueMap(key.figures.key.tags.map { ($0.name, .string($0.value)) }))
        }
        table.field("Hint", of: KeyObject.self) { .string($0.figures.key.hint) }
        table.field("State", of: KeyObject.self) { .string($0.running.state.rawValue) }
        table.field("CreatedAt", of: KeyObject.self) { $0.time($0.figures.key.createdAt) }
        table.field("CreatedBy", of: KeyObject.self) { .string($0.figures.key.createdBy ?? "") }
        table.field("FirstUsedAt", of: KeyObject.self) { $0.time($0.running.firstUsedAt) }
        table.field("LastUsedAt", of: KeyObject.self) { $0.time($0.running.lastUsedAt) }
        table.field("ExpiresAt", of: KeyObject.self) { $0.time($0.figures.key.expiresAt) }
        table.field("RotatedAt", of: KeyObject.self) { $0.time($0.figures.key.rotatedAt) }
        table.field("DeletedAt", of: KeyObject.self) { $0.time($0.figures.key.deletedAt) }
        table.field("TokensThisPeriod", of: KeyObject.self) { .int($0.running.tokensThisPeriod) }
        table.field("Share", of: KeyObject.self) { .float($0.running.share) }
        table.field("Stale", of: KeyObject.self) { .bool($0.running.isStale) }
        table.field("Legacy", of: KeyObject.self) { .bool($0.figures.isLegacy) }
        table.field("Migration", of: KeyObject.self) { .string($0.running.migration?.rawValue ?? "") }
        table.field("MigratedTo", of: KeyObject.self) { try $0.linked($0.figures.key.migratedTo) }
        table.field("MigratedFrom", of: KeyObject.self) { try $0.linked($0.figures.key.migratedFrom) }
        table.field("History", of: KeyObject.self) { try $0.history() }
        table.field("RelPermalink", of: KeyObject.self) { key in
            .string(key.space.address(PortalPages.path(ofKey: key.figures.key.id)))
        }
        return table
    }()

    /// The figures for what each start, and the present, may change.
    private var running: KeyFigures {
        space.note(nil)
        return figures
    }

    private func time(_ instant: Instant?) -> Value {
        guard let instant, let zone = space.figures?.workspace.zone else { return .null }
        return .time(instant.zoned(in: zone))
    }

    private func linked(_ id: String?) throws -> Value {
        guard let id else { return .null }
        return try space.key(id: id)
    }

    private func history() throws -> Value {
        let figures = try space.store()
        let id = self.figures.key.id
        let entries = try space.asking { () throws(LedgerError) in try figures.history(ofKey: id) }
        return .list(
            entries.map { entry in
                .map(
                    ValueMap([
                        ("Time", time(entry.time)), ("Action", .string(entry.action)),
                        ("Detail", .string(entry.sentence(toldOf: id))), ("Actor", .string(entry.actor)),
                    ]))
            })
    }
}
