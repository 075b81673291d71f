internal import Text
internal import Values

/// What a render hook gets of an element that knows where it stands.
///
/// The place is looked for only when a template asks: by the element's text in the page, as Hugo does it, and the
/// beginning of the content when that text is not there as it stands.
final class PositionedRecord: ValueObject {
    let goType: String
    private let fields: ValueMap
    private let source: SourceFile
    private let start: Int
    private let text: String

    /// A record of `fields` for an element whose text is `text`, looked for in `source` from `start`.
    init(_ goType: String, _ fields: ValueMap, source: SourceFile, from start: Int, text: String) {
        self.goType = goType
        self.fields = fields
        self.source = source
        self.start = start
        self.text = text
    }

    var members: MemberTable { MemberTable() }

    func value(forKey key: String) -> Value? { key == "Position" ? .string(position) : fields[key] }

    private var position: String {
        let start = min(start, source.bytes.count)
        let found = text.isEmpty ? nil : source.bytes[start...].firstRange(of: Array(text.utf8))?.lowerBound
        let place = source.position(of: found ?? start)
        return "\"\(source.path):\(place.line):\(place.column)\""
    }
}
