internal import DataFormats
internal import Files
internal import Text
package import Values

extension SiteConfiguration {
    /// Reads the configuration of the site in the folder `source`.
    ///
    /// The result is that of the default language; `forLanguage` gives the others.
    /// - Parameters:
    ///   - configFiles: the files to read in place of `hugo.toml` and its like, relative to `source`; later ones win.
    ///   - environment: `production`, `development` or another name; picks a folder of `config/`.
    ///   - overrides: values of the command line under Hugo's names; they win over everything.
    ///   - variables: the environment variables; those that begin with `HUGO` override the files.
    ///   - standardTheme: the folder of the theme of sites that have neither a theme nor layouts; its templates lie in
    ///     the folder itself.
    /// - Throws: every finding that makes the configuration unusable.
    package static func load(
        source: String, configFiles: [String] = [], environment: String = "production",
        overrides: ValueMap = ValueMap(), variables: [String: String] = [:], standardTheme: String? = nil
    ) throws(SiteError) -> SiteConfiguration {
        guard FileSystem.isDirectory(source) else {
            throw SiteError([
                Diagnostic(
                    code: "site.no-folder",
                    FileSystem.isFile(source) ? "this is a file, not the folder of a site" : "there is no such folder",
                    path: source,
                    suggestion: "name the folder of the site with --source")
            ])
        }
        let files = ConfigurationFiles(directory: source, named: configFiles, environment: environment)
        let errors = files.diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty else { throw SiteError(errors.sorted(by: Diagnostic.precedes)) }
        guard !files.documents.isEmpty else {
            throw SiteError([
                Diagnostic(
                    code: "site.no-configuration",
                    "this is not a site: it has no hugo.toml, hugo.yaml, hugo.json, keyport.toml or config folder",
                    path: source, suggestion: "change to the folder of the site or name it with --source")
            ])
        }
        var raw = files.merged
        EnvironmentOverrides(variables).apply(to: &raw)
        raw.overlay(overrides.foldingCase())

        let themes = ThemeCollector(source: source, environment: environment, raw: &raw)
        let standard = themes.themes.isEmpty ? StandardTheme(standardTheme, source: source, raw: &raw) : nil
        var decoder = ConfigurationDecoder(
            raw: raw, documents: files.documents, source: source, environment: environment)
        var configuration = decoder.decode()
        configuration.themes = themes.names
        configuration.mounts =
            MountCollector(source: source, configuration: configuration, themes: themes.themes).mounts
        configuration.mounts += standard?.mounts ?? []
        configuration.files = files.documents.map(\.file)
        let diagnostics = themes.diagnostics + decoder.diagnostics
        // One pattern may be used for several kinds: what is wrong with it is said once.
        let failures = Set(diagnostics.filter { $0.severity == .error })
        guard failures.isEmpty else { throw SiteError(failures.sorted(by: Diagnostic.precedes)) }
        configuration.warnings = (files.diagnostics + diagnostics).sorted(by: Diagnostic.precedes)
        return configuration
    }

    /// The configuration of one of `languages`: what stands under `languages.KEY` laid over everything else.
    package func forLanguage(_ language: Language) -> SiteConfiguration {
        let own = raw.value(at: "languages", language.key)?.mapValue
        // A site with one language may say something of it too.
        guard language != self.language || isMultilingual || own != nil else { return self }
        var merged = raw
        if let own {
            for key in ["weight", "label", "languagename", "disabled", "contentdir"] where own[key] != nil {
                merged[key] = nil
            }
            // The menus of a language take the place of those of all.
            if own["menus"]?.mapValue != nil { merged["menus"] = nil }
            merged.overlay(own)
        }
        var decoder = ConfigurationDecoder(
            raw: merged, documents: [], source: sourceDirectory, environment: environment)
        var configuration = decoder.decode()
        configuration.raw = raw
        configuration.languages = languages
        configuration.language = language
        configuration.locale = language.locale
        configuration.themes = themes
        configuration.mounts = mounts
        configuration.files = files
        configuration.contentDir = contentDir
        return configuration
    }
}
