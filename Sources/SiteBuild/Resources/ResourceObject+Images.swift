internal import Files
internal import GoTemplates
internal import Pictures
internal import SiteModel
internal import Values

/// What is known of the picture that a resource holds.
struct ImageFacts: Sendable {
    /// Pixels.
    let size: ImageSize
    /// The hash of the bytes of the file that everything began with.
    let originHash: UInt64
}

/// The methods of resources that are pictures.
extension ResourceObject {
    /// Adds `Resize` and its like.
    static func addImageMembers(to table: inout MemberTable) {
        table.field("Width", of: ResourceObject.self) { .int(try $0.imageFacts().size.width) }
        table.field("Height", of: ResourceObject.self) { .int(try $0.imageFacts().size.height) }
        for (name, action) in [
            ("Resize", "resize"), ("Fit", "fit"), ("Fill", "fill"), ("Crop", "crop"), ("Process", ""),
        ] {
            table.method(name, of: ResourceObject.self, 1...1) { resource, call in
                let text = try call.string(0, of: name)
                return .object(try resource.processed(action + " " + text, method: name))
            }
        }
        table.method("Filter", of: ResourceObject.self, 1...Int.max) { resource, call in
            .object(try resource.filtered(ImageFunctions.filters(call.arguments[...])))
        }
        table.field("Colors", of: ResourceObject.self) { resource in
            _ = try resource.pictureFormat("Colors")
            return try resource.cachedColors.get {
                let bytes = try resource.bytes()
                do throws(PictureError) {
                    return .list(try Picture(bytes).mainColors().map { .object(ColorObject($0)) })
                } catch {
                    throw ValueError("Colors: \(resource.name): \(error.message)")
                }
            }
        }
        // Nothing is read from Exif; as with a picture that has none.
        table.field("Exif", of: ResourceObject.self) { resource in
            _ = try resource.pictureFormat("Exif")
            return .null
        }
        table.field("Meta", of: ResourceObject.self) { resource in
            _ = try resource.pictureFormat("Meta")
            return .null
        }
    }

    /// Size and origin; an error names a resource that is no picture.
    func imageFacts() throws -> ImageFacts {
        if let image { return image }
        return try cachedFacts.get {
            let bytes = try bytes()
            guard let size = ImageSize(of: bytes) else {
                throw ValueError("\(name) is not an image whose size can be read")
            }
            return ImageFacts(size: size, originHash: XXHash.hash(bytes))
        }
    }

    private func pictureFormat(_ method: String) throws -> PictureFormat {
        guard let format = PictureFormat(fileExtension: mediaType.subType) else {
            throw ValueError(
                "\(method): \(name) is a resource of type \(mediaType.type), not a PNG, JPEG, GIF or WebP image")
        }
        return format
    }

    /// The result of an operation in words, made once; the file is made when it is published.
    func processed(_ text: String, method: String) throws -> ResourceObject {
        let source = try pictureFormat(method)
        return try derived("image " + text) {
            let settings = context.imageSettings
            let operation = try ImageOperation(text, settings: settings)
            let facts = try imageFacts()
            let target = operation.format ?? source
            return try derivedImage(
                key: operation.key(target: target), size: operation.size(of: facts.size), source: source,
                target: target, quality: operation.quality
            ) { try operation.apply(to: $0, source: source, settings: settings) }
        }
    }

    /// The result of filters, one after the other.
    func filtered(_ filters: [ImageFilter]) throws -> ResourceObject {
        let source = try pictureFormat("Filter")
        let key = filters.map(\.key).joined(separator: "|")
        return try derived("filter " + key) {
            let facts = try imageFacts()
            let target = filters.compactMap(\.format).last ?? source
            return try derivedImage(
                key: ValueHash.hexadecimal(ValueHash.of(key)), size: filters.reduce(facts.size) { $1.size(of: $0) },
                source: source, target: target, quality: context.imageSettings.quality
            ) { picture in for filter in filters { try filter.apply(to: picture) } }
        }
    }

    private func derivedImage(
        key: String, size: ImageSize, source: PictureFormat, target: PictureFormat, quality: Int,
        change: @escaping @Sendable (Picture) throws -> Void
    ) throws -> ResourceObject {
        do {
            try Picture.check(width: size.width, height: size.height)
        } catch {
            throw ValueError("\(name): \(error.message)")
        }
        let facts = try imageFacts()
        let suffix = targetPath.fileExtension
        var stem = String(targetPath.dropLast(suffix.isEmpty ? 0 : suffix.count + 1))
        var before = ""
        if let mark = stem.ranges(of: "_hu_").last {
            before = String(stem[mark.upperBound...])
            stem = String(stem[..<mark.lowerBound])
        }
        let hash = ValueHash.of(
            list: [
                ValueHash.of(before), ValueHash.of(facts.originHash), ValueHash.of(key),
                ValueHash.of(context.imageSettings.hash),
            ])
        let ending = target == source ? suffix : target.fileExtension
        let path = stem + "_hu_" + ValueHash.hexadecimal(hash) + "." + ending
        // Hugo keeps what it made in this folder, and sites commit it.
        let configuration = context.model.configuration
        let kept = configuration.sourceDirectory + "/" + configuration.resourceDir + "/_gen/images/" + path
        let bytes = FileSystem.isFile(kept) ? nil : try bytes()
        return ResourceObject(
            name: name, title: title, params: params, mediaType: configuration.mediaType(fileExtension: ending),
            targetPath: path,
            source: .made {
                guard let bytes else { return try FileSystem.read(kept) }
                let picture = try Picture(bytes)
                try change(picture)
                return try picture.encoded(target, quality: quality)
            }, context: context, image: ImageFacts(size: size, originHash: facts.originHash))
    }
}
