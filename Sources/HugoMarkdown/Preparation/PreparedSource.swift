/// A text as libcmark gets it, and what was changed in it.
struct PreparedSource {
    /// The text for libcmark; nil when nothing had to be changed.
    var text: [UInt8]?
    /// What was replaced by stand-ins.
    var standIns = StandIns()
    /// Whether any stand-in is in the text.
    var hasStandIns = false
    /// The labels of the footnotes that are defined, by number.
    var footnoteLabels: [[UInt8]] = []
    /// The lines, 1-based, whose marker was replaced by that of a list item, and what they were.
    var markerLines: [Int: MarkerLine] = [:]
    /// From which line, 1-based, how many lines of the source more or fewer come before.
    private var lineShifts: [(line: Int, shift: Int)] = []
    /// Whether something that goes over the end of a line was taken to end where it need not.
    var isGuessed = false
    /// Where what was taken for a table ends, by the line of the source with its head.
    var tables: [Int: Int] = [:]
    /// The lines, 1-based, that may be the delimiter row of a table.
    var delimiterRows: [Int] = []
    /// Whether a line looks like the definition of a link.
    var hasLinkDefinitions = false
    /// Whether a line may be a rule.
    var hasRules = false
    /// Whether there are attributes on a line of their own.
    var hasBlockAttributes = false
    /// Whether a `~` stands in the text.
    var hasTilde = false
    /// Whether a mark of one of the extras stands in the text.
    var hasExtraMarks = false

    /// Whether the blocks have to be looked at before they are written.
    var needsShape: Bool {
        hasBlockAttributes || hasLinkDefinitions || hasRules || !markerLines.isEmpty || !delimiterRows.isEmpty
    }

    /// Notes that the 1-based `line` of the text is `source` in the source.
    mutating func noteLine(_ line: Int, is source: Int) {
        if source - line != lineShifts.last?.shift ?? 0 { lineShifts.append((line, source - line)) }
    }

    /// The line of the source that is the 1-based `line` of the text.
    func sourceLine(_ line: Int) -> Int {
        var low = 0
        var high = lineShifts.count
        while low < high {
            let middle = (low + high) / 2
            if lineShifts[middle].line <= line { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? line : line + lineShifts[low - 1].shift
    }

    /// A line that became a list item so that libcmark makes a container of it.
    struct MarkerLine {
        enum Kind {
            case definition
            case footnote(Int)
        }

        let kind: Kind
        /// The 1-based column of the marker.
        let column: Int
        /// The whole line without its line ending, as it was.
        let original: [UInt8]
        /// The line of the source, 1-based.
        let sourceLine: Int
    }
}
