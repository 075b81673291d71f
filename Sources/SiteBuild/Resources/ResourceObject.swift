internal import Files
internal import Pictures
internal import SiteModel
internal import Synchronization
internal import Text
internal import Values

/// A file that templates can read, change and publish: of a bundle, of the assets, or made by a template.
final class ResourceObject: BundleResource {
    /// Where the bytes come from.
    enum Source: Sendable {
        /// A file, read when its content is asked for.
        case file(String)
        /// Bytes.
        case bytes([UInt8])
        /// What a closure makes when it is first asked for.
        case made(@Sendable () throws -> [UInt8])
    }

    let name: String
    let originalName: String
    let title: String
    let params: ValueMap
    let mediaType: MediaType
    /// The path below the destination folder.
    let targetPath: String
    /// The subresource integrity, when the resource was fingerprinted.
    let integrity: String
    let source: Source
    unowned let context: SiteContext
    /// A file that is published together with this one, such as a source map.
    private let companion: (path: String, bytes: [UInt8])?
    /// Whether the site build publishes it in any case, as it does the files of a bundle.
    private let isPublishedAnyway: Bool
    /// What is known of a picture without reading it.
    let image: ImageFacts?
    let cachedFacts = Lazy<ImageFacts>()
    /// What `.Colors` gives, once it was asked for.
    let cachedColors = Lazy<Value>()
    /// The description of an API that it holds.
    let api = Lazy<OpenAPIObject>()
    private let loaded = Lazy<[UInt8]>()
    private let isPublished = Atomic(false)
    private let made = Mutex<[String: ResourceObject]>([:])

    init(
        name: String, originalName: String? = nil, title: String? = nil,
        params: ValueMap = ValueMap(foldsCase: true), mediaType: MediaType,
        targetPath: String, integrity: String = "", source: Source, context: SiteContext,
        isPublishedAnyway: Bool = false, image: ImageFacts? = nil,
        companion: (path: String, bytes: [UInt8])? = nil
    ) {
        self.name = name
        self.originalName = originalName ?? name
        self.title = title ?? name
        self.params = params
        self.mediaType = mediaType
        self.targetPath = targetPath
        self.integrity = integrity
        self.source = source
        self.context = context
        self.isPublishedAnyway = isPublishedAnyway
        self.image = image
        self.companion = companion
    }

    /// A file of a page's bundle.
    convenience init(_ resource: PageResource, of page: Page, context: SiteContext) {
        let source: Source
        switch resource.content {
        case .file(let path): source = .file(path)
        case .bytes(let bytes): source = .bytes(bytes)
        case .made(let make): source = .made(make)
        }
        self.init(
            name: resource.name, originalName: resource.path, title: resource.title, params: resource.params,
            mediaType: resource.mediaType,
            targetPath: resource.outputPath, source: source, context: context,
            isPublishedAnyway: page.buildOptions.publishResources)
    }

    var members: MemberTable { Self.table }
    var goType: String { "*resources.genericResource" }
    var goString: String { name }
    var resourceType: String { mediaType.mainType }

    func list(of elements: [Value]) -> Value { ResourceCollection.value(of: elements) }

    /// The bytes; an error names the file.
    func bytes() throws -> [UInt8] {
        switch source {
        case .bytes(let bytes): return bytes
        case .made(let make):
            // Whoever made it may have left its own error: with a name it gets the place of the template too.
            do {
                return try loaded.get(make)
            } catch let error as FileError {
                throw ValueError("\(name): \(error.reason)")
            } catch let error as PictureError {
                throw ValueError("\(name): \(error.message)")
            }
        case .file(let path):
            do {
                return try loaded.get { try FileSystem.read(path) }
            } catch let error as FileError {
                throw ValueError("\(name): \(error.reason)")
            }
        }
    }

    /// Puts the file into the output, once.
    func publish() throws {
        guard !isPublishedAnyway, !isPublished.exchange(true, ordering: .relaxed) else { return }
        context.build.outputs.addMade(path: targetPath, bytes: try bytes())
        if let companion { context.build.outputs.addMade(path: companion.path, bytes: companion.bytes) }
    }

    /// The same resource with other bytes.
    func changed(
        bytes: [UInt8], targetPath: String? = nil, integrity: String? = nil, mediaType: MediaType? = nil,
        companion: (path: String, bytes: [UInt8])? = nil
    ) -> ResourceObject {
        ResourceObject(
            name: name, title: title, params: params, mediaType: mediaType ?? self.mediaType,
            targetPath: targetPath ?? self.targetPath, integrity: integrity ?? self.integrity, source: .bytes(bytes),
            context: context, companion: companion ?? self.companion)
    }

    /// What `make` makes of this resource, made once for each `key`: every page asks for the same style sheet.
    func derived(_ key: String, _ make: () throws -> ResourceObject) rethrows -> ResourceObject {
        if let known = made.withLock({ $0[key] }) { return known }
        let fresh = try make()
        return made.withLock { made in
            if let known = made[key] { return known }
            made[key] = fresh
            return fresh
        }
    }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Name", of: ResourceObject.self) { .string($0.name) }
        table.field("Title", of: ResourceObject.self) { .string($0.title) }
        table.field("Params", of: ResourceObject.self) { .map($0.params) }
        table.field("MediaType", of: ResourceObject.self) { .object(MediaTypeObject($0.mediaType)) }
        table.field("ResourceType", of: ResourceObject.self) { .string($0.mediaType.mainType) }
        table.field("Key", of: ResourceObject.self) { resource in
            .string(urlEscaped("/" + resource.targetPath, for: .path))
        }
        table.field("Data", of: ResourceObject.self) { resource in
            ["Integrity": .string(resource.integrity)]
        }
        table.field("Content", of: ResourceObject.self) { resource in
            .string(String(decoding: try resource.bytes(), as: UTF8.self))
        }
        table.field("RelPermalink", of: ResourceObject.self) { resource in
            try resource.publish()
            return .string(resource.context.addresses.relative(ofOutputPath: resource.targetPath))
        }
        table.field("Permalink", of: ResourceObject.self) { resource in
            try resource.publish()
            return .string(resource.context.addresses.absolute(ofOutputPath: resource.targetPath))
        }
        table.field("Publish", of: ResourceObject.self) { resource in
            try resource.publish()
            return .string("")
        }
        addImageMembers(to: &table)
        table.field("Err", of: ResourceObject.self) { _ in .null }
        return table
    }()

}

extension String {
    /// The text without the slashes at its start.
    var withoutLeadingSlash: String { String(drop { $0 == "/" }) }
}
