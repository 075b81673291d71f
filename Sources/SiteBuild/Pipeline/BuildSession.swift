internal import Files
package import GoTemplates
package import SiteModel
internal import Text
package import Values

/// What a build is asked for.
package struct SiteBuildOptions: Sendable {
    /// The present of the build.
    package var now: ZonedTime
    /// The folder that the site is written to.
    package var destination: String
    /// Whether files of the destination that the site does not have are removed.
    package var removesStale = false
    /// Whether style sheets, scripts and pages are made smaller.
    package var minifies = false
    /// The program that makes scripts smaller, looked for on the path.
    package var scriptMinifier = "minify"
    /// Where the time of each template is written down; nil to measure nothing.
    package var metrics: TemplateMetrics?
    /// Whether a preview server asks.
    package var isServer = false
    /// Whether the site stays in memory and nothing is written.
    package var keepsInMemory = false
    /// Whether the build finds out what its live pages need (`Report.live`).
    package var tracesLivePages = false
    /// The part of the site to build; nil for the whole.
    package var part: LivePart?
    /// How the generator calls itself in a page.
    package var generator = "Keyport"
    /// Files of the assets that are there without a folder, by path.
    package var extraAssets: [String: [UInt8]] = [:]
    /// Pages that no file holds.
    package var generatedPages: [GeneratedPage] = []
    /// How many threads render.
    package var threads = Processors.count
    /// Adds template functions to those of Hugo.
    package var addFunctions: @Sendable (inout FunctionTable) -> Void = { _ in }

    /// A build into `destination`.
    package init(now: ZonedTime, destination: String) {
        self.now = now
        self.destination = destination
    }
}

/// One build: what the sites of all languages share.
final class BuildSession: @unchecked Sendable {
    /// What was asked for.
    let options: SiteBuildOptions
    /// What was found.
    let findings: Findings
    /// The files of the site.
    let outputs = OutputRegistry()
    /// The outputs that show live data, by the path of their first page.
    let liveOutputs = LiveOutputs()
    /// The pages that templates ask for, when somebody wants to know.
    let trace: PageTrace?
    /// What `partialCached` and `resources.ExecuteAsTemplate` keep.
    let partialCache = ValueCache()
    /// What `templates.Defer` put off.
    let deferred = DeferredBlocks()
    /// What templates keep on `hugo.Store`.
    let store = Scratch()
    /// The sites, set once before anything is rendered.
    private(set) var sites: [SiteContext] = []
    /// The templates.
    let templates: SiteTemplates

    /// - Parameters:
    ///   - templates: those of this configuration and these options.
    ///   - findings: what was found before.
    init(
        options: SiteBuildOptions, models: [Site], templates: SiteTemplates, findings: Findings = Findings(),
        trace: PageTrace? = nil
    ) {
        self.options = options
        self.findings = findings
        self.trace = trace
        self.templates = templates
        sites = models.map { SiteContext($0, build: self) }
    }

    /// The listed pages of all languages in Hugo's default order.
    var allPages: [PageObject] {
        guard sites.count > 1, let first = sites.first else { return sites.first?.pages.pages ?? [] }
        return SiteModel.PageOrder.sorted(sites.flatMap(\.model.pages)).compactMap { first.object($0) }
    }
}
