package import KeyLedger
internal import Text
internal import Values

/// Keys in the forms in which they leave the store: for a spreadsheet, and for another store.
package enum KeyExport {
    /// The keys as `keys.json` has them; hashes only where they were asked for.
    package static func json(_ keys: [Key], withHashes: Bool) -> [UInt8] {
        UsageJSON.text(
            .map(
                ValueMap([
                    ("schema", 1), ("keys", .list(keys.map { .map($0.fields(withHashes: withHashes)) })),
                ])))
    }

    /// The same as CSV, the members of `keys.json` as columns and a column `tag:NAME` for each tag.
    ///
    /// Only the present secret of a key has a column: a key in the overlap of a rotation is whole in JSON only.
    package static func csv(_ keys: [Key], withHashes: Bool) -> [UInt8] {
        var names = [
            "id", "kind", "name", "project", "hint", "state", "createdAt", "createdBy", "rotatedAt", "expiresAt",
            "deletedAt", "disabledAt", "migratedTo", "migratedFrom",
        ]
        if withHashes { names.append("hash") }
        let tags = Set(keys.flatMap { $0.tags.map(\.name) }).sorted()
        var csv = CSVWriter()
        csv.line(names + tags.map { "tag:" + $0 })
        for key in keys {
            let fields = key.fields(withHashes: withHashes)
            csv.line(
                names.map { fields[$0]?.stringValue ?? "" }
                    + tags.map { tag in key.tags.first { $0.name == tag }?.value ?? "" })
        }
        return csv.bytes
    }

    /// The list of keys with what they did, a line a key; no hash.
    package static func list(_ keys: [KeyFigures]) -> [UInt8] {
        let tags = Set(keys.flatMap { $0.key.tags.map(\.name) }).sorted()
        var csv = CSVWriter()
        csv.line(
            [
                "id", "name", "kind", "project", "state", "stale", "legacy", "migration", "created_at", "created_by",
                "first_used_at", "last_used_at", "rotated_at", "expires_at", "deleted_at", "tokens_this_period",
                "share", "hint",
            ] + tags.map { "tag:" + $0 })
        func time(_ instant: Instant?) -> String { instant?.rfc3339 ?? "" }
        for entry in keys {
            let key = entry.key
            csv.line(
                [
                    key.id, key.name, key.kind.rawValue, key.project ?? "", entry.state.rawValue,
                    String(entry.isStale), String(entry.isLegacy), entry.migration?.rawValue ?? "",
                    time(key.createdAt), key.createdBy ?? "", time(entry.firstUsedAt), time(entry.lastUsedAt),
                    time(key.rotatedAt), time(key.expiresAt), time(key.deletedAt), String(entry.tokensThisPeriod),
                    String(entry.share), key.hint,
                ] + tags.map { tag in key.tags.first { $0.name == tag }?.value ?? "" })
        }
        return csv.bytes
    }
}
