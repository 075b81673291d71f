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
            guard let text = input.stringValue else { throw ValueError("type \(input.goType) not supported") }
            if text.utf8.allSatisfy({ $0 <= 0x20 }) { return .null }
            file = SourceFile(path: "unmarshal", text: text)
        }
        let known = format ?? guess(file.bytes)
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
            data = try parseData(file, as: guess(file.bytes)).value
        }
        switch name {
        case "json":
            return .string(try JSON.string(data, options: JSON.WriteOptions(indent: "   ")) + "\n")
        case "yaml", "yml": return .string(try YAMLWriter.text(of: data))
        case "toml":
            guard case .map(let map) = data else { throw ValueError("TOML needs a map; got \(data.goType)") }
            return .string(try TOMLWriter.text(of: map))
        default: throw ValueError("failed to detect target data serialization format \"\(name)\"")
        }
    }

    /// What a text without a format is, by its first characters, as Hugo guesses it.
    private static func guess(_ bytes: [UInt8]) -> DataFormat {
        let text = bytes.drop { $0 <= 0x20 }
        guard let first = text.first else { return .yaml }
        if first == 0x7B { return .json }
        if first == 0x3C { return .xml }
        let line = text.prefix { $0 != 0x0A }
        let colon = line.firstIndex(of: 0x3A)
        let equals = line.firstIndex(of: 0x3D)
        if first == 0x5B { return line.contains(0x22) || line.last == 0x5B ? .json : .toml }
        switch (colon, equals) {
        case (let colon?, let equals?): return colon < equals ? .yaml : .toml
        case (nil, .some): return .toml
        case (nil, nil) where line.contains(0x2C): return .csv
        default: return .yaml
        }
    }
}
