internal import Files
internal import Glibc
internal import SiteModel
internal import Text
internal import Values

/// The options of every command that reads a site, and what they stand for.
enum SiteOptions {
    /// The options that pick a site and its configuration.
    static let options: [Option] = [
        .value("source", "s", "DIR", "the folder of the site (default .)"),
        .values("config", nil, "FILE", "configuration files in place of hugo.toml; separate several with commas"),
        .value("environment", "e", "NAME", "the environment (default production; development for serve)"),
        .value("baseURL", "b", "URL", "the address of the site"),
        .flag("buildDrafts", "D", "include drafts"),
        .flag("buildFuture", "F", "include pages of the future"),
        .flag("buildExpired", "E", "include expired pages"),
        .value("theme", "t", "NAME", "themes to use, separated by commas"),
        .value("themesDir", nil, "DIR", "the folder of the themes"),
        .value("contentDir", "c", "DIR", "the folder of the content"),
        .value("layoutDir", "l", "DIR", "the folder of the templates"),
        .value("store", nil, "DIR", "the store of keys and usage (default store beside the source)"),
        .value("now", nil, "TIME", "the present, as 2026-03-15T09:12:44Z; also SOURCE_DATE_EPOCH"),
    ]

    /// The folder of the site.
    static func source(_ arguments: Arguments) -> String { arguments.value("source") ?? "." }

    /// The folder of the store: as given, else `store` in the site's folder.
    static func store(_ arguments: Arguments) -> String {
        if let given = arguments.value("store") { return given }
        let source = source(arguments)
        return source == "." ? "store" : source + "/store"
    }

    /// Reads the configuration that the command line asks for.
    static func configuration(
        _ arguments: Arguments, environment: String, baseURL: String? = nil
    ) throws(SiteError) -> SiteConfiguration {
        var overrides = ValueMap()
        for name in ["baseURL", "theme", "themesDir", "contentDir", "layoutDir"] {
            guard let text = arguments.value(name) else { continue }
            overrides[name] =
                name == "theme" ? .list(text.split(separator: ",").map { .string(String($0)) }) : .string(text)
        }
        if let baseURL { overrides["baseURL"] = .string(baseURL) }
        for name in ["buildDrafts", "buildFuture", "buildExpired"] {
            if let flag = arguments.flagValue(name) { overrides[name] = .bool(flag) }
        }
        return try SiteConfiguration.load(
            source: source(arguments),
            configFiles: arguments.values("config").flatMap { $0.split(separator: ",").map(String.init) },
            environment: arguments.value("environment") ?? Environment.value("HUGO_ENVIRONMENT") ?? environment,
            overrides: overrides, variables: Environment.all, standardTheme: ThemeLocation.find())
    }
}

/// The environment of the process.
enum Environment {
    /// The value of a variable, nil when it is not set.
    static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Every variable.
    static var all: [String: String] {
        var variables: [String: String] = [:]
        var next = environ
        while let entry = next.pointee {
            let text = String(cString: entry)
            if let equals = text.firstIndex(of: "=") {
                variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            next += 1
        }
        return variables
    }
}

/// The present of a command: `--now`, else `SOURCE_DATE_EPOCH`, else the clock.
enum Present {
    /// The instant, in UTC.
    static func time(_ arguments: Arguments) throws(UsageError) -> ZonedTime {
        if let text = arguments.value("now") {
            guard let time = ZonedTime.parseHugo(text, defaultZone: .utc) else {
                throw UsageError(
                    message: "--now: \(text) is not a time", suggestion: "write it as 2026-03-15T09:12:44Z")
            }
            return time.in(.utc)
        }
        if let text = Environment.value("SOURCE_DATE_EPOCH"), !text.isEmpty {
            guard let seconds = Int(text), seconds >= 0, seconds < 253_402_300_800 else {
                throw UsageError(
                    message: "SOURCE_DATE_EPOCH: \(text) is not a number of seconds",
                    suggestion: "unset it, or use --now")
            }
            return ZonedTime(seconds: seconds, zone: .utc)
        }
        return ZonedTime.now().in(.utc)
    }

    /// Whether the command line or the environment fixes the present.
    static func isFixed(_ arguments: Arguments) -> Bool {
        arguments.value("now") != nil || Environment.value("SOURCE_DATE_EPOCH") != nil
    }
}

/// Where the theme of the program is.
enum ThemeLocation {
    /// The folder `Templates`: as `KEYPORT_THEME` says, beside the installed program (`../share/keyport/Templates`), or in
    /// a folder above it (a checkout); nil when there is none.
    static func find() -> String? {
        if let given = Environment.value("KEYPORT_THEME"), FileSystem.isDirectory(given) { return given }
        guard let program = try? FileSystem.realPath("/proc/self/exe") else { return nil }
        var folder = parent(of: program)
        let installed = parent(of: folder) + "/share/keyport/Templates"
        if FileSystem.isFile(installed + "/baseof.html") { return installed }
        while folder.count > 1 {
            if FileSystem.isFile(folder + "/Templates/baseof.html") { return folder + "/Templates" }
            folder = parent(of: folder)
        }
        return nil
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return String(path[..<slash])
    }
}
