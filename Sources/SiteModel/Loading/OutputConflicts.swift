internal import Text

/// Finds files that two pages, or a page and an alias, would write.
enum OutputConflicts {
    /// The findings; they are warnings because Hugo writes the last one and says nothing. Here the last one stays too, but
    /// a page wins over an alias.
    static func find(in sites: [Site]) -> [Diagnostic] {
        var owners: [String: Page] = [:]
        var diagnostics: [Diagnostic] = []
        let pages = sites.flatMap { $0.allPages + $0.standalonePages }
        for page in pages where page.buildOptions.render == .always {
            for target in page.targets {
                if let other = owners[target.outputPath], other !== page {
                    diagnostics.append(
                        Diagnostic(
                            .warning, code: "output.conflict",
                            "two pages are written to \(target.outputPath)", at: SourceRange(page.source, at: 0),
                            notes: ["the other is \(other.source.path)"],
                            suggestion: "give one of them another slug or url"))
                }
                owners[target.outputPath] = page
            }
        }
        var aliases: [String: Page] = [:]
        for page in pages where page.buildOptions.render == .always && !page.aliases.isEmpty {
            for output in page.aliasOutputPaths {
                if let other = owners[output] {
                    diagnostics.append(
                        Diagnostic(
                            .warning, code: "output.alias", "the alias /\(output) stands where \(other.path) is",
                            at: page.location(ofKey: "aliases"), notes: ["the page is \(other.source.path)"],
                            suggestion: "remove the alias"))
                } else if let other = aliases[output], other !== page {
                    diagnostics.append(
                        Diagnostic(
                            .warning, code: "output.alias", "the alias /\(output) is one of \(other.path) as well",
                            at: page.location(ofKey: "aliases"), notes: ["the page is \(other.source.path)"],
                            suggestion: "remove one of them"))
                }
                aliases[output] = page
            }
        }
        return diagnostics
    }
}
