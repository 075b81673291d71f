/// Why the context of a place in a template cannot be worked out.
struct ContextError: Error, Sendable {
    /// One sentence in Go's words.
    var message: String
    /// Where, as an offset in the file of `definition`; nil when the transition does not know.
    var range: Range<Int>?
    var definition: Definition?
    /// Whether the message names the place, as Go's does where it knows a node.
    var namesPlace = true

    init(_ message: String) { self.message = message }
}
