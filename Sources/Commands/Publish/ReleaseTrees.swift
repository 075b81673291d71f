internal import Files
internal import Text
internal import Values

/// What is known of the two trees of a released folder: the one that readers see, and the spare one that the next refresh
/// changes and puts in its place.
///
/// Both are the same site but for a few files, so that a refresh costs what those files cost, however large the site is.
/// Which of the two readers see is never written down: the folder itself says it by its inode.
struct ReleaseTrees: Equatable {
    /// The inodes of the two.
    var inodes: [UInt]
    /// The files in which they may differ.
    var differing: [String]
    /// Whether a refresh has begun and not ended.
    var isUnfinished: Bool

    private static let schema = 1

    /// Writes what is known, whole or not at all.
    func write(to path: String) throws {
        let map = ValueMap([
            ("schema", .int(Self.schema)), ("inodes", .list(inodes.map { .int(Int(clamping: $0)) })),
            ("differing", .list(differing.map { .string($0) })), ("unfinished", .bool(isUnfinished)),
        ])
        let text = try JSON.string(.map(map), options: JSON.WriteOptions(sortedKeys: false))
        try FileSystem.write(Array(text.utf8), to: path, atomically: true)
    }
}

extension ReleaseTrees {
    /// Reads what is known; nil when that is nothing.
    init?(path: String) {
        guard let bytes = try? FileSystem.read(path), let map = (try? JSON.parse(bytes, file: path))?.mapValue,
            map["schema"]?.intValue == Self.schema, let inodes = map["inodes"]?.listValue, inodes.count == 2,
            let differing = map["differing"]?.listValue, let isUnfinished = map["unfinished"]?.boolValue
        else { return nil }
        self.inodes = inodes.compactMap { $0.intValue.flatMap { UInt(exactly: $0) } }
        self.differing = differing.compactMap(\.stringValue)
        self.isUnfinished = isUnfinished
        guard self.inodes.count == 2, self.differing.count == differing.count,
            self.differing.allSatisfy(ReleaseFolder.isInside)
        else { return nil }
    }
}
