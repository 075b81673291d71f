package import Text
package import Values

/// Reads the content of a site and connects its pages.
package enum ContentTree {
    /// What is read besides the files.
    package struct Options: Sendable {
        /// The present: pages of the future and expired pages are measured by it.
        package var now: ZonedTime
        /// Pages that no file holds.
        package var generatedPages: [GeneratedPage] = []
        /// How many threads read files.
        package var threads = 2

        /// Reads the files only.
        package init(now: ZonedTime, generatedPages: [GeneratedPage] = [], threads: Int = 2) {
            self.now = now
            self.generatedPages = generatedPages
            self.threads = threads
        }
    }

    /// What was read.
    package struct Loaded: Sendable {
        /// A site for each language, in their order; empty only when the content could not be read at all.
        package let sites: [Site]
        /// All findings in their order; with an error among them the sites lack what it is about.
        package let diagnostics: [Diagnostic]

        /// Whether an error is among the findings.
        package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
    }
}

extension ContentTree {
    /// Loads the content of every language.
    ///
    /// - Parameter configuration: what `SiteConfiguration.load` gave.
    package static func load(_ configuration: SiteConfiguration, options: Options) -> Loaded {
        Loaded(
            sites: [],
            diagnostics: [
                Diagnostic(code: "content.pending", "content cannot be read yet", path: configuration.contentDir)
            ])
    }
}
