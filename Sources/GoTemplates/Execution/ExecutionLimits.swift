/// What one execution may spend before it is stopped with an error: a template comes from outside.
package struct ExecutionLimits: Sendable {
    /// Turns of all ranges and calls of templates together.
    package var steps: Int
    /// Bytes written, those of partials included.
    package var outputBytes: Int
    /// Templates and partials that call each other.
    package var depth: Int

    /// Limits far beyond what any page of a documentation site needs.
    package init(steps: Int = 20_000_000, outputBytes: Int = 256 << 20, depth: Int = 1_000) {
        self.steps = steps
        self.outputBytes = outputBytes
        self.depth = depth
    }
}
