package import Text
package import Values

/// A file of structured data, parsed.
package struct DataDocument: Sendable {
    /// The file that was parsed.
    package let file: SourceFile
    /// The notation it was parsed as.
    package let format: DataFormat
    /// The bytes of `file` that hold the data: all of it, or the inside of a front matter.
    package let bounds: Range<Int>
    /// What it holds.
    package let value: Value

    /// The document as a map; empty when it holds nothing or something else.
    package var map: ValueMap { value.mapValue ?? ValueMap() }

    /// The bytes of the value that a path of keys leads to; an element of a list is named by its index.
    ///
    /// Keys are compared as they are written first and then in any case, because Hugo's keys have no case. Nothing is
    /// recorded while a document is parsed: the file is walked again, since only an error asks. CSV and XML have no
    /// ranges.
    package func range(ofKeyPath path: [String]) -> Range<Int>? {
        switch format {
        case .yaml: return YAMLParser.range(of: path, in: file, bounds: bounds)
        case .toml: return TOMLParser.range(of: path, in: file, bounds: bounds)
        case .json: return JSONData.range(of: path, in: file, bounds: bounds)
        case .csv, .xml: return nil
        }
    }

    /// The place of the value that a path of keys leads to, or the nearest key above it, for an error about it.
    package func location(ofKeyPath path: [String]) -> SourceRange {
        var path = path
        while !path.isEmpty {
            if let range = range(ofKeyPath: path) { return SourceRange(file, range) }
            path.removeLast()
        }
        return SourceRange(file, at: bounds.lowerBound)
    }
}

/// Parses the whole of `file` as `format`.
///
/// - Throws: a `Diagnostic` with the place in the file.
package func parseData(_ file: SourceFile, as format: DataFormat) throws(Diagnostic) -> DataDocument {
    try parseData(file, as: format, bounds: 0..<file.bytes.count)
}

/// Parses the bytes `bounds` of `file` as `format`; errors and ranges count in the whole file.
///
/// - Throws: a `Diagnostic` with the place in the file.
package func parseData(
    _ file: SourceFile, as format: DataFormat, bounds: Range<Int>
) throws(Diagnostic) -> DataDocument {
    var bounds = bounds.clamped(to: 0..<file.bytes.count)
    if file.bytes[bounds].starts(with: [0xEF, 0xBB, 0xBF]) { bounds = bounds.lowerBound + 3..<bounds.upperBound }
    let value: Value
    switch format {
    case .yaml: value = try YAMLParser.parse(file, bounds: bounds)
    case .toml: value = try TOMLParser.parse(file, bounds: bounds)
    case .json: value = try JSONData.parse(file, bounds: bounds)
    case .csv: value = try CSVParser.parse(file, bounds: bounds)
    case .xml: value = try XMLParser.parse(file, bounds: bounds)
    }
    return DataDocument(file: file, format: format, bounds: bounds, value: value)
}
