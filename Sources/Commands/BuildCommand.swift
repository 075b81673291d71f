internal import Files
internal import GoTemplates
internal import SiteBuild
internal import SiteModel
internal import Text
internal import Values

extension Command {
    /// `keyport build`.
    static let build = Command(
        ["build"], "Build the site.",
        options: SiteOptions.options + [
            .value("destination", "d", "DIR", "the folder to write to (default public in the source)"),
            .flag("minify", nil, "make style sheets, scripts and pages smaller"),
            .flag("cleanDestinationDir", nil, "remove files that the site does not have from the destination"),
            .flag("gc", nil, "accepted as by Hugo; there is nothing to collect"),
            .flag("quiet", nil, "print findings only"),
            .flag("templateMetrics", nil, "print how often each template was executed and how long it took"),
            .flag("panicOnWarning", nil, "fail when there is a warning"),
            .flag("json", nil, "print what was done as JSON"),
        ],
        discussion: """
            Reads content, templates and store, and writes the site. Every finding is reported with its place; when one of
            them is an error, nothing is written and the last good site stays.
            """,
        examples: ["keyport build", "keyport build -s docs -d /srv/www/docs --cleanDestinationDir"]
    ) { arguments, console in
        let started = ContinuousClock.now
        let configuration = try SiteOptions.configuration(arguments, environment: "production")
        let run = BuildRun(arguments: arguments, configuration: configuration)
        let metrics = arguments.flag("templateMetrics") ? TemplateMetrics() : nil
        let report = try run.build(metrics: metrics)
        console.report(report.findings)
        if let metrics { console.write(MetricsTable.bytes(metrics.rows)) }
        let warned = arguments.flag("panicOnWarning") && report.findings.contains { $0.severity == .warning }
        let elapsed = ContinuousClock.now - started
        let milliseconds =
            Int(elapsed.components.seconds * 1000) + Int(elapsed.components.attoseconds / 1_000_000_000_000_000)
        if arguments.flag("json") {
            let summary: Value = [
                "pages": .int(report.pages), "files": .int(report.files), "written": .int(report.written),
                "errors": .int(report.findings.count { $0.severity == .error }),
                "warnings": .int(report.findings.count { $0.severity == .warning }),
            ]
            console.write(try JSON.string(summary) + "\n")
        } else if !report.hasErrors, !arguments.flag("quiet"), console.isTerminal {
            console.message(
                "\(report.pages) pages, \(report.files) files, \(report.written) written to \(run.destination) in \(milliseconds) ms"
            )
        }
        if report.hasErrors {
            let count = report.findings.count { $0.severity == .error }
            console.message("\(count) error\(count == 1 ? "" : "s"); nothing was written")
        }
        return report.hasErrors || warned ? .failed : .done
    }
}

/// One build as a command line asks for it.
struct BuildRun {
    let arguments: Arguments
    let configuration: SiteConfiguration

    /// The folder that is written to.
    var destination: String {
        if let given = arguments.value("destination") { return given }
        let folder = configuration.publishDir
        return folder.hasPrefix("/") ? folder : SiteOptions.source(arguments) + "/" + folder
    }

    /// Builds the site with the portal's pages.
    func build(metrics: TemplateMetrics?) throws -> SiteBuilder.Report {
        var options = try options(keepsInMemory: false)
        options.metrics = metrics
        return SiteBuilder.build(configuration, options: options)
    }

    /// Builds the site for a preview, in memory.
    func buildPreview() throws -> SiteBuilder.Report {
        SiteBuilder.build(configuration, options: try options(isServer: true, keepsInMemory: true))
    }

    /// Builds the site as it would be written, and writes nothing.
    func buildInMemory() throws -> SiteBuilder.Report {
        SiteBuilder.build(configuration, options: try options(keepsInMemory: true))
    }

    /// What the build is asked for, the portal's pages included.
    func options(isServer: Bool = false, keepsInMemory: Bool) throws -> SiteBuildOptions {
        var options = SiteBuildOptions(now: try Present.time(arguments), destination: destination)
        options.keepsInMemory = keepsInMemory
        options.removesStale = arguments.flag("cleanDestinationDir")
        options.minifies = arguments.flag("minify")
        options.isServer = isServer
        options.generator = "Keyport \(KeyportVersion.current)"
        try Portal.add(to: &options, arguments: arguments, configuration: configuration)
        return options
    }
}

/// The table of `--templateMetrics`.
private enum MetricsTable {
    static func bytes(_ rows: [TemplateMetrics.Row]) -> [UInt8] {
        var table = TextTable([
            .init(title: "CUMULATIVE", isNumber: true), .init(title: "AVERAGE", isNumber: true),
            .init(title: "MAXIMUM", isNumber: true), .init(title: "COUNT", isNumber: true), .init(title: "TEMPLATE"),
        ])
        for row in rows {
            table.add([text(row.total), text(row.average), text(row.longest), String(row.count), row.name])
        }
        return table.bytes(width: nil)
    }

    /// `12.34 ms`, or microseconds for what is less than one of them.
    private static func text(_ time: Duration) -> String {
        let nanoseconds =
            Int(time.components.seconds) * 1_000_000_000 + Int(time.components.attoseconds / 1_000_000_000)
        let (unit, name) = nanoseconds < 1_000_000 ? (1_000, "µs") : (1_000_000, "ms")
        let hundredths = nanoseconds * 100 / unit
        let rest = String(hundredths % 100)
        return "\(hundredths / 100).\(rest.utf8.count < 2 ? "0" : "")\(rest) \(name)"
    }
}
