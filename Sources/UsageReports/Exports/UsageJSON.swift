internal import KeyLedger
internal import Text
package import Values

/// What `usage summary --json` and `keys list --json` print: shapes that outside programs rely on.
package enum UsageJSON {
    /// `usage summary --json` of the figures.
    ///
    /// Days that have not begun are left out: a zero would say that nothing was used on them.
    package static func summary(_ figures: UsageFigures) -> Value {
        .map(
            ValueMap([
                (
                    "period",
                    .map(
                        ValueMap([
                            ("name", .string(figures.name)), ("start", .string(figures.start.rfc3339)),
                            ("end", .string(figures.period.end.rfc3339)), ("timeZone", .string(figures.zone.name)),
                            ("closed", .bool(figures.isClosed)),
                        ]))
                ),
                ("quota", number(figures.quota)), ("used", .int(figures.used)), ("left", number(figures.left)),
                ("projected", number(figures.projected ?? (figures.isRunning ? nil : figures.used))),
                ("runsOutOn", figures.runsOutOn.map { .string($0.description) } ?? .null),
                ("dataTo", time(figures.dataTo)),
                (
                    "days",
                    .list(
                        figures.days.filter { $0.phase != .future }.map { day in
                            .map(
                                ValueMap([("date", .string(day.date.description)), ("tokens", .int(day.tokens))]))
                        })
                ),
                (
                    "keys",
                    .list(
                        figures.keys.map { key in
                            .map(
                                ValueMap([
                                    ("id", .string(key.id)), ("name", .string(key.name)),
                                    ("state", .string(key.state.rawValue)), ("tokens", .int(key.tokens)),
                                ]))
                        })
                ),
                ("projects", parts(figures.projects)), ("providers", parts(figures.providers)),
            ]))
    }

    /// `keys list --json`: every key as the store has it, without hashes, with what it did.
    package static func keys(_ keys: [KeyFigures]) -> Value {
        .map(ValueMap([("keys", .list(keys.map(key)))]))
    }

    /// One key of that list; what `keys show --json` prints.
    package static func key(_ figures: KeyFigures) -> Value {
        let key = figures.key
        var map = ValueMap([
            ("id", .string(key.id)), ("kind", .string(key.kind.rawValue)), ("name", .string(key.name)),
            ("project", key.project.map { .string($0) } ?? .null),
            ("tags", .map(ValueMap(key.tags.map { ($0.name, .string($0.value)) }))), ("hint", .string(key.hint)),
            ("state", .string(figures.state.rawValue)), ("createdAt", time(key.createdAt)),
            ("createdBy", key.createdBy.map { .string($0) } ?? .null), ("rotatedAt", time(key.rotatedAt)),
            (
                "overlap",
                .list(
                    key.overlap.map { old in
                        .map(ValueMap([("hint", .string(old.hint)), ("validUntil", time(old.validUntil))]))
                    })
            ),
            ("expiresAt", time(key.expiresAt)), ("deletedAt", time(key.deletedAt)),
        ])
        if let disabledAt = key.disabledAt { map["disabledAt"] = time(disabledAt) }
        if let successor = key.migratedTo { map["migratedTo"] = .string(successor) }
        if let origin = key.migratedFrom { map["migratedFrom"] = .string(origin) }
        map["firstUsedAt"] = time(figures.firstUsedAt)
        map["lastUsedAt"] = time(figures.lastUsedAt)
        map["tokensThisPeriod"] = .int(figures.tokensThisPeriod)
        map["share"] = .float(figures.share)
        map["stale"] = .bool(figures.isStale)
        map["legacy"] = .bool(figures.isLegacy)
        if let migration = figures.migration { map["migration"] = .string(migration.rawValue) }
        return .map(map)
    }

    /// A value as indented JSON with a line end, the members in their order.
    package static func text(_ value: Value) -> [UInt8] {
        var out = ByteWriter(capacity: 4096)
        // Only numbers, texts, lists and maps are made here; all of them can be written.
        try? JSON.write(value, into: &out, options: .init(indent: "  ", sortedKeys: false))
        out.write(byte: 0x0A)
        return out.bytes
    }

    static func number(_ value: Int?) -> Value { value.map { .int($0) } ?? .null }

    static func time(_ instant: Instant?) -> Value { instant.map { .string($0.rfc3339) } ?? .null }

    static func parts(_ parts: [UsageFigures.Part]) -> Value {
        .list(
            parts.map { part in .map(ValueMap([("name", .string(part.name)), ("tokens", .int(part.tokens))])) })
    }
}
