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
    /// The page that the template function `page` gives: the same, but for texts that another page renders.
    let asking: PageObject
    /// The output format that is rendered; nil for content that is the same in all.
    let target: PageTarget?
    /// The number of the pager that is rendered, from 1.
    let pagerNumber: Int
    /// How many texts that templates handed over are being rendered around this one.
    let nesting: Int
    /// The calls of `shuffle` and its like so far.
    private let draws: Draws
    /// What is rendered around this, and learns what this learns about live data.
    private let outer: RenderEnvironment?
    /// Whether what was rendered so far shows live data. One thread renders in one environment.
    private(set) var usesLiveData = false
    /// Whether some of it stands in the content of another page.
    private(set) var quotesLivePages = false
    /// What the live data are, of all that is rendered for one output.
    let demand: LiveDemand

    convenience init(
        page: PageObject, target: PageTarget? = nil, pagerNumber: Int = 1, nesting: Int = 0,
        outer: RenderEnvironment? = nil
    ) {
        self.init(
            page: page, target: target, pagerNumber: pagerNumber, nesting: nesting, outer: outer,
            draws: Draws("\(page.page.path)\0\(target?.outputPath ?? "")\0\(pagerNumber)"))
    }

    private init(
        page: PageObject, target: PageTarget?, pagerNumber: Int, nesting: Int, outer: RenderEnvironment?, draws: Draws,
        asking: PageObject? = nil
    ) {
        self.draws = draws
        self.asking = asking ?? page
        self.nesting = nesting
        self.outer = outer
        demand = outer?.demand ?? LiveDemand()
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
            page: page, target: target, pagerNumber: pagerNumber, nesting: nesting + 1, outer: self, draws: draws,
            asking: asking)
    }

    /// The environment of a text that another page renders for the one that asks: `markdownify`, `.RenderString`.
    func enteringString(of page: PageObject) -> RenderEnvironment {
        let entered = entering(page)
        return RenderEnvironment(
            page: page, target: entered.target, pagerNumber: entered.pagerNumber, nesting: nesting, outer: self,
            draws: draws, asking: asking)
    }

    /// The environment of the content of a page, which is the same whoever asks for it first.
    func enteringContent(of page: PageObject) -> RenderEnvironment {
        let entered = entering(page)
        return RenderEnvironment(
            page: page, target: entered.target, pagerNumber: entered.pagerNumber, nesting: entered.nesting,
            outer: self, draws: Draws("content\0" + page.page.path))
    }

    /// Does `work`, whose result is kept for other pages: what is drawn by chance in it depends on no page.
    func withoutDraws<Result>(_ work: () throws -> Result) rethrows -> Result {
        draws.holds += 1
        defer { draws.holds -= 1 }
        return try work()
    }

    /// Takes down that live data are shown, of which nothing more is known.
    func noteLiveData(ofOtherPage: Bool = false) {
        demand.note(nil)
        markLive(ofOtherPage: ofOtherPage)
    }

    /// Takes down that live data are shown; what they are is said to `demand`.
    fileprivate func markLive(ofOtherPage: Bool = false) {
        usesLiveData = true
        if ofOtherPage { quotesLivePages = true }
        outer?.markLive(ofOtherPage: ofOtherPage)
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

    /// The environment of the content of another page that is asked for from this one: in the same format, even where
    /// that page is not written in it: a feed shows it with the hooks and shortcodes of feeds.
    func entering(_ page: PageObject) -> RenderEnvironment {
        guard page !== self.page else { return self }
        let targets = page.page.targets
        let same = target.flatMap { target in
            targets.first { $0.format.name == target.format.name } ?? targets.first?.in(target.format)
        }
        return RenderEnvironment(page: page, target: same ?? targets.first ?? target, nesting: nesting, outer: self)
    }
}

/// Seeds for one page, one after the other; used by one thread at a time.
private final class Draws {
    private static let base: UInt64 = 0x6B65_7970_6F72_7421
    private let start: UInt64
    private var count: UInt64 = 0
    /// How many callers want the same seed each time.
    var holds = 0

    init(_ name: String) { start = Self.base ^ XXHash.hash(Array(name.utf8)) }

    func next() -> UInt64 {
        guard holds == 0 else { return Self.base }
        count &+= 1
        return start &+ count &* 0x9E37_79B9_7F4A_7C15
    }
}

/// What functions that show live data say so with.
package enum LiveData {
    /// Takes down that the page for which a function is called shows data that change without its files.
    ///
    /// - Returns: what has to be told which data these are; nil where no page is rendered.
    package static func note(_ call: Invocation) -> LiveDemand? {
        guard let environment = RenderEnvironment.of(call.context) else { return nil }
        environment.markLive()
        return environment.demand
    }
}

extension RenderEnvironment: TemplateEnvironment {
    var currentTime: ZonedTime {
        // What a page says of the present is another thing each time, whatever its data are.
        demand.note(nil)
        return context.build.options.now.in(timeZone)
    }

    var timeZone: TimeZoneRules { context.timeZone }

    var locale: LocaleRules? { context.locale }

    /// The same for every build, so that a shuffled list is the same in each, and another one for the next call: pages
    /// make ids of it.
    func drawSeed() -> UInt64 { draws.next() }

    func log(_ message: TemplateMessage) {
        let raw = context.model.configuration.raw
        let ignored = (raw["ignoreerrors"] ?? raw["ignorelogs"])?.listValue?.compactMap(\.stringValue) ?? []
        if let id = message.id, ignored.contains(id) { return }
        context.build.findings.add(
            Diagnostic(
                message.level == .error ? .error : .warning, code: message.id ?? "template.message", message.text,
                path: page.page.source.path))
    }
}
