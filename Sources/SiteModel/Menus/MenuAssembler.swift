internal import Text
internal import Values

/// Makes the menus of a site of its configuration, its sections and the front matter of its pages.
struct MenuAssembler {
    /// Findings.
    private(set) var diagnostics: [Diagnostic] = []

    private let site: Site
    private let targets: TargetPaths
    private var menus: [String: [MenuEntry]] = [:]
    private var places: [ObjectIdentifier: SourceRange] = [:]

    init(_ site: Site) {
        self.site = site
        targets = TargetPaths(site.configuration)
    }

    /// Sets the menus of the site and the entries of its pages.
    mutating func assemble() {
        for (name, value) in site.configuration.menus {
            for entry in value.castMaps { add(configured(entry, menu: name)) }
        }
        // Of two entries with one name that of the first page by path stays.
        for page in site.allPages where page.buildOptions.list == .always { addEntries(of: page) }
        addSections()
        for name in menus.keys.sorted() { site.menus[name] = nested(name, menus[name] ?? []) }
    }

    /// Adds an entry. Of two with one name in the configuration the later wins; one of a page gives way, as in Hugo.
    private mutating func add(_ entry: MenuEntry, to name: String? = nil, from page: Page? = nil) {
        let menu = name ?? entry.menu
        guard let place = menus[menu]?.firstIndex(where: { $0.keyName == entry.keyName }) else {
            menus[menu, default: []].append(entry)
            return
        }
        guard let page else {
            menus[menu]?[place] = entry
            return
        }
        diagnostics.append(
            Diagnostic(
                .warning, code: "menu.duplicate",
                "the menu \"\(menu)\" has another entry \"\(entry.keyName)\"; this one is left out",
                at: page.location(ofKey: page.params["menus"] == nil ? "menu" : "menus"),
                suggestion: "give one of them another identifier"))
    }

    private func configured(_ map: ValueMap, menu: String) -> MenuEntry {
        let reference = map["pageref"]?.castString ?? ""
        let page = reference.isEmpty ? nil : self.page(reference)
        let title = map["title"]?.castString ?? page?.title ?? ""
        return MenuEntry(
            menu: menu, identifier: map["identifier"]?.castString ?? "",
            name: map["name"]?.castString ?? page?.linkTitle ?? "", title: title,
            url: page?.relPermalink ?? address(map["url"]?.castString ?? ""), pageRef: reference, page: page,
            parent: map["parent"]?.castString ?? "", pre: map["pre"]?.castString ?? "",
            post: map["post"]?.castString ?? "", weight: map["weight"]?.castInt ?? page?.weight ?? 0,
            params: map["params"]?.mapValue ?? ValueMap(foldsCase: true))
    }

    private func page(_ reference: String) -> Page? {
        var path = LogicalPath.normalized(cleaned(reference))
        if path.hasSuffix(".md") { path.removeLast(3) }
        for suffix in ["/_index", "/index"] where path.hasSuffix(suffix) { path.removeLast(suffix.utf8.count) }
        return site.page(path: path.isEmpty ? "/" : path)
    }

    /// A path of the site gets the path of `baseURL` in front; whole addresses and relative ones stay.
    private func address(_ url: String) -> String {
        guard url.hasPrefix("/"), !url.hasPrefix("//") else { return url }
        let path = urlized(url, keepingCase: site.configuration.disablePathToLower)
        return site.configuration.canonifyURLs ? path : site.configuration.basePath + path
    }

    private mutating func addEntries(of page: Page) {
        guard let value = page.menus else { return }
        var wanted: [(String, ValueMap)] = []
        switch value {
        case .string(let name): wanted = [(name, ValueMap())]
        case .list(let names):
            addShared(of: page, menus: names.compactMap(\.castString))
            return
        case .map(let map): wanted = map.map { ($0, $1.mapValue ?? ValueMap()) }
        case .null: return
        default:
            diagnostics.append(
                Diagnostic(
                    .warning, code: "front-matter.menus", "menus must be a name, a list of names or a map",
                    at: page.location(ofKey: page.params["menus"] == nil ? "menu" : "menus")))
        }
        for (menu, map) in wanted {
            let entry = MenuEntry(
                menu: menu, identifier: map["identifier"]?.castString ?? "",
                name: map["name"]?.castString ?? page.linkTitle, title: map["title"]?.castString ?? page.title,
                url: map["url"]?.castString.map(address) ?? page.relPermalink, pageRef: "", page: page,
                parent: map["parent"]?.castString ?? "", pre: map["pre"]?.castString ?? "",
                post: map["post"]?.castString ?? "", weight: map["weight"]?.castInt ?? page.weight,
                params: map["params"]?.mapValue ?? ValueMap(foldsCase: true))
            page.menuEntries.append(entry)
            add(entry, from: page)
        }
    }

