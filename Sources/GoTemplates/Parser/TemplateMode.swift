/// How the output of a template is escaped.
package enum TemplateMode: Sendable, Hashable {
    /// By the context in the page, as Go's `html/template` does.
    case html
    /// Not at all, as Go's `text/template`: Hugo's plain-text output formats.
    case text
}
