package import Text
package import Values

/// What `templates.Defer` gives: a `with` that gets it hands its block over instead of executing it.
package final class DeferredBlock: ValueObject {
    /// The dot of the block.
    package let dot: Value
    private let keep: Keep

    /// Executes a block.
    package typealias Run = @Sendable (TemplateExecution, inout ByteWriter) throws -> Void

    /// Takes the place of a block in its template, how that is escaped, and how to execute it later; gives what is
    /// written for now.
    package typealias Keep = @Sendable (_ place: String, _ mode: TemplateMode, _ run: @escaping Run) throws -> [UInt8]

    /// A block that will have `dot` as its dot.
    package init(dot: Value, keep: @escaping Keep) {
        self.dot = dot
        self.keep = keep
    }

    private static let table = MemberTable()

    package var members: MemberTable { Self.table }
    package var goType: String { "*tpl.DeferredExecution" }
    package var goString: String { "" }

    /// Hands the block of a `with` over: it sees nothing but its dot, as in Hugo.
    func hand(
        _ body: [Statement], at offset: Int, in template: CompiledTemplate, _ execution: TemplateExecution
    ) throws -> [UInt8] {
        let (mode, scope, dot) = (execution.state.mode, execution.state.scope, dot)
        return try keep("\(template.definition.fileName):\(offset)", mode) { later, output in
            guard later.enter(written: output.count) else {
                throw later.exhausted(Frame(template, dot: .null), text: "templates.Defer", range: offset..<offset)
            }
            defer { later.leave() }
            (later.state.mode, later.state.scope) = (mode, scope)
            var frame = Frame(template, dot: dot)
            _ = try body.run(later, &frame, &output)
        }
    }
}
