internal import DataFormats
internal import GoTemplates
internal import SiteModel
internal import Text
internal import Values

/// The functions of `transform` that read and write data, and `collections.Group`, which groups pages.
enum DataFunctions {
    /// Adds them.
    static func add(to table: inout FunctionTable) {
        table.register("transform.Unmarshal", aliases: ["unmarshal"], 1...2) { try unmarshal($0) }
        table.register("transform.Remarshal", 2...2) { try remarshal($0) }
        table.register("openapi3.Unmarshal", 1...2) { call in
            guard case .object(let object) = call.arguments[0], let resource = object as? ResourceObject else {
                throw ValueError("must provide a Resource and optionally an options map")
            }
            return .object(
                try resource.api.get {
                    guard
                        let format = DataFormat(fileExtension: resource.mediaType.firstSuffix)
                            ?? DataFormat(fileExtension: resource.name.fileExtension)
                    else { throw ValueError("MIME \"\(resource.mediaType.type)\" not supported") }
                    let file = SourceFile(path: resource.name, bytes: try resource.bytes())
                    return try OpenAPIObject.document(try parseData(file, as: format).value)
                })
        }
        table.register("collections.Group", aliases: ["group"], 2...2) { call in
            guard let list = call.arguments[1].listValue, case .object(let pages) = PageCollection.value(of: list),
                let pages = pages as? PageCollection
            else { throw ValueError("grouping not supported for type \(call.arguments[1].goType)") }
            return .object(PageGroup(key: call.arguments[0], pages: pages.pages))
        }
    }

    private static func unmarshal(_ call: Invocation) throws -> Value {
        var options = ValueMap()
        if call.arguments.count == 2 {
            guard case .map(let map) = call.arguments[0] else {
                throw ValueError("first argument must be a map: \(call.arguments[0].goType)")
            }
            options = map.foldingCase()
        }
        let input = call.arguments.last ?? .null
        var format = try options["format"]?.stringValue.map { name throws(ValueError) -> DataFormat in
            guard let format = DataFormat(fileExtension: name.lowercased()) else {
                throw ValueError("format \"\(name)\" not supported")
            }
            return format
        }
        let file: SourceFile
        if case .object(let object) = input {
            guard let resource = object as? ResourceObject else {
                throw ValueError("type \(object.goType) not supported")
            }
            file = SourceFile(path: resource.name, bytes: try resource.bytes())
            if format == nil {
                format =
                    DataFormat(fileExtension: resource.mediaType.firstSuffix)
                    ?? DataFormat(fileExtension: resource.name.fileExtension)
            }
            if format == nil { throw ValueError("MIME \"\(resource.mediaType.type)\" not supported") }
        } else {
            if input.isNull { return .null }
            guard let text = input.stringValue else { throw ValueError("type \(input.goType) not supported") }
            if text.utf8.allSatisfy({ $0 <= 0x20 }) { return .null }
            file = SourceFile(path: "unmarshal", text: text)
        }
        let delimiter = options["delimiter"]?.stringValue?.unicodeScalars.first ?? ","
        guard let known = format ?? guess(file.bytes, delimiter: delimiter) else { throw ValueError("unknown format") }
        guard known == .csv else { return try parseData(file, as: known).value }
        return try rows(of: file, options)
    }

    /// Comma-separated values; with `targetType = "map"` each row by the names in the first one.
    private static func rows(of file: SourceFile, _ options: ValueMap) throws -> Value {
        var dialect = CSVParser.Options()
        if let text = options["delimiter"]?.stringValue {
            guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else {
                throw ValueError("invalid character: \"\(text)\"")
            }
            dialect.delimiter = scalar
        }
        dialect.comment = options["comment"]?.stringValue?.unicodeScalars.first
        dialect.allowsLazyQuotes = options["lazyquotes"]?.boolValue ?? false
        let table = try CSVParser.parse(file, options: dialect)
        guard options["targettype"]?.stringValue == "map" else { return table }
        let rows = (table.listValue ?? []).map { $0.listValue ?? [] }
        guard let head = rows.first else { return .list([]) }
        return .list(
            rows.dropFirst().map { row in
                var map = ValueMap()
                for (name, cell) in zip(head, row) { map[name.goString] = cell }
                return .map(map)
            })
    }

    private static func remarshal(_ call: Invocation) throws -> Value {
        let name = call.arguments[0].goString.lowercased()
        var data = call.arguments[1]
        if let text = data.stringValue {
            let file = SourceFile(path: "remarshal", text: text)
            guard let format = guess(file.bytes) else {
                throw ValueError("failed to detect source data serialization format")
            }
            data = try parseData(file, as: format).value
        }
        switch name {
        case "json":
            return .string(try JSON.string(data, options: JSON.WriteOptions(indent: "   ")) + "\n")
        case "yaml", "yml": return .string(try YAMLWriter.text(of: data))
        case "toml":
            guard case .map(let map) = data else { throw ValueError("TOML needs a map; got \(data.goType)") }
            return .string(try TOMLWriter.text(of: map))
        case "xml":
            guard case .map(let map) = data else { throw ValueError("XML needs a map; got \(data.goType)") }
            return .string(XMLWriter.text(of: map))
        default: throw ValueError("failed to detect target data serialization format")
        }
    }

    /// What a text without a format is, as Hugo guesses it: by which of its marks comes first; nil where it has none.
    private static func guess(_ bytes: [UInt8], delimiter: Unicode.Scalar = ",") -> DataFormat? {
        func place(_ mark: Unicode.Scalar) -> Int {
            mark.isASCII
                ? bytes.firstIndex(of: UInt8(truncatingIfNeeded: mark.value)) ?? Int.max : Int.max
        }
        let (comma, brace, colon, angle, equals) = (place(delimiter), place("{"), place(":"), place("<"), place("="))
        if comma < min(brace, colon, angle, equals) { return .csv }
        if brace < min(colon, angle, equals) { return .json }
        if colon < min(angle, equals) { return .yaml }
        if angle < equals { return .xml }
        return equals < Int.max ? .toml : nil
    }
}
