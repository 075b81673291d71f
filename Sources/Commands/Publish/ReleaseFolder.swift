internal import Files
internal import Glibc
internal import SiteBuild
internal import Text

/// A folder that readers are served from, with the sites that stood there before beside it.
///
/// The old ones are `DIR.releases/0001`, `0002` and so on. When `DIR` is a symbolic link, the new site is one of them too and
/// the link is turned to it; when it is a folder, the two are exchanged. Either is one call of the system, so a reader finds
/// the old or the new site.
struct ReleaseFolder {
    /// The folder that readers are served from.
    let path: String
    /// How many former sites stay.
    let keep: Int

    var releases: String { path + ".releases" }
    private var next: String { releases + "/next" }

    /// Puts `site` in place; whether there was anything to change.
    ///
    /// - Parameter isRefreshed: whether a spare tree is made for refreshes.
    func publish(_ site: BuiltSite, isRefreshed: Bool) throws -> Int {
        try FileSystem.makeDirectory(releases)
        return try alone {
            let changed = try differences(from: site)
            // What a run that was killed has left.
            try FileSystem.remove(next)
            if changed > 0 {
                try discardSpare()
                try site.write(to: next)
                try FileSystem.synchronize(next)
                try swap()
                try FileSystem.synchronize(releases)
                try prune()
            }
            if isRefreshed { try makeSpare() } else { try discardSpare() }
            return changed
        }
    }

    /// Does `work` while no other run puts a site here.
    func alone<Result>(_ work: () throws -> Result) throws -> Result {
        guard let result = try FileSystem.locked(releases + "/.lock", work) else {
            throw Diagnostic(
                code: "publish.locked", "another keyport publish is putting a site here", path: path,
                suggestion: "wait until it is done")
        }
        return result
    }

    /// How many files would change.
    func differences(from site: BuiltSite) throws(FileError) -> Int {
        guard let status = try FileSystem.status(path) else { return site.paths.count }
        guard status.kind == .directory else { throw FileError("publish to", path, number: ENOTDIR) }
        return try site.differences(from: path)
    }

    /// Whether a path stays below the folder it is taken in.
    static func isInside(_ path: String) -> Bool {
        !path.isEmpty && !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
    }

    private func swap() throws {
        switch try FileSystem.status(path, followingLinks: false)?.kind {
        case nil:
            try FileSystem.move(next, to: path)
        case .link:
            let name = try nextName()
            try FileSystem.move(next, to: releases + "/" + name)
            let folder = path.split(separator: "/").last.map(String.init) ?? ""
            try FileSystem.link(path, to: folder + ".releases/" + name)
        default:
            try exchange(next, path)
            try FileSystem.move(next, to: releases + "/" + (try nextName()))
        }
    }

    /// Puts a tree in the place of what readers see, and that in its place.
    func exchange(_ tree: String, _ place: String) throws {
        do throws(FileError) {
            try FileSystem.exchange(tree, place)
        } catch {
            guard [EINVAL, ENOSYS, EOPNOTSUPP].contains(error.number) else { throw error.diagnostic }
            throw Diagnostic(
                code: "publish.exchange", "this file system cannot exchange two folders in one step", path: path,
                suggestion: "move \(path) away once and make it a symbolic link to a folder")
        }
    }

    private func names() throws(FileError) -> [String] {
        try FileSystem.list(releases).map(\.name).filter { Int($0) != nil }.sorted { (Int($0) ?? 0) < (Int($1) ?? 0) }
    }

    private func nextName() throws(FileError) -> String {
        let number = (try names().last.flatMap { Int($0) } ?? 0) + 1
        let digits = String(number)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private func prune() throws(FileError) {
        let status = try FileSystem.status(path)
        var former: [String] = []
        for name in try names() {
            // The link's own target is no former site.
            if try FileSystem.status(releases + "/" + name)?.identity != status?.identity { former.append(name) }
        }
        for name in former.dropLast(keep) { try FileSystem.remove(releases + "/" + name) }
    }
}