    /// Adds the entry of a page that lists the names of its menus. Hugo makes one entry for all of them, which says that
    /// it stands in the last one.
    private mutating func addShared(of page: Page, menus names: [String]) {
        guard let last = names.last else { return }
        let entry = MenuEntry(
            menu: last, identifier: "", name: page.linkTitle, title: page.title, url: page.relPermalink, pageRef: "",
            page: page, parent: "", pre: "", post: "", weight: page.weight, params: ValueMap(foldsCase: true))
        page.menuEntries.append(entry)
        for name in names { add(entry, to: name, from: page) }
    }

    private mutating func addSections() {
        let menu = site.configuration.sectionPagesMenu
        guard !menu.isEmpty else { return }
        for section in site.sections {
            let key = section.section
            if menus[menu]?.contains(where: { $0.keyName == key }) == true { continue }
            add(
                MenuEntry(
                    menu: "", identifier: key, name: section.linkTitle, title: section.title,
                    url: section.relPermalink, pageRef: "", page: section, parent: "", pre: "", post: "",
                    weight: section.weight, params: ValueMap(foldsCase: true)), to: menu)
        }
    }

    /// The entries without a parent in their order, each with those below it.
    private mutating func nested(_ menu: String, _ entries: [MenuEntry]) -> [MenuEntry] {
        var byKey: [String: MenuEntry] = [:]
        for entry in entries { byKey[entry.keyName] = entry }
        var top = entries.filter { $0.parent.isEmpty }
        for entry in entries where !entry.parent.isEmpty {
            if isCircle(entry, byKey) {
                diagnostics.append(
                    Diagnostic(
                        code: "menu.circle",
                        "the entry \"\(entry.keyName)\" of the menu \"\(menu)\" stands below itself",
                        at: entry.page.map { $0.location(ofKey: "menus") }, path: site.configuration.files.last?.path,
                        suggestion: "give it another parent"))
                entry.parent = ""
                top.append(entry)
                continue
            }
            if let parent = byKey[entry.parent] {
                parent.children.append(entry)
                continue
            }
            // Hugo makes an entry without an address for a parent that is not there.
            let parent = MenuEntry(
                menu: menu, identifier: "", name: entry.parent, title: "", url: "", pageRef: "", page: nil, parent: "",
                pre: "", post: "", weight: 0, params: ValueMap(foldsCase: true))
            parent.children = [entry]
            byKey[entry.parent] = parent
            top.append(parent)
        }
        for entry in byKey.values { entry.children = sorted(entry.children) }
        for entry in entries where entry.children.count > 1 { entry.children = sorted(entry.children) }
        return sorted(top)
    }

    private func isCircle(_ entry: MenuEntry, _ byKey: [String: MenuEntry]) -> Bool {
        var seen: Set<String> = [entry.keyName]
        var current = entry
        while let parent = byKey[current.parent], !current.parent.isEmpty {
            if parent === entry { return true }
            guard seen.insert(parent.keyName).inserted else { return false }
            current = parent
        }
        return false
    }

    /// By weight, zero last, then name, then identifier.
    private func sorted(_ entries: [MenuEntry]) -> [MenuEntry] {
        entries.map { ($0, $0.name.lowercased()) }.sorted { left, right in
            let (one, other) = (left.0.weight, right.0.weight)
            if one != other {
                if one == 0 || other == 0 { return other == 0 }
                return one < other
            }
            if left.1 != right.1 { return left.1.utf8.lexicographicallyPrecedes(right.1.utf8) }
            if left.0.name != right.0.name { return left.0.name.utf8.lexicographicallyPrecedes(right.0.name.utf8) }
            return left.0.identifier < right.0.identifier
        }.map(\.0)
    }
}
