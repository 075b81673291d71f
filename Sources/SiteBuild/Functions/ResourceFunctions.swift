internal import Files
internal import GoTemplates
internal import SiteModel
internal import Text
internal import Values

/// The functions of `resources`: files of the assets folders and what templates make of them.
enum ResourceFunctions {
    /// Adds them.
    static func add(to table: inout FunctionTable) {
        addFinding(to: &table)
        addChanging(to: &table)
        addRefused(to: &table)
    }

    private static func addFinding(to table: inout FunctionTable) {
        table.register("resources.Get", 1...1) { call in
            let environment = try SiteFunctions.environment(call)
            return environment.context.assets.resource(call.arguments[0].goString).map { .object($0) } ?? .null
        }
        table.register("resources.GetMatch", 1...1) { call in
            let assets = try SiteFunctions.environment(call).context.assets
            return try assets.matching(call.arguments[0].goString).first.map { .object($0) } ?? .null
        }
        table.register("resources.Match", 1...1) { call in
            .object(
                ResourceCollection(
                    try SiteFunctions.environment(call).context.assets.matching(call.arguments[0].goString)))
        }
        table.register("resources.ByType", 1...1) { call in
            let type = call.arguments[0].goString
            let assets = try SiteFunctions.environment(call).context.assets
            return .object(ResourceCollection(try assets.matching("**").filter { $0.mediaType.mainType == type }))
        }
        table.register("resources.FromString", 2...2) { call in
            let environment = try SiteFunctions.environment(call)
            let path = try target(call.arguments[0])
            let bytes = Array(call.arguments[1].goString.utf8)
            return .object(
                environment.context.assets.shared(path, bytes) {
                    ResourceObject(
                        name: "/" + path, mediaType: mediaType(of: path, environment), targetPath: path,
                        source: .bytes(bytes), context: environment.context)
                })
        }
        table.register("resources.ExecuteAsTemplate", 3...3) { call in
            let environment = try SiteFunctions.environment(call)
            let path = try target(call.arguments[0])
            let resource = try resource(call, 2, "ExecuteAsTemplate")
            let source = try resource.bytes()
            // Once for a text and a path, as in Hugo: a theme's index for searching is asked for by each page.
            let key = [
                "\0template", environment.context.language.language.key, resource.name, path,
                Hexadecimal.text(HashFunction.sha256.digest(source)),
            ].joined(separator: "\0")
            return try environment.context.build.partialCache.value(key, for: environment) {
                let bytes = try environment.context.build.templates.executeText(
                    String(decoding: source, as: UTF8.self), name: resource.name, mode: .text, dot: call.arguments[1],
                    environment: environment)
                return .object(
                    environment.context.assets.shared(resource.name + "\0" + path, bytes) {
                        resource.changed(bytes: bytes, targetPath: path, mediaType: mediaType(of: path, environment))
                    })
            }
        }
        table.register("resources.Concat", 2...2) { call in
            let environment = try SiteFunctions.environment(call)
            let path = try target(call.arguments[0])
            var bytes: [UInt8] = []
            for (index, element) in (call.arguments[1].listValue ?? []).enumerated() {
                guard case .object(let object) = element, let resource = object as? ResourceObject else {
                    throw ValueError("resources.Concat: element \(index) is not a resource")
                }
                // A script that does not end its last statement must not run into the next one.
                if index > 0, resource.mediaType.subType == "javascript" {
                    bytes.append(contentsOf: Array("\n;\n".utf8))
                }
                bytes.append(contentsOf: try resource.bytes())
            }
            return .object(
                environment.context.assets.shared(path, bytes) {
                    ResourceObject(
                        name: "/" + path, mediaType: mediaType(of: path, environment), targetPath: path,
                        source: .bytes(bytes), context: environment.context)
                })
        }
        table.register("resources.Copy", 2...2) { call in
            let resource = try resource(call, 1, "Copy")
            return .object(resource.changed(bytes: try resource.bytes(), targetPath: try target(call.arguments[0])))
        }
    }

