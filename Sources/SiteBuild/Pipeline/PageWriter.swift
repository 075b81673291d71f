internal import Files
internal import SiteModel
internal import Text
internal import Values

/// Renders one page in one format into the outputs.
struct PageWriter {
    private let session: BuildSession

    init(_ session: BuildSession) { self.session = session }

    /// Renders the page and all its pagers.
    func write(_ page: PageObject, target: PageTarget) throws {
        guard let found = session.templates.layout(of: page, target: target) else {
            warnOfMissingLayout(page, target)
            return
        }
        var number = 1
        while number <= page.pagerCount(target) {
            let environment = RenderEnvironment(page: page, target: target, pagerNumber: number)
            var output = ByteWriter(capacity: 16 << 10)
            do {
                try session.templates.execute(
                    found.layout, base: found.base, dot: .object(page), environment: environment, into: &output)
            } catch var finding as Diagnostic {
                finding.notes.append("rendering the page \(page.page.path) (\(page.page.source.path))")
                throw finding
            }
            if environment.usesLiveData {
                session.liveOutputs.add(
                    target.outputPath, quotesOthers: environment.quotesLivePages,
                    stampName: environment.demand.onlyName)
            }
            // As in Hugo what comes out empty is no page.
            if output.bytes.isEmpty {
                number += 1
                continue
            }
            let path = path(ofPager: number, target: target, page: page)
            session.outputs.add(path: path, bytes: finished(output.bytes, page: page, target: target, path: path))
            number += 1
        }
        if page.isPaginated(target), target.format.isHTML { writeFirstPagerAlias(page, target) }
    }

    /// The bytes with what the settings of the site do to every page.
    private func finished(_ bytes: [UInt8], page: PageObject, target: PageTarget, path: String) -> [UInt8] {
        let bytes = addressed(bytes, page: page, target: target, path: path)
        guard session.options.minifies || page.context.minifiesOutput else { return bytes }
        return page.context.minifier.minified(bytes, mediaType: target.format.mediaType.type)
    }

    private func addressed(_ bytes: [UInt8], page: PageObject, target: PageTarget, path: String) -> [UInt8] {
        let configuration = page.context.model.configuration
        guard target.format.isHTML else {
            // Whoever reads a feed does not know where its addresses begin.
            guard target.format.name == "rss" else { return bytes }
            return AddressRewriter(
                page.context.addresses, isRelative: configuration.relativeURLs, path: path, isEscaped: true
            ).rewrite(bytes)
        }
        var bytes = bytes
        if page.page.isHome, !configuration.disableHugoGeneratorInject {
            bytes = GeneratorTag.inject(into: bytes, name: session.options.generator)
        }
        if configuration.relativeURLs || configuration.canonifyURLs {
            bytes = AddressRewriter(
                page.context.addresses, isRelative: configuration.relativeURLs, path: path
            ).rewrite(bytes)
        }
        return bytes
    }

    private func path(ofPager number: Int, target: PageTarget, page: PageObject) -> String {
        guard number > 1 else { return target.outputPath }
        let pagerPath = page.context.model.configuration.pagerPath
        if target.isUgly { return target.outputPath(ofPager: number, in: pagerPath) }
        let folder = target.directory.isEmpty ? "" : target.directory + "/"
        let name = target.outputPath.split(separator: "/").last.map(String.init) ?? "index.html"
        return "\(folder)\(pagerPath)/\(number)/\(name)"
    }

    /// `page/1/` leads to the page itself.
    private func writeFirstPagerAlias(_ page: PageObject, _ target: PageTarget) {
        let configuration = page.context.model.configuration
        guard !configuration.disablePagerAliases else { return }
        let folder = target.directory.isEmpty ? "" : target.directory + "/"
        let path =
            target.isUgly
            ? target.outputPath(ofPager: 1, in: configuration.pagerPath)
            : "\(folder)\(configuration.pagerPath)/1/index.html"
        Redirects.add(path, to: target.permalink, page, session)
    }

    private func warnOfMissingLayout(_ page: PageObject, _ target: PageTarget) {
        // A site need not have a page for what is not found.
        guard page.page.kind != .notFound else { return }
        session.findings.add(
            Diagnostic(
                .warning, code: "layout.missing",
                "found no layout file for \"\(target.format.name)\" for kind \"\(page.page.kind.rawValue)\"",
                path: page.page.source.path,
                suggestion: "add \(page.page.kind == .page ? "single" : "list").html to the layout folder"))
    }

    /// Puts the files of the bundles beside their pages.
    static func publishResources(of pages: [Page], _ session: BuildSession) {
        // Of two that go to one place the first wins, whichever thread is quicker.
        var taken: Set<String> = []
        let unchanged = session.options.part?.unchanged ?? []
        let resources = pages.filter { $0.buildOptions.publishResources && !unchanged.contains($0.path) }
            .flatMap(\.resources)
            .filter { resource in
                let path = resource.outputPath
                return !path.isEmpty && !session.outputs.contains(path) && taken.insert(path).inserted
            }
        Workers.run(resources, threads: session.options.threads) { resource in
            do throws(Diagnostic) {
                session.outputs.add(path: resource.outputPath, bytes: try resource.content.read())
            } catch {
                session.findings.add(error)
            }
        }
    }
}

/// The tag that says what made a page.
enum GeneratorTag {
    /// The page with the tag at the end of its head, where Hugo puts its own, unless it has one.
    static func inject(into html: [UInt8], name: String) -> [UInt8] {
        guard let end = find("</head>", in: html), find("<meta name=\"generator\"", in: html) == nil,
            find("<meta name=generator", in: html) == nil, find("<meta name='generator'", in: html) == nil
        else { return html }
        return html[..<end] + Array("\t<meta name=\"generator\" content=\"\(name)\">\n".utf8) + html[end...]
    }

    /// Where `wanted`, in lower case, begins for the first time, whatever the case of the letters.
    private static func find(_ wanted: StaticString, in bytes: [UInt8]) -> Int? {
        let wanted = wanted.withUTF8Buffer { Array($0) }
        guard bytes.count >= wanted.count else { return nil }
        return (0...(bytes.count - wanted.count)).first { start in
            bytes[start] == UInt8(ascii: "<")
                && bytes[start..<start + wanted.count].elementsEqual(wanted) { byte, lower in
                    byte == lower || ((0x41...0x5A).contains(byte) && byte | 0x20 == lower)
                }
        }
    }
}
