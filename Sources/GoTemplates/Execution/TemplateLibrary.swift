/// All templates of a site that know each other by name: partials, shortcodes, embedded ones, with what they define.
///
/// Pages of HTML and plain text have separate names, as in Hugo. A definition that comes later replaces one of the same
/// name, except an empty one that would replace one that is not.
package final class TemplateLibrary: Sendable {
    private let html: TemplateScope
    private let text: TemplateScope
    private let shared: [TemplateMode: [String: Definition]]

    /// A library of `files` in their order.
    package init(_ files: [TemplateFile] = []) {
        var shared: [TemplateMode: [String: Definition]] = [.html: [:], .text: [:]]
        for file in files { file.add(to: &shared[file.mode, default: [:]]) }
        self.shared = shared
        html = TemplateScope(own: [:], shared: shared[.html] ?? [:], mode: .html)
        text = TemplateScope(own: [:], shared: shared[.text] ?? [:], mode: .text)
    }

    /// The template of that full name, such as `_partials/head.html`.
    package func template(named name: String, mode: TemplateMode = .html) -> Template? {
        scope(mode).template(named: name)
    }

    /// The template of `partial "head.html"`, in `_partials` or `partials`, with `.html` added to a bare name.
    package func partial(named name: String, mode: TemplateMode = .html) -> Template? {
        scope(mode).partial(named: name)
    }

    /// A layout of its own, or one whose definitions fill the blocks of a base.
    ///
    /// What the layout defines replaces what the base or the library defines under the same name; when the layout
    /// writes nothing outside of definitions, the base is what is executed.
    package func link(_ layout: TemplateFile, base: TemplateFile? = nil) -> Template {
        var own: [String: Definition] = [:]
        base?.add(to: &own)
        layout.add(to: &own)
        var root = layout.root
        if let base, root.isEmpty { root = base.root }
        let scope = TemplateScope(own: own, shared: shared[layout.mode] ?? [:], mode: layout.mode)
        return Template(root, name: layout.name, mode: layout.mode, scope: scope)
    }

    private func scope(_ mode: TemplateMode) -> TemplateScope { mode == .html ? html : text }
}
