internal import Text
package import Values

extension SiteConfiguration {
    /// Reads the configuration of the site in the folder `source`.
    ///
    /// - Parameters:
    ///   - configFiles: the files to read in place of `hugo.toml` and its like, relative to `source`; later ones win.
    ///   - environment: `production`, `development` or another name; picks a folder of `config/`.
    ///   - overrides: values of the command line under Hugo's names; they win over everything.
    ///   - variables: the environment variables; those that begin with `HUGO` override the files.
    /// - Throws: every finding that makes the configuration unusable.
    package static func load(
        source: String, configFiles: [String] = [], environment: String = "production",
        overrides: ValueMap = ValueMap(), variables: [String: String] = [:]
    ) throws(SiteError) -> SiteConfiguration {
        throw SiteError([Diagnostic(code: "config.pending", "the configuration cannot be read yet", path: source)])
    }
}
