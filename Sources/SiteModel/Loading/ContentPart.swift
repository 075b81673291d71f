internal import Files
internal import Text
package import Values

/// The files of content that some pages of a site need: what a whole build found of each, and how it was then.
///
/// A build of such a part loads these files alone and gives the same pages, as long as none of them has changed. It knows
/// nothing of files that came since: they are not published yet.
package struct ContentPart: Sendable {
    struct Entry: Sendable {
        let found: ContentWalk.Found
        let mark: FileMark

        init(found: ContentWalk.Found, mark: FileMark) {
            self.found = found
            self.mark = mark
        }

        /// A file as it is now; nil when it has gone since it was found.
        init?(_ found: ContentWalk.Found) {
            guard let mark = FileMark(found.source) else { return nil }
            self.init(found: found, mark: mark)
        }
    }

    let entries: [Entry]

    init(_ entries: [Entry]) { self.entries = entries }

    /// The first file that is no longer as it was, as it is printed; nil when all are.
    package func firstChange() -> String? {
        entries.first { FileMark($0.found.source) != $0.mark }?.found.shown
    }
}

/// What tells whether a file is the one that was read: size, time of the last change, and which file it is.
package struct FileMark: Sendable, Hashable {
    let size: Int
    let modified: Int
    let inode: UInt

    /// The mark of the file at a path; nil where there is none.
    package init?(_ path: String) {
        guard let status = try? FileSystem.status(path) else { return nil }
        size = status.size
        modified = status.modified
        inode = status.identity.inode
    }

    init?(_ value: Value?) {
        guard let parts = value?.listValue, parts.count == 3, let size = parts[0].intValue,
            let modified = parts[1].intValue, let inode = parts[2].intValue, inode >= 0
        else { return nil }
        self.size = size
        self.modified = modified
        self.inode = UInt(inode)
    }

    /// Three numbers.
    package var value: Value { [.int(size), .int(modified), .int(Int(clamping: inode))] }
}

// MARK: As JSON

extension ContentPart {
    /// A list for each file: path, source, shown, language, stem, extension, time, role, path of the role, bundle, mark.
    package var value: Value {
        .list(
            entries.map { entry in
                let found = entry.found
                var role = ""
                var path = ""
                var bundle = ""
                switch found.role {
                case .page(let page, let kind, let isNode):
                    role = isNode ? "node" : "page"
                    path = page
                    bundle = kind?.rawValue ?? ""
                case .bundleResource(let page): (role, path) = ("resource", page)
                case .folderResource(let folder): (role, path) = ("file", folder)
                case .adapter(let folder): (role, path) = ("adapter", folder)
                }
                return .list([
                    .string(found.path), .string(found.source), .string(found.shown),
                    found.language.map { .string($0) } ?? .null, .string(found.stem), .string(found.fileExtension),
                    found.modified.map { .int($0) } ?? .null, .string(role), .string(path), .string(bundle),
                    entry.mark.value,
                ])
            })
    }

    /// Reads what `value` gave; nil for anything else.
    package init?(_ value: Value?) {
        guard let list = value?.listValue else { return nil }
        var entries: [Entry] = []
        entries.reserveCapacity(list.count)
        for item in list {
            guard let parts = item.listValue, parts.count == 11, let mark = FileMark(parts[10]),
                let path = parts[0].stringValue, let source = parts[1].stringValue, let shown = parts[2].stringValue,
                let stem = parts[4].stringValue, let fileExtension = parts[5].stringValue,
                let role = Self.role(parts[7].stringValue, parts[8].stringValue, parts[9].stringValue)
            else { return nil }
            entries.append(
                Entry(
                    found: ContentWalk.Found(
                        path: path, source: source, shown: shown, language: parts[3].stringValue, stem: stem,
                        fileExtension: fileExtension, modified: parts[6].intValue, role: role), mark: mark))
        }
        self.entries = entries
    }

    private static func role(_ name: String?, _ path: String?, _ bundle: String?) -> ContentWalk.Role? {
        guard let path else { return nil }
        switch name {
        case "node": return .page(path: path, bundle: BundleKind(rawValue: bundle ?? ""), isNode: true)
        case "page": return .page(path: path, bundle: BundleKind(rawValue: bundle ?? ""), isNode: false)
        case "resource": return .bundleResource(page: path)
        case "file": return .folderResource(folder: path)
        case "adapter": return .adapter(folder: path)
        default: return nil
        }
    }
}
