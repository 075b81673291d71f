/// One finding, the only shape in which any room reports trouble with its input.
///
/// Printed as `path:line:column: error: message` with the source line and a caret under it.
package struct Diagnostic: Error, Sendable, Hashable {
    /// How bad it is.
    package enum Severity: String, Sendable, Hashable {
        /// The work cannot be done.
        case error
        /// The work is done; something is probably not meant.
        case warning
        /// The work is done; something is worth knowing.
        case note
    }

    /// How bad it is.
    package var severity: Severity
    /// A stable name such as `template.unclosed-action`.
    package var code: String
    /// One sentence, without a full stop at the end.
    package var message: String
    /// Where it stands, when it stands in a file that was read.
    package var location: SourceRange?
    /// The path, when the file could not be read or has no text to show.
    package var path: String?
    /// Further facts, one sentence each: the template chain, where it was opened.
    package var notes: [String]
    /// A way out.
    package var suggestion: String?

    /// A finding; `location` when there is a place in a file, `path` when there is only a file.
    package init(
        _ severity: Severity = .error, code: String, _ message: String, at location: SourceRange? = nil,
        path: String? = nil, notes: [String] = [], suggestion: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.location = location
        self.path = path
        self.notes = notes
        self.suggestion = suggestion
    }
}

extension Diagnostic {
    /// The one line that outside programs read, then the source line with a caret, the notes and the way out.
    package var rendered: String {
        var lines: [String] = []
        if let location {
            let (line, column) = location.file.position(of: location.range.lowerBound)
            lines.append(
                "\(location.file.path.singleLine):\(line):\(column): \(severity.rawValue): \(message.singleLine)")
            lines.append(contentsOf: Self.excerpt(of: location, column: column))
        } else if let path {
            lines.append("\(path.singleLine): \(severity.rawValue): \(message.singleLine)")
        } else {
            lines.append("\(severity.rawValue): \(message.singleLine)")
        }
        lines.append(contentsOf: notes.map { "  note: \($0.singleLine)" })
        if let suggestion { lines.append("  help: \(suggestion.singleLine)") }
        return lines.joined(separator: "\n")
    }

    /// The longest stretch of a source line that is shown, in scalars; a minified line would fill the terminal.
    private static let excerptWidth = 160

    private static func excerpt(of location: SourceRange, column: Int) -> [String] {
        let before = column - 1 > excerptWidth ? excerptWidth / 2 : column - 1
        let text = location.file.excerpt(around: location.range.lowerBound, before: before, width: excerptWidth)
        guard !text.isEmpty else { return [] }
        var shown = ""
        for scalar in text.unicodeScalars { shown.unicodeScalars.append(scalar.steersTerminals ? " " : scalar) }
        return ["    " + shown, "    " + String(repeating: " ", count: before) + "^"]
    }

    /// The order in which findings are printed: by path and offset, so that parallel work prints the same each time.
    package static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
        let leftPath = left.location?.file.path ?? left.path ?? ""
        let rightPath = right.location?.file.path ?? right.path ?? ""
        if leftPath != rightPath { return leftPath < rightPath }
        let leftOffset = left.location?.range.lowerBound ?? -1
        let rightOffset = right.location?.range.lowerBound ?? -1
        if leftOffset != rightOffset { return leftOffset < rightOffset }
        return left.message < right.message
    }
}

extension String {
    /// The text with control characters made visible: what comes from a hostile file must not steer a terminal.
    package var singleLine: String {
        guard unicodeScalars.contains(where: \.steersTerminals) else { return self }
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\n": result += "\\n"
            case "\t": result += " "
            case _ where scalar.steersTerminals: result.unicodeScalars.append("\u{FFFD}")
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension Unicode.Scalar {
    /// Whether it is a control character (C0, DEL, C1), ends a line, or turns the direction of the text around it.
    fileprivate var steersTerminals: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
