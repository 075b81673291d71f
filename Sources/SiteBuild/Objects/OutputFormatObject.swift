internal import SiteModel
internal import Values

/// A page in one output format: an element of `.OutputFormats`.
final class OutputFormatObject: ValueObject {
    let target: PageTarget

    init(_ target: PageTarget) { self.target = target }

    var members: MemberTable { Self.table }
    var goType: String { "page.OutputFormat" }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Name", of: OutputFormatObject.self) { .string($0.target.format.name) }
        table.field("Rel", of: OutputFormatObject.self) { .string($0.target.format.rel) }
        table.field("RelPermalink", of: OutputFormatObject.self) { .string($0.target.relPermalink) }
        table.field("Permalink", of: OutputFormatObject.self) { .string($0.target.permalink) }
        table.field("MediaType", of: OutputFormatObject.self) { .object(MediaTypeObject($0.target.format.mediaType)) }
        table.field("Format", of: OutputFormatObject.self) { .object(FormatObject($0.target.format)) }
        return table
    }()
}

/// The configured format behind an ``OutputFormatObject``.
final class FormatObject: ValueObject {
    private let format: OutputFormat

    init(_ format: OutputFormat) { self.format = format }

    var members: MemberTable { Self.table }
    var goType: String { "output.Format" }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Name", of: FormatObject.self) { .string($0.format.name) }
        table.field("BaseName", of: FormatObject.self) { .string($0.format.baseName) }
        table.field("Rel", of: FormatObject.self) { .string($0.format.rel) }
        table.field("IsPlainText", of: FormatObject.self) { .bool($0.format.isPlainText) }
        table.field("IsHTML", of: FormatObject.self) { .bool($0.format.isHTML) }
        table.field("MediaType", of: FormatObject.self) { .object(MediaTypeObject($0.format.mediaType)) }
        return table
    }()
}

/// The formats of a page: `.OutputFormats`.
final class OutputFormatCollection: ValueObject {
    private let formats: [OutputFormatObject]

    init(_ formats: [OutputFormatObject]) { self.formats = formats }

    var members: MemberTable { Self.table }
    var goType: String { "page.OutputFormats" }
    var elements: [Value]? { formats.map { .object($0) } }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.method("Get", of: OutputFormatCollection.self, 1...1) { list, call in
            let name = try call.string(0, of: "Get").lowercased()
            return list.formats.first { $0.target.format.name == name }.map { .object($0) } ?? .null
        }
        return table
    }()
}

/// What kind of content a file is: `.MediaType`.
final class MediaTypeObject: ValueObject {
    private let mediaType: MediaType

    init(_ mediaType: MediaType) { self.mediaType = mediaType }

    var members: MemberTable { Self.table }
    var goType: String { "media.Type" }
    var goString: String { mediaType.type }
    var dataValue: Value? {
        let suffixes = mediaType.suffixes.isEmpty ? [""] : mediaType.suffixes
        return [
            "mainType": .string(mediaType.mainType), "subType": .string(mediaType.subType),
            "delimiter": .string(mediaType.delimiter), "type": .string(mediaType.type),
            "string": .string(mediaType.type), "suffixes": .list(suffixes.map { .string($0) }),
        ]
    }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Type", of: MediaTypeObject.self) { .string($0.mediaType.type) }
        table.field("MainType", of: MediaTypeObject.self) { .string($0.mediaType.mainType) }
        table.field("SubType", of: MediaTypeObject.self) { .string($0.mediaType.subType) }
        table.field("Suffixes", of: MediaTypeObject.self) { .list($0.mediaType.suffixes.map { .string($0) }) }
        table.field("FirstSuffix", of: MediaTypeObject.self) { type in
            ["Suffix": .string(type.mediaType.firstSuffix), "FullSuffix": .string(type.mediaType.fullSuffix)]
        }
        return table
    }()
}
