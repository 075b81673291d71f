internal import SiteModel
internal import Text
internal import Values

/// Pages that lead to others: aliases, the first pager, the default language.
enum Redirects {
    /// Writes the aliases of every page of a site.
    ///
    /// - Parameter isPage: whether a page goes to an output path. A page wins over an alias, the last alias over others.
    static func write(_ site: SiteContext, _ session: BuildSession, isPage: (String) -> Bool) {
        guard !site.model.configuration.disableAliases else { return }
        for page in site.model.allPages where !page.aliases.isEmpty {
            guard let object = site.object(page), let target = page.targets.first(where: { $0.format.isHTML }) else {
                continue
            }
            for path in page.aliasOutputPaths {
                // The content tree has reported it.
                if isPage(path), session.outputs.contains(path) { continue }
                add(path, to: target.permalink, object, session)
            }
        }
    }

    /// Adds one redirect.
    static func add(_ path: String, to permalink: String, _ page: PageObject, _ session: BuildSession) {
        let fields = RecordObject("struct", ["Permalink": .string(permalink), "Page": .object(page)])
        var output = ByteWriter(capacity: 512)
        do {
            try session.templates.executeAlias(
                dot: .object(fields), environment: RenderEnvironment(page: page), into: &output)
            session.outputs.add(path: path, bytes: output.bytes)
        } catch let finding as Diagnostic {
            session.findings.add(finding)
        } catch {
            session.findings.add(Diagnostic(code: "build.alias", "\(error)", path: page.page.source.path))
        }
    }

    /// The root leads to the default language where that has a folder, or the folder leads to the root.
    static func writeLanguageRedirects(_ session: BuildSession) {
        guard session.sites.count > 1, let site = session.sites.first(where: { $0.model.language.isDefault }),
            !site.model.configuration.disableDefaultLanguageRedirect,
            let home = site.object(site.model.home), let target = home.page.targets.first,
            // Without a layout for it there is no home page to lead to.
            session.templates.layout(of: home, target: target) != nil
        else { return }
        let key = site.model.language.key
        let path = site.model.configuration.defaultContentLanguageInSubdir ? "index.html" : "\(key)/index.html"
        if !session.outputs.contains(path) { add(path, to: target.permalink, home, session) }
    }
}
