internal import Files
internal import GoTemplates
internal import SiteModel
internal import Synchronization
internal import Text
internal import Values

/// `css.Sass`: a resource of Sass as one of CSS.
enum SassFunction {
    /// libsass is used by one thread at a time; what the second one waits for it then finds made.
    private static let turn = Mutex(())

    /// The style sheet that a resource gives with some options.
    static func resource(_ resource: ResourceObject, options: ValueMap, environment: RenderEnvironment) throws
        -> ResourceObject
    {
        func option(_ name: String) -> Value { options.first { $0.0.lowercased() == name.lowercased() }?.1 ?? .null }
        if option("transpiler").stringValue == "dartsass" {
            throw ValueError("only libsass is built in, not dartsass: set the transpiler to libsass, or commit the CSS")
        }
        return try turn.withLock { _ in
            try resource.derived("sass \(Value.map(options).goString)") {
                var target = option("targetPath").stringValue ?? ""
                if target.isEmpty {
                    target = String(resource.targetPath.dropLast(resource.targetPath.fileExtension.utf8.count)) + "css"
                }
                let folders = (option("includePaths").listValue ?? []).map(\.goString)
                let imports = SassImportLookup(resource, includePaths: folders, environment: environment)
                var vars: String?
                if case .map(let map) = option("vars") { vars = SassVariables.text(of: map) }
                var compiler = SassCompiler { address, importer in
                    if address == "hugo:vars" { return .text(vars ?? "", path: address) }
                    return imports.find(address, from: importer)
                }
                compiler.outputStyle = option("outputStyle").stringValue ?? "nested"
                if let precision = option("precision").intValue, precision > 0 { compiler.precision = precision }
                compiler.isIndented = resource.mediaType.subType == "x-sass"
                target = target.withoutLeadingSlash
                if option("enableSourceMap").goString == "true" {
                    compiler.mapName = target.split(separator: "/").last.map(String.init)
                }
                let (css, map) = try compiler.css(of: String(decoding: try resource.bytes(), as: UTF8.self))
                return resource.changed(
                    bytes: Array(css.utf8), targetPath: target,
                    mediaType: environment.context.model.configuration.mediaType(fileExtension: "css"),
                    companion: map.map { (target + ".map", Array(imports.naming(resource, in: $0).utf8)) })
            }
        }
    }
}

/// Finds the files behind `@import`: in the assets of the site and its themes, beside the file that asks and then from
/// the folder of the first one, then in the folders that the options name, which stand inside of the site.
private struct SassImportLookup {
    private let assets: Assets
    private let base: String
    private let includePaths: [String]
    private let root: String

    init(_ resource: ResourceObject, includePaths: [String], environment: RenderEnvironment) {
        assets = environment.context.assets
        base = Self.folder(of: resource.name.withoutLeadingSlash)
        let source = environment.context.model.configuration.sourceDirectory
        root = (try? FileSystem.realPath(source)) ?? source
        self.includePaths = includePaths
    }

    private static func folder(of path: String) -> String {
        path.split(separator: "/").dropLast().joined(separator: "/")
    }

    /// A source map whose sources have the paths that they have in the site: libsass names them from the folder in which
    /// the program was started. A file outside of the site keeps its name alone.
    func naming(_ resource: ResourceObject, in map: String) -> String {
        guard let parsed = try? JSON.parse(SourceFile(path: "map", text: map)), var entries = parsed.mapValue,
            let sources = entries["sources"]?.listValue
        else { return map }
        let here = (try? FileSystem.realPath(".")) ?? "/"
        let named = sources.map { source -> Value in
            let text = source.goString
            if text == "stdin" { return .string("assets/" + resource.name.withoutLeadingSlash) }
            guard let path = normalized(text.hasPrefix("/") ? text : here + "/" + text) else { return source }
            if let inside = ("/" + path).dropping(prefix: root + "/") { return .string(inside) }
            return .string(String(path.split(separator: "/").last ?? ""))
        }
        entries["sources"] = .list(named)
        return (try? JSON.string(.map(entries))) ?? map
    }

