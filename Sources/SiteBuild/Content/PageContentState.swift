internal import Glibc
internal import HugoMarkdown
internal import SiteModel
internal import Synchronization
internal import Text
internal import Values

/// The content of a page, rendered once by whichever thread first needs it.
///
/// Shortcodes may have effects (a page's `.Store`), so a second thread waits in place of rendering again. Pages that
/// need each other in a circle are found and refused instead of waiting for ever.
final class PageContentState: Sendable {
    private enum Progress: Sendable {
        case untouched
        case running(thread: UInt)
        case done(PageContent)
        case failed(Diagnostic)
    }

    private struct Shared: ~Copyable {
        /// Which page each waiting thread waits for.
        var waiting: [UInt: PageContentState] = [:]
    }

    /// One lock for all pages: it is held for a few instructions only.
    private static let shared = Mutex(Shared())
    nonisolated(unsafe) private var progress = Progress.untouched
    nonisolated(unsafe) private var isAskedForContents = false
    private let items = Lazy<[ContentItem]>()
    private let headings = Lazy<Fragments>()
    /// The Markdown of the page while it is rendered, once its shortcodes have written theirs.
    nonisolated(unsafe) private var text: [UInt8]?

    /// The content of `page`, which owns this state.
    func get(page: PageObject, caller: any EvaluationContext) throws -> PageContent {
        let me = UInt(pthread_self())
        while true {
            switch try claim(me: me, page: page) {
            case .some(.done(let content)): return content
            case .some(.failed(let finding)): throw finding
            case .some(.running):
                usleep(100)
                continue
            case .some(.untouched), .none: break
            }
            do {
                let content = try ContentRenderer(page: page, caller: caller).render(try parsed(page), of: self)
                finish(.done(content), me: me)
                return content
            } catch {
                let finding = Self.finding(error, page: page)
                finish(.failed(finding), me: me)
                throw finding
            }
        }
    }

    /// Takes the page for this thread (nil), or says how far another one is.
    private func claim(me: UInt, page: PageObject) throws -> Progress? {
        let isCircular = Self.shared.withLock { shared -> (Progress?, Bool) in
            switch progress {
            case .untouched:
                progress = .running(thread: me)
                shared.waiting[me] = nil
                return (nil, false)
            case .running(let thread):
                // Follow who waits for whom; a way back to this thread is a circle.
                var other = thread
                for _ in 0..<1024 {
                    if other == me { return (progress, true) }
                    guard let next = shared.waiting[other], case .running(let thread) = next.progress else { break }
                    other = thread
                }
                shared.waiting[me] = self
                return (progress, false)
            case .done, .failed:
                shared.waiting[me] = nil
                return (progress, false)
            }
        }
        if isCircular.1 {
            throw ValueError("the content of \(page.page.path) needs itself: it is rendered while it is being rendered")
        }
        return isCircular.0
    }

    private func finish(_ result: Progress, me: UInt) {
        Self.shared.withLock { _ in
            progress = result
            text = nil
        }
    }

    /// Takes down the Markdown that is about to be rendered, for who asks for its headings meanwhile.
    func begin(_ text: [UInt8]) {
        Self.shared.withLock { _ in self.text = text }
    }

    /// The headings. Hooks for links ask for those of their own page and of pages that ask back: what is not rendered yet is
    /// read for its headings alone, which needs no hook and no shortcode but those that write Markdown.
    func fragments(page: PageObject, caller: any EvaluationContext) throws -> Fragments {
        let (known, text) = Self.shared.withLock { _ -> (PageContent?, [UInt8]?) in
            if case .done(let content) = progress { return (content, nil) }
            return (nil, self.text)
        }
        func fragments(of content: PageContent) -> Fragments {
            let environment = RenderEnvironment.of(caller)
            if content.isLive { environment?.noteLiveData(ofOtherPage: environment?.page !== page) }
            return content.fragments
        }
        if let known { return fragments(of: known) }
        let renderer = ContentRenderer(page: page, caller: caller)
        if let text { return try headings.get { try renderer.fragments(of: text) } }
        let items = try parsed(page)
        guard page.page.markup != "html", let text = renderer.text(withoutShortcodes: items) else {
            return fragments(of: try get(page: page, caller: caller))
        }
        return try headings.get { try renderer.fragments(of: text) }
    }

    /// The table of contents; for a shortcode or a render hook of the page itself, whose headings are not known yet, a
    /// word that stands for it until they are.
    func tableOfContents(page: PageObject, caller: any EvaluationContext) throws -> String {
        let me = UInt(pthread_self())
        let isOwn = Self.shared.withLock { _ in
            guard case .running(let thread) = progress, thread == me else { return false }
            isAskedForContents = true
            return true
        }
        guard isOwn else { return try get(page: page, caller: caller).tableOfContents }
        let placeholders = ShortcodePlaceholders(avoiding: page.page.source.bytes)
        return String(decoding: placeholders.placeholder(Self.contentsNumber), as: UTF8.self)
    }

    /// Puts the table of contents into `html` where something on the page asked for it.
    ///
    /// - Parameter contents: as it was rendered; a heading may ask for the contents that it stands in, and gets nothing.
    func fill(_ html: inout [UInt8], _ contents: inout String, page: PageObject) {
        guard Self.shared.withLock({ _ in isAskedForContents }) else { return }
        let placeholders = ShortcodePlaceholders(avoiding: page.page.source.bytes)
        let whole = placeholders.expand(Array(contents.utf8)) { _ in [] }
        contents = String(decoding: whole, as: UTF8.self)
        html = placeholders.expand(html) { number in number == Self.contentsNumber ? whole : [] }
    }

    /// The number of the placeholder for the table of contents; no page has that many shortcodes.
    static let contentsNumber = 999_999_999

    /// The text and the shortcodes of the page's body.
    func parsed(_ page: PageObject) throws -> [ContentItem] {
        try items.get {
            let source = page.page.source
            // What has no brace that opens a shortcode and no divider needs no parser.
            return try ShortcodeParser(file: source, range: page.page.bodyOffset..<source.bytes.count) { name in
                page.context.build.templates.usesInner(shortcode: name)
            }.parse()
        }
    }

    /// Whether the body calls a shortcode of that name at any depth.
    func hasShortcode(_ name: String, page: PageObject) throws -> Bool {
        func found(_ items: [ContentItem]) -> Bool {
            items.contains { item in
                guard case .shortcode(let shortcode) = item else { return false }
                return shortcode.name == name || found(shortcode.inner)
            }
        }
        return found(try parsed(page))
    }

    /// The body with its shortcodes rendered and its Markdown left: `.RenderShortcodes`.
    func withShortcodes(page: PageObject, caller: any EvaluationContext) throws -> String {
        try ContentRenderer(page: page, caller: caller).textWithShortcodes(try parsed(page))
    }

    private static func finding(_ error: any Error, page: PageObject) -> Diagnostic {
        if let finding = error as? Diagnostic { return finding }
        let message = (error as? ValueError)?.message ?? "\(error)"
        return Diagnostic(code: "content.render", message, at: SourceRange(page.page.source, at: page.page.bodyOffset))
    }
}