    private static func addChanging(to table: inout FunctionTable) {
        table.register("resources.Minify", aliases: ["minify"], 1...1) { call in
            let resource = try resource(call, 0, "minify")
            return .object(
                try resource.derived("minify") {
                    let bytes = resource.context.minifier.minified(
                        try resource.bytes(), mediaType: resource.mediaType.type)
                    return resource.changed(
                        bytes: bytes, targetPath: resource.targetPath.insertingBeforeExtension(".min"))
                })
        }
        table.register("resources.Fingerprint", aliases: ["fingerprint"], 1...2) { call in
            let resource = try resource(call, call.arguments.count - 1, "fingerprint")
            let algorithm = call.arguments.count == 2 ? call.arguments[0].goString : "sha256"
            return .object(
                try resource.derived("fingerprint \(algorithm)") {
                    let bytes = try resource.bytes()
                    guard let digest = Digest.bytes(of: bytes, algorithm: algorithm) else {
                        throw ValueError(
                            "unsupported hash algorithm: \"\(algorithm)\", use either md5, sha256, sha384 or sha512")
                    }
                    let hexadecimal = Hexadecimal.text(digest)
                    return resource.changed(
                        bytes: bytes, targetPath: resource.targetPath.insertingBeforeExtension("." + hexadecimal),
                        integrity: "\(algorithm)-\(Base64.text(digest))")
                })
        }
        table.register("css.Sass", aliases: ["toCSS", "resources.ToCSS"], 1...2) { call in
            var options = ValueMap()
            if call.arguments.count == 2 {
                switch call.arguments[0] {
                case .map(let map): options = map
                case let target: options["targetPath"] = .string(target.goString)
                }
            }
            return .object(
                try SassFunction.resource(
                    try resource(call, call.arguments.count - 1, "toCSS"), options: options,
                    environment: try SiteFunctions.environment(call)))
        }
        table.register("resources.PostProcess", 1...1) { call in call.arguments[0] }
    }

    /// What needs the network fails when it is called, and says so.
    private static func addRefused(to table: inout FunctionTable) {
        let refused: [(String, [String], String)] = [
            (
                "resources.GetRemote", [],
                "nothing is fetched while a site is built: put the file into the assets folder"
            ),
            (
                "transform.ToMath", [],
                "formulas are not rendered: let a script of the page render them, as the manual shows"
            ),
            ("transform.HTMLToMarkdown", [], "HTML is not turned into Markdown"),
            ("transform.PortableText", [], "Portable Text is not read: keep the text as Markdown"),
            ("templates.Current", [], "a template does not know its name"),
            ("diagrams.Goat", [], "ASCII drawings are not rendered: commit the SVG"),
            ("js.Batch", [], "bundle with js.Build, which calls esbuild"),
        ]
        for (name, aliases, reason) in refused {
            table.register(name, aliases: aliases, 0...Int.max) { _ in throw ValueError(reason) }
        }
    }

    private static func resource(_ call: Invocation, _ index: Int, _ name: String) throws -> ResourceObject {
        guard case .object(let object) = call.argument(index) ?? .null, let resource = object as? ResourceObject else {
            throw ValueError("\(name): \((call.argument(index) ?? .null).goType) is not a resource")
        }
        return resource
    }

    /// A path below the destination folder that a template names.
    static func target(_ value: Value) throws -> String {
        let parts = value.goString.split(separator: "/").filter { $0 != "." }
        guard !parts.isEmpty, !parts.contains("..") else {
            throw ValueError("\"\(value.goString)\" is no path below the destination")
        }
        return parts.joined(separator: "/")
    }

    private static func mediaType(of path: String, _ environment: RenderEnvironment) -> MediaType {
        environment.context.model.configuration.mediaType(fileExtension: path.fileExtension)
    }
}

extension String {
    /// What follows the last dot of the last part, empty when there is none.
    var fileExtension: String {
        let name = split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return String(name[name.index(after: dot)...])
    }

    /// `main.css` with `.min` becomes `main.min.css`.
    func insertingBeforeExtension(_ text: String) -> String {
        let suffix = fileExtension
        guard !suffix.isEmpty else { return self + text }
        return String(dropLast(suffix.count + 1)) + text + "." + suffix
    }
}
