internal import Text

/// A piece of a template's body.
///
/// Nodes say what was written; `Escaping` works out the context of each, `Execution` lowers them to statements.
enum Node: Sendable {
    /// A run of text, as a range of the file without what trimming took away.
    case text(TextNode)
    /// `{{ pipeline }}`
    case action(ActionNode)
    /// `{{ if }}`, `{{ with }}` and `{{ range }}`
    case branch(BranchNode)
    /// `{{ template "name" pipeline }}`
    case template(TemplateNode)
    /// `{{ break }}`
    case breakLoop(JumpNode)
    /// `{{ continue }}`
    case continueLoop(JumpNode)
}

/// A run of text.
final class TextNode: Sendable {
    let range: Range<Int>

    init(range: Range<Int>) { self.range = range }
}

/// `{{ pipeline }}`
final class ActionNode: Sendable {
    let range: Range<Int>
    let pipeline: Pipeline

    init(range: Range<Int>, pipeline: Pipeline) {
        self.range = range
        self.pipeline = pipeline
    }
}

/// `{{ if }}`, `{{ with }}` or `{{ range }}` with what it holds.
final class BranchNode: Sendable {
    enum Kind: String, Sendable { case `if`, with, range }

    let kind: Kind
    /// The opening action.
    let range: Range<Int>
    let pipeline: Pipeline
    let body: [Node]
    /// Nil without `{{ else }}`.
    let alternative: [Node]?

    init(kind: Kind, range: Range<Int>, pipeline: Pipeline, body: [Node], alternative: [Node]?) {
        self.kind = kind
        self.range = range
        self.pipeline = pipeline
        self.body = body
        self.alternative = alternative
    }
}

/// `{{ template "name" pipeline }}`
final class TemplateNode: Sendable {
    let range: Range<Int>
    /// The offset that Go's error messages name: that of the name.
    let goOffset: Int
    let name: String
    /// Nil when the template gets no dot.
    let pipeline: Pipeline?

    init(range: Range<Int>, goOffset: Int, name: String, pipeline: Pipeline?) {
        self.range = range
        self.goOffset = goOffset
        self.name = name
        self.pipeline = pipeline
    }

    /// The node as Go prints it in errors.
    var goText: String { "{{template \(goQuoted(name))\(pipeline.map { " " + $0.goText } ?? "")}}" }
}

/// `{{ break }}` or `{{ continue }}`
final class JumpNode: Sendable {
    let range: Range<Int>

    init(range: Range<Int>) { self.range = range }
}

/// A named body: a file's own, or that of a `{{ define }}` or `{{ block }}`.
final class Definition: Sendable {
    let name: String
    /// What Go calls the parse name: the name of the file in error messages.
    let fileName: String
    let file: SourceFile
    let body: [Node]
    /// How many variables can be alive at once, `$` among them.
    let slotCount: Int
    /// Whether it writes nothing but white space: such a body does not replace one that does.
    let isEmpty: Bool

    init(name: String, fileName: String, file: SourceFile, body: [Node], slotCount: Int) {
        self.name = name
        self.fileName = fileName
        self.file = file
        self.body = body
        self.slotCount = slotCount
        isEmpty = body.allSatisfy { node in
            guard case .text(let text) = node else { return false }
            return file.bytes[text.range].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
        }
    }
}