    func find(_ address: String, from importer: String) -> SassCompiler.Import? {
        let parts = address.split(separator: "/").map(String.init)
        guard let last = parts.last else { return nil }
        let folder = parts.dropLast().joined(separator: "/")
        let names = Self.names(last)
        let importing = importer == "stdin" ? base : assets.path(of: importer).map(Self.folder)
        for start in [importing, base].compactMap({ $0 }) {
            for name in names {
                guard let path = normalized(start + "/" + folder + "/" + name) else { continue }
                switch assets.source(of: path) {
                case .file(let file)? where name.hasSuffix(".css") && !last.hasSuffix(".css"):
                    // By its name libsass would leave the import to the browser.
                    guard let text = try? FileSystem.read(file) else { continue }
                    return .text(String(decoding: text, as: UTF8.self), path: String(path.dropLast(4)))
                case .file(let file)?: return .file((try? FileSystem.realPath(file)) ?? file)
                case .made?: continue
                case .bytes(let bytes)?: return .text(String(decoding: bytes, as: UTF8.self), path: path)
                case nil: continue
                }
            }
        }
        var folders = includePaths.compactMap { normalized($0) }.map { root + "/" + $0 }
        // A file of such a folder imports from beside itself.
        if importer.hasPrefix(root + "/") { folders.insert("/" + Self.folder(of: importer), at: 0) }
        for start in folders {
            for name in names {
                guard let path = normalized(start + "/" + folder + "/" + name), ("/" + path).hasPrefix(root + "/")
                else {
                    continue
                }
                if FileSystem.isFile("/" + path) { return .file("/" + path) }
            }
        }
        return nil
    }

    /// The names that an import may mean, the first that is there wins.
    private static func names(_ name: String) -> [String] {
        let bare = name.hasPrefix("_") ? String(name.dropFirst()) : name
        if name.contains(".") { return ["_\(bare)", bare] + ["_\(bare).scss", "\(bare).scss"] }
        if name.hasPrefix("_") { return ["_\(bare).scss", "_\(bare).sass"] }
        return [
            "_\(bare).scss", "\(bare).scss", "_\(bare).sass", "\(bare).sass", "\(bare)/_index.scss",
            "\(bare)/_index.sass", "\(bare)/index.scss", "\(bare)/index.sass",
            // What libsass finds by itself.
            "_\(bare).css", "\(bare).css",
        ]
    }

    /// A path without `.` and `..`; nil when it leads above its start.
    private func normalized(_ path: String) -> String? {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if parts.popLast() == nil {
                return nil
            }
        }
        return parts.joined(separator: "/")
    }
}

/// The style sheet that `@import "hugo:vars"` brings in.
enum SassVariables {
    /// A declaration for each entry, sorted.
    static func text(of map: ValueMap) -> String {
        var lines: [String] = []
        for (name, value) in map {
            if case .map = value { continue }
            let text = value.goString
            if case .object(let object) = value, let style = object as? StyleText {
                lines.append(
                    (name.hasPrefix("$") ? "" : "$") + name + ": " + (style.kind == .quoted ? quoted(text) : text) + ";"
                )
                continue
            }
            let isTyped = value.stringValue == nil || isTyped(text)
            lines.append(
                (name.hasPrefix("$") ? "" : "$") + name + ": " + (isTyped ? text : "unquote(\(quoted(text)))") + ";")
        }
        return lines.sorted().joined(separator: "\n")
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        // By scalars: with an accent behind it a quote is another character.
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "\"": quoted += "\\" + String(scalar)
            case "\n": quoted += "\\n"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// Whether a text is a colour, a function or a number with a unit, whose type Sass shall see.
    private static func isTyped(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        if bytes.first == 0x23 {
            return (4...7).contains(bytes.count)
                && bytes.dropFirst().allSatisfy { isDigit($0) || (0x61...0x66).contains($0 | 0x20) }
        }
        let name = bytes.prefix { isLetter($0) || $0 == 0x2D }
        if !name.isEmpty { return name.count < bytes.count && bytes[name.count] == 0x28 }
        var rest = bytes.drop(while: isDigit)
        guard rest.count < bytes.count else { return false }
        if rest.first == 0x2E {
            let fraction = rest.dropFirst().prefix(while: isDigit)
            guard !fraction.isEmpty else { return false }
            rest = rest.dropFirst(1 + fraction.count)
        }
        return !rest.isEmpty && rest.allSatisfy { isLetter($0) || $0 == 0x25 || $0 == 0x2D }
    }
}
