internal import Synchronization
package import Text
package import Values

/// A template that can be executed: a definition with all it can reach, linked, escaped once and then immutable.
///
/// Executed from several threads at once, each with its own `TemplateExecution`.
package final class Template: Sendable {
    /// Its name in errors and for `{{ template }}`.
    package let name: String
    /// How its output is escaped.
    package let mode: TemplateMode
    let definition: Definition
    let scope: TemplateScope
    private let memo = Mutex<Result<CompiledSet, Diagnostic>?>(nil)

    init(_ definition: Definition, name: String, mode: TemplateMode, scope: TemplateScope) {
        self.definition = definition
        self.name = name
        self.mode = mode
        self.scope = scope
    }

    /// Writes what the template makes of `dot`.
    ///
    /// The diagnostic names the innermost place; its notes name the chain of templates outwards.
    package func execute(
        dot: Value, context: TemplateExecution, into output: inout ByteWriter
    ) throws(Diagnostic) {
        _ = try context.render(self, dot: dot, into: &output)
    }

    /// Works out the contexts now, where the first execution would: for reporting errors before pages are rendered.
    package func check() throws(Diagnostic) { _ = try compiled() }

    func compiled() throws(Diagnostic) -> CompiledTemplate {
        let result = memo.withLock { memo in
            if let known = memo { return known }
            let fresh = Result { () throws(Diagnostic) in try CompiledSet(definition, mode: mode, scope: scope) }
            memo = fresh
            return fresh
        }
        return try result.get().entry
    }
}
