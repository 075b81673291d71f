internal import Files
internal import GoTemplates
internal import SiteModel
internal import Text
internal import Values

/// The functions that hand a resource to another program: a bundler, PostCSS, Tailwind, Babel.
///
/// Each is looked for in `node_modules/.bin` of the site, then on the path; where it is not installed the error says what
/// to install. What the program writes to standard output is the new resource.
enum ToolFunctions {
    private struct Tool: Sendable {
        let name: String
        let aliases: [String]
        let program: String
        let install: String
        /// The programs by which Hugo runs it; none where it is built in.
        let runners: [String]
        /// The arguments for a file and the options of the template.
        let arguments: @Sendable (String, ValueMap) throws -> [String]
    }

    private static let tools = [
        Tool(
            name: "js.Build", aliases: [], program: "esbuild", install: "npm install esbuild", runners: [],
            arguments: { file, options in [file, "--bundle", "--log-level=error"] + (try bundling(options)) }),
        Tool(
            name: "css.Build", aliases: [], program: "esbuild", install: "npm install esbuild", runners: [],
            arguments: { file, options in [file, "--bundle", "--log-level=error"] + shared(options) }),
        Tool(
            name: "js.Babel", aliases: ["babel"], program: "babel", install: "npm install @babel/cli @babel/core",
            runners: ["node", "npx"],
            arguments: { file, options in
                [file] + config(options, "--config-file") + flags(options, ["minified", "compact"])
            }
        ),
        Tool(
            name: "css.PostCSS", aliases: ["postCSS"], program: "postcss", install: "npm install postcss-cli",
            runners: ["node", "npx"],
            arguments: { file, options in
                var words = [file] + config(options, "--config")
                if options["nomap"]?.boolValue == true { words.append("--no-map") }
                for name in ["use", "parser", "stringifier", "syntax"] {
                    for word in (options[name]?.stringValue ?? "").split(separator: " ") {
                        words += ["--\(name)", String(word)]
                    }
                }
                return words
            }),
        Tool(
            name: "css.TailwindCSS", aliases: [], program: "tailwindcss", install: "npm install @tailwindcss/cli",
            runners: ["node", "npx"],
            arguments: { file, options in ["--input=\(file)"] + flags(options, ["minify", "optimize"]) }),
    ]

    /// Adds them.
    static func add(to table: inout FunctionTable) {
        for tool in tools {
            table.register(tool.name, aliases: tool.aliases, 1...2) { call in
                guard case .object(let object)? = call.arguments.last, let resource = object as? ResourceObject else {
                    throw ValueError("no Resource provided in transformation")
                }
                var options = ValueMap(foldsCase: true)
                if call.arguments.count == 2 {
                    switch call.arguments[0] {
                    case .map(let map): options = map.foldingCase()
                    case let target: options["targetPath"] = .string(target.goString)
                    }
                }
                let environment = try SiteFunctions.environment(call)
                return .object(
                    try resource.derived("\(tool.name) \(Value.map(options).goString)") {
                        do {
                            return try run(tool, on: resource, options, environment)
                        } catch let error as FileError {
                            throw ValueError("\(tool.name): \(resource.name): \(error.reason)")
                        }
                    })
            }
        }
    }

