internal import Values

/// One rendering: what functions and methods see as their `EvaluationContext`.
///
/// One execution belongs to one thread. It carries what the site builder needs back in its functions, the resolver of
/// partials, and what may still be spent.
package final class TemplateExecution: EvaluationContext {
    /// Whatever the maker needs in the functions that are called: a site builder's page and site.
    package let environment: (any AnyObject & Sendable)?
    /// How the output of the template that is being executed is escaped.
    package internal(set) var mode: TemplateMode = .html

    /// Starts a rendering.
    package init(environment: (any AnyObject & Sendable)? = nil) {
        self.environment = environment
    }
}
