internal import Text
internal import Values

/// What one call of a template sees: its dot and its variables.
struct Frame {
    var dot: Value
    /// Whether dot is a nil that stands in a list or map which is ranged over: Go lets nobody ask it for a field.
    var dotIsNilElement = false
    /// The variables; `$` is the first.
    var slots: [Value]
    /// What is executed, for errors and for calls of other templates.
    let template: CompiledTemplate

    init(_ template: CompiledTemplate, dot: Value) {
        self.template = template
        self.dot = dot
        slots = [Value](repeating: .null, count: template.definition.slotCount)
        slots[0] = dot
    }

    /// An error at an expression, in Go's and Hugo's words.
    func failure(_ reason: String, at expression: Expression, code: String = "template.execution") -> Diagnostic {
        failure(reason, text: expression.goText, range: expression.range, goOffset: expression.goOffset, code: code)
    }

    /// An error at a range of the template.
    func failure(
        _ reason: String, text: String, range: Range<Int>, goOffset: Int, code: String = "template.execution"
    ) -> Diagnostic {
        let place = place(text: text, goOffset: goOffset)
        return Diagnostic(
            code: code, "execute of template failed: template: \(place): \(reason)",
            at: SourceRange(template.definition.file, range))
    }

    /// `all.html:3:33: executing "all.html" at <.Field>`; Go counts columns in bytes from zero.
    func place(text: String, goOffset: Int) -> String {
        let definition = template.definition
        let (line, byte) = definition.file.bytePosition(of: goOffset)
        let scalars = text.unicodeScalars
        let shown = scalars.count > 20 ? String(String.UnicodeScalarView(scalars.prefix(20))) + "..." : text
        return
            "\(definition.fileName):\(line):\(byte): executing \(goQuoted(definition.name)) at <\(shown)>"
    }

    /// What a function or a method threw, with the place of the call.
    func callFailure(
        _ error: any Error, name: String, text: String, at expression: Expression, isAborted: Bool
    ) -> any Error {
        callFailure(
            error, name: name, text: text, range: expression.range, goOffset: expression.goOffset,
            isAborted: isAborted)
    }

    /// What a function or a method threw, with the place of the call.
    func callFailure(
        _ error: any Error, name: String, text: String, range: Range<Int>, goOffset: Int, isAborted: Bool
    ) -> any Error {
        switch error {
        case let error as ValueError:
            return failure("error calling \(name): \(error.message)", text: text, range: range, goOffset: goOffset)
        case let diagnostic as Diagnostic:
            return calling(diagnostic, text: text, goOffset: goOffset)
        default: return error
        }
    }

    /// `diagnostic` with the note that it happened below this place; a chain without end is cut.
    func calling(_ diagnostic: Diagnostic, text: String, goOffset: Int) -> Diagnostic {
        var diagnostic = diagnostic
        if diagnostic.location == nil {
            diagnostic.location = SourceRange(template.definition.file, at: goOffset)
        }
        let note = "called from \(place(text: text, goOffset: goOffset))"
        // A template that executes itself is named once.
        if diagnostic.notes.count < 12, diagnostic.notes.last != note { diagnostic.notes.append(note) }
        return diagnostic
    }
}
