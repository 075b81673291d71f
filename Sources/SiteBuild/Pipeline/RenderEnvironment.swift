internal import GoTemplates
internal import SiteModel
internal import Text
package import Values

/// What the functions of a template may ask of the build: which page, in which format, on which pager.
final class RenderEnvironment: @unchecked Sendable {
    /// The site whose templates run.
    let context: SiteContext
    /// The page that is rendered.
    let page: PageObject
    /// The output format that is rendered; nil for content that is the same in all.
    let target: PageTarget?
    /// The number of the pager that is rendered, from 1.
    let pagerNumber: Int
    /// How many texts that templates handed over are being rendered around this one.
    let nesting: Int
    /// What is rendered around this, and learns what this learns about live data.
    private let outer: RenderEnvironment?
    /// Whether what was rendered so far shows live data. One thread renders in one environment.
    private(set) var usesLiveData = false
    /// Whether some of it stands in the content of another page.
    private(set) var quotesLivePages = false

    init(
        page: PageObject, target: PageTarget? = nil, pagerNumber: Int = 1, nesting: Int = 0,
        outer: RenderEnvironment? = nil
    ) {
        self.nesting = nesting
        self.outer = outer
        context = page.context
        self.page = page
        self.target = target
        self.pagerNumber = pagerNumber
    }

    /// The environment of a text with shortcodes that a template hands over.
    ///
    /// - Throws: when such texts stand in each other too deep: a shortcode that hands over a call of itself has no end.
    func enteringText() throws -> RenderEnvironment {
        guard nesting < 50 else { throw ValueError("shortcodes render texts with shortcodes more than 50 deep") }
        return RenderEnvironment(
            page: page, target: target, pagerNumber: pagerNumber, nesting: nesting + 1, outer: self)
    }

    /// Takes down that live data are shown.
    func noteLiveData(ofOtherPage: Bool = false) {
        usesLiveData = true
        if ofOtherPage { quotesLivePages = true }
        outer?.noteLiveData(ofOtherPage: ofOtherPage)
    }

    /// Does `work`, and says whether it showed live data.
    func watchingLiveData<Result>(_ work: () throws -> Result) rethrows -> (result: Result, isLive: Bool) {
        let before = usesLiveData
        usesLiveData = false
        defer { if before { usesLiveData = true } }
        let result = try work()
        return (result, usesLiveData)
    }

    /// The environment behind a call, nil when none is there.
    static func of(_ caller: any EvaluationContext) -> RenderEnvironment? {
        (caller as? TemplateExecution)?.environment as? RenderEnvironment
    }

    /// The environment of the content of another page that is asked for from this one: in the same format where that
    /// page has it, else in its first.
    func entering(_ page: PageObject) -> RenderEnvironment {
        guard page !== self.page else { return self }
        let same = page.page.targets.first { $0.format.name == target?.format.name }
        return RenderEnvironment(
            page: page, target: same ?? page.page.targets.first ?? target, nesting: nesting, outer: self)
    }
}

/// What functions that show live data say so with.
package enum LiveData {
    /// Takes down that the page for which a function is called shows data that change without its files.
    package static func note(_ call: Invocation) {
        RenderEnvironment.of(call.context)?.noteLiveData()
    }
}

extension RenderEnvironment: TemplateEnvironment {
    var currentTime: ZonedTime { context.build.options.now.in(timeZone) }

    var timeZone: TimeZoneRules { context.timeZone }

    /// The same for every build, so that a shuffled list is the same in each.
    var randomSeed: UInt64 { 0x6B65_7970_6F72_7421 }

    func log(_ message: TemplateMessage) {
        let ignored = context.model.configuration.raw["ignorelogs"]?.listValue?.compactMap(\.stringValue) ?? []
        if let id = message.id, ignored.contains(id) { return }
        context.build.findings.add(
            Diagnostic(
                message.level == .error ? .error : .warning, code: message.id ?? "template.message", message.text,
                path: page.page.source.path))
    }
}
