internal import Files
internal import GoTemplates
internal import SiteBuild
internal import SiteModel
internal import Text
internal import Values

/// What a whole publish leaves for `publish --only-data`: what its live pages need, and how all that it read was then.
///
/// It lies in `.keyport/publish` of the site's folder, a file for each target, and is never trusted: whatever has changed
/// since, the program and the record's own bytes included, makes it worthless.
struct PublishRecord {
    /// What was built and by which program: settings, flags, templates, data.
    let inputs: String
    /// The pages that the store gave, without what they hold.
    let structure: String
    /// All files of content.
    let whole: String
    /// Where the site was put: a commit, a release of a host; empty for a folder, which knows by itself.
    let place: String
    /// Where a refresh was about to put it, so that one that was killed is known again; empty for nowhere.
    var next = ""
    /// What builds the live pages; nil when nothing does.
    let part: LivePart?
    /// Why there is no part.
    let obstacle: String
    /// What those pages of the store that are not always others were made of, by path.
    var stamps: [String: String]

    private static let schema = 3

    /// The record of the same site at another place.
    func at(_ place: String, next: String = "") -> PublishRecord {
        PublishRecord(
            inputs: inputs, structure: structure, whole: whole, place: place, next: next, part: part,
            obstacle: obstacle, stamps: stamps)
    }

    /// The digests of those pages that have them.
    static func stamps(_ pages: [GeneratedPage]) -> [String: String] {
        Dictionary(pages.compactMap { page in page.stamp.map { (page.logicalPath, $0.digest) } }) { first, _ in first }
    }

    /// The digest of a text.
    static func digest(_ bytes: [UInt8]) -> String {
        Hexadecimal.text(HashFunction.sha256.digest(bytes))
    }

    /// The digest of the files of a part of the content.
    static func digest(_ part: ContentPart) -> String {
        digest(Array(((try? JSON.string(part.value)) ?? "").utf8))
    }

    /// The digest of what pages there are, by path, kind and front matter.
    static func digest(_ pages: [GeneratedPage]) -> String {
        let list = pages.map { page -> Value in
            [
                .string(page.path), .string("\(page.kind)"), .map(page.frontMatter),
                .list(page.resources.map { .string($0.path) }),
            ]
        }
        return digest(Array(((try? JSON.string(.list(list))) ?? "").utf8))
    }

    /// The digest of everything that decides what a build makes and is neither content nor store.
    static func inputs(_ configuration: SiteConfiguration, _ arguments: Arguments) -> String {
        var text = SiteInputs.digest(configuration) + "\n\(KeyportVersion.current)\n\(arguments.flag("minify"))\n"
        if let program = FileMark("/proc/self/exe"), let mark = try? JSON.string(program.value) { text += mark }
        text += "\n" + ((try? FileSystem.realPath(SiteOptions.store(arguments))) ?? "")
        return digest(Array(text.utf8))
    }
}

// MARK: On the disk

extension PublishRecord {
    /// Makes the folder of the records of a site, hidden from version control.
    static func makeFolder(_ source: String) throws(FileError) {
        let folder = source + "/.keyport"
        try FileSystem.makeDirectory(folder + "/publish")
        if !FileSystem.isFile(folder + "/.gitignore") {
            try FileSystem.write(Array("*\n".utf8), to: folder + "/.gitignore", atomically: true)
        }
    }

    /// The path of the record of a target, for the site in the folder `source`.
    static func path(of target: PublishTarget, source: String) -> String {
        var text = "\(target)"
        // The same folder by another path is the same target.
        if case .folder(let path) = target {
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            let parent = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
            let above = (try? FileSystem.realPath(parent.isEmpty ? "/" : parent)) ?? parent
            text = "folder \(above)/\(parts.last ?? "")"
        }
        return "\(source)/.keyport/publish/\(digest(Array(text.utf8)).prefix(16))"
    }

    /// Writes the record: a line with the digest of the rest, then JSON.
    func write(to path: String) throws {
        let map = ValueMap([
            ("schema", .int(Self.schema)), ("inputs", .string(inputs)), ("structure", .string(structure)),
            ("whole", .string(whole)), ("place", .string(place)), ("next", .string(next)),
            ("part", part?.value ?? .null),
            ("obstacle", .string(obstacle)),
            ("stamps", .map(ValueMap(stamps.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))),
        ])
        let text = Array(try JSON.string(.map(map), options: JSON.WriteOptions(sortedKeys: false)).utf8)
        try FileSystem.write(Array((Self.digest(text) + "\n").utf8) + text, to: path, atomically: true)
    }

    /// Reads a record; nil when there is none, or none that is whole.
    init?(path: String) {
        guard let bytes = try? FileSystem.read(path), bytes.count > 65, bytes[64] == 0x0A else { return nil }
        let text = Array(bytes[65...])
        guard Self.digest(text) == String(decoding: bytes[..<64], as: UTF8.self),
            let map = (try? JSON.parse(text, file: path))?.mapValue, map["schema"]?.intValue == Self.schema,
            let inputs = map["inputs"]?.stringValue, let structure = map["structure"]?.stringValue,
            let whole = map["whole"]?.stringValue, let place = map["place"]?.stringValue,
            let next = map["next"]?.stringValue, let obstacle = map["obstacle"]?.stringValue,
            let stamps = map["stamps"]?.mapValue
        else { return nil }
        self.inputs = inputs
        self.structure = structure
        self.whole = whole
        self.place = place
        self.next = next
        self.part = LivePart(map["part"])
        self.obstacle = obstacle
        self.stamps = [:]
        for (path, stamp) in stamps { self.stamps[path] = stamp.stringValue }
    }
}
