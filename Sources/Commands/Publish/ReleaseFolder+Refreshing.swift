internal import Files
internal import SiteBuild
internal import Text

/// Changing some files of a released folder in one step.
///
/// A second tree of the same files (hard links where the file system has them) stands ready as `DIR.releases/.spare`. A
/// refresh brings the changed files into it and exchanges the two; what readers saw until then is the next spare tree.
extension ReleaseFolder {
    private var spare: String { releases + "/.spare" }
    private var trees: String { releases + "/.trees" }
    private var marks: String { releases + "/.marks" }

    /// Takes the spare tree away: what readers see is about to be another site.
    func discardSpare() throws(FileError) {
        for path in [trees, marks, spare, spare + ".next"] { try FileSystem.remove(path) }
    }

    /// Makes the spare tree, unless a good one is there.
    func makeSpare() throws {
        if try sound() != nil { return }
        try discardSpare()
        guard let live = try FileSystem.status(path) else { return }
        let folders = try TreeMarks(of: path)
        try FileSystem.cloneTree(path, to: spare + ".next")
        try FileSystem.move(spare + ".next", to: spare)
        guard let second = try FileSystem.status(spare) else { return }
        try FileSystem.write(folders.bytes, to: marks, atomically: true)
        try ReleaseTrees(
            inodes: [live.identity.inode, second.identity.inode], differing: [], isUnfinished: false
        ).write(to: trees)
    }

    /// Two trees that are what they were.
    private struct Sound: Sendable {
        let trees: ReleaseTrees
        let marks: TreeMarks
        /// The marks as they lie on the disk.
        let bytes: [UInt8]
    }

    /// What is known of the two trees, when both are what they were.
    private func sound() throws -> Sound? {
        guard let trees = try knownTrees(), let bytes = try? FileSystem.read(marks), let folders = TreeMarks(bytes)
        else { return nil }
        // An unfinished refresh has not set the times of its folders back.
        let open = trees.isUnfinished ? Set(trees.differing.map(Self.folder)) : []
        guard try folders.firstChange(in: path, except: open) == nil else { return nil }
        return Sound(trees: trees, marks: folders, bytes: bytes)
    }

    /// What was written down of the two trees, when they are those two.
    private func knownTrees() throws -> ReleaseTrees? {
        guard let known = ReleaseTrees(path: trees), let live = try FileSystem.status(path),
            let second = try FileSystem.status(spare),
            Set(known.inodes) == [live.identity.inode, second.identity.inode], live.identity != second.identity,
            live.identity.device == second.identity.device
        else { return nil }
        return known
    }

    /// What `sound()` says, found out while something else is done: of a large site there are many folders.
    struct Check: Sendable {
        private let folder: ReleaseFolder
        private let found: BackgroundResult<Result<Sound?, any Error>>

        /// Begins to look.
        init(_ folder: ReleaseFolder) {
            self.folder = folder
            found = BackgroundResult { Result { try folder.sound() } }
        }

        /// The answer, if no other run has been here since.
        fileprivate func result() throws -> (trees: ReleaseTrees, marks: TreeMarks)? {
            guard let sound = try found.value().get(), try folder.knownTrees() == sound.trees,
                try FileSystem.read(folder.marks) == sound.bytes
            else { return nil }
            return (sound.trees, sound.marks)
        }
    }

    /// Brings `site`, some files of the whole, into the folder; how many changed.
    ///
    /// - Parameter check: what was begun before the site was built.
    /// - Throws: `publish.moved` when the folder is not what the last publish left.
    func refresh(_ site: BuiltSite, after check: Check, isDryRun: Bool) throws -> Int {
        guard FileSystem.isDirectory(releases) else { throw moved }
        return try alone {
            guard let (trees, folders) = try check.result() else { throw moved }
            var known = trees
            var changed: [String: [UInt8]] = [:]
            for file in site.paths.sorted() {
                let there = "\(path)/\(file)"
                guard let bytes = site.file(file) else { continue }
                if try FileSystem.status(there, followingLinks: false)?.size == bytes.count,
                    try FileSystem.read(there) == bytes
                {
                    continue
                }
                changed[file] = bytes
            }
            guard !changed.isEmpty, !isDryRun else { return changed.count }
            known.differing = Set(known.differing).union(changed.keys).sorted()
            known.isUnfinished = true
            try known.write(to: self.trees)
            try bring(changed, and: known.differing, to: spare)
            let touched = Set(known.differing.map(Self.folder))
            for (folder, modified) in folders.folders where touched.contains(folder) {
                try FileSystem.setModified(folder.isEmpty ? spare : "\(spare)/\(folder)", to: modified)
            }
            try FileSystem.synchronize(spare)
            // Of a link its target changes places, so that the link leads to the new one.
            try exchange(spare, try FileSystem.realPath(path))
            known.differing = changed.keys.sorted()
            known.isUnfinished = false
            try known.write(to: self.trees)
            return changed.count
        }
    }

    private var moved: Diagnostic {
        Diagnostic(
            code: "publish.moved", "the folder is not what the last publish left there", path: path,
            suggestion: "publish the whole site once, without --only-data")
    }

    /// Writes the changed files into a tree, and gives it those that the other tree has otherwise; what the other tree has
    /// not goes: a refresh that was killed meant to bring it.
    private func bring(_ changed: [String: [UInt8]], and differing: [String], to tree: String) throws {
        for file in differing {
            let target = "\(tree)/\(file)"
            let live = "\(path)/\(file)"
            guard let bytes = try changed[file] ?? (FileSystem.isFile(live) ? FileSystem.read(live) : nil) else {
                try FileSystem.remove(target)
                continue
            }
            if let slash = file.utf8.lastIndex(of: 0x2F) { try FileSystem.makeDirectory("\(tree)/\(file[..<slash])") }
            // Never into a file that both trees share.
            try FileSystem.write(bytes, to: target, atomically: true)
        }
    }

    private static func folder(_ file: String) -> String {
        file.utf8.lastIndex(of: 0x2F).map { String(file[..<$0]) } ?? ""
    }
}