    private static func run(
        _ tool: Tool, on resource: ResourceObject, _ options: ValueMap, _ environment: RenderEnvironment
    ) throws -> ResourceObject {
        let configuration = environment.context.model.configuration
        guard try ProgramPolicy(configuration.section("security")).allows(tool.program, runners: tool.runners) else {
            throw ValueError(
                "\(tool.program) may not run: add \"^\(tool.program)$\" to security.exec.allow in the configuration")
        }
        let root = configuration.sourceDirectory
        let local = root + "/node_modules/.bin/" + tool.program
        let program = FileSystem.isFile(local) ? local : tool.program
        let isScript = tool.name == "js.Build"
        var temporary: String?
        defer { if let temporary { try? FileSystem.remove(temporary) } }
        let file: String
        var input: [UInt8] = []
        var extra: [String] = []
        let name = resource.targetPath.split(separator: "/").last.map(String.init) ?? "resource"
        if case .file(let path) = resource.source {
            file = try FileSystem.realPath(path)
        } else if tool.program == "esbuild" {
            // What a template made stands in no folder: read from standard input it finds the packages of the site, and
            // no path of a temporary file gets into the comments of the result.
            input = try resource.bytes()
            file = "--sourcefile=" + name
            extra = ["--loader=" + (tool.name == "css.Build" ? "css" : scriptLoader(name))]
        } else {
            let folder = try FileSystem.makeTemporaryDirectory(prefix: "keyport-resource")
            temporary = folder
            file = folder + "/" + name
            try FileSystem.write(try resource.bytes(), to: file, atomically: false)
        }
        let result: Subprocess
        var words = try tool.arguments(file, options) + extra
        if isScript, let params = options["params"], params.isTruthy {
            // What the script imports as "@params".
            let folder = try temporary ?? FileSystem.makeTemporaryDirectory(prefix: "keyport-resource")
            temporary = folder
            let path = folder + "/keyport-params.json"
            try FileSystem.write(Array(try JSON.string(params).utf8), to: path, atomically: false)
            words.append("--alias:@params=" + path)
        }
        do throws(FileError) {
            result = try Subprocess([program] + words, input: input, in: root)
        } catch {
            throw ValueError("\(tool.program) cannot be run: \(error.reason); \(tool.install), or commit what it makes")
        }
        if result.status == 127 {
            throw ValueError("\(tool.program) is not installed: \(tool.install), or commit what it makes")
        }
        guard result.status == 0 else {
            let said = String(decoding: result.messages.prefix(2000), as: UTF8.self)
            throw ValueError("\(tool.program) failed for \(resource.name): \(said)")
        }
        var target = options["targetpath"]?.stringValue ?? resource.targetPath
        if isScript, ["ts", "tsx", "jsx"].contains(target.fileExtension) {
            target = String(target.dropLast(target.fileExtension.utf8.count)) + "js"
        }
        return resource.changed(
            bytes: result.output, targetPath: target.withoutLeadingSlash,
            mediaType: isScript ? environment.context.model.configuration.mediaType(fileExtension: "js") : nil)
    }

    private static func config(_ options: ValueMap, _ flag: String) -> [String] {
        options["config"]?.stringValue.map { $0.isEmpty ? [] : [flag, $0] } ?? []
    }

    private static func flags(_ options: ValueMap, _ names: [String]) -> [String] {
        names.filter { options[$0]?.boolValue == true }.map { "--" + $0 }
    }

    /// What esbuild takes a file for that is read from standard input.
    private static func scriptLoader(_ name: String) -> String {
        let suffix = name.fileExtension
        return ["ts", "tsx", "jsx"].contains(suffix) ? suffix : "js"
    }

    /// The options that scripts and style sheets have in common, as those of esbuild.
    private static func shared(_ options: ValueMap) -> [String] {
        var words = flags(options, ["minify"])
        if let target = options["target"]?.stringValue, !target.isEmpty { words.append("--target=" + target) }
        switch options["sourcemap"]?.stringValue {
        case "inline", "linked", "external": words.append("--sourcemap=inline")
        default: break
        }
        for name in options["externals"]?.listValue ?? [] { words.append("--external:" + name.goString) }
        if case .map(let loaders)? = options["loaders"] {
            for (suffix, loader) in loaders { words.append("--loader:\(suffix)=\(loader.goString)") }
        }
        return words
    }

    /// Hugo's options of `js.Build` as those of esbuild.
    private static func bundling(_ options: ValueMap) throws -> [String] {
        var words = shared(options)
        words.append("--format=" + (options["format"]?.stringValue ?? "iife"))
        if let platform = options["platform"]?.stringValue, !platform.isEmpty { words.append("--platform=" + platform) }
        for name in options["drop"]?.stringValue.map({ [$0] }) ?? [] { words.append("--drop:" + name) }
        switch options["jsx"]?.stringValue {
        case "automatic": words.append("--jsx=automatic")
        case "preserve": words.append("--jsx=preserve")
        default: break
        }
        if case .map(let defines)? = options["defines"] {
            for (name, value) in defines { words.append("--define:\(name)=\(value.goString)") }
        }
        return words
    }
}
