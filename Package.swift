// swift-tools-version: 6.2
import PackageDescription

// The rooms of Keyport and the arrows between them. `ARCHITECTURE.md` says what each room holds;
// `make lint` refuses an import that has no arrow here.

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
    // Rooms are small; the hot loops cross them (a byte writer in Text is called from every renderer).
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

func room(_ name: String, _ dependencies: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies.map { .init(stringLiteral: $0) }, swiftSettings: strict)
}

/// The tests of a room; `data` names the folders of cases and snapshots, which tests read where they stand.
func tests(_ name: String, _ dependencies: [String], data: [String] = []) -> Target {
    .testTarget(
        name: name + "Tests",
        dependencies: dependencies.map { .init(stringLiteral: $0) },
        exclude: data,
        swiftSettings: strict)
}

func system(_ name: String, pkgConfig: String? = nil, apt: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let targets: [Target] = [
    // C and C++ libraries, all from Debian.
    system("CLibCMark", pkgConfig: "libcmark", apt: "libcmark-dev"),
    system("CLibYAML", pkgConfig: "yaml-0.1", apt: "libyaml-dev"),
    system("CSodium", pkgConfig: "libsodium", apt: "libsodium-dev"),
    system("CNettle", pkgConfig: "nettle", apt: "nettle-dev"),
    system("CPCRE2", pkgConfig: "libpcre2-8", apt: "libpcre2-dev"),
    system("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    system("CLibSass", apt: "libsass-dev"),
    system("CLibGD", apt: "libgd-dev"),
    system("CQRencode", apt: "libqrencode-dev"),
    .target(name: "CLinux"),
    .target(name: "CMicroHTTPD"),
    .target(
        name: "CTomlPlusPlus",
        cxxSettings: [.unsafeFlags(["-std=c++17"])]),
    .target(name: "CCRC32C", cSettings: [.unsafeFlags(["-O2"])]),

    // Rooms.
    room("Text"),
    room("Files", ["Text", "CLinux"]),
    room("Values", ["Text"]),
    room("RegularExpressions", ["Text", "CPCRE2"]),
    room("DataFormats", ["Text", "Values", "CLibYAML", "CTomlPlusPlus"]),
    room("HugoMarkdown", ["Text", "Values", "CLibCMark"]),
    room("SyntaxColor", ["Text", "RegularExpressions"]),
    room("GoTemplates", ["Text", "Values", "RegularExpressions", "CSodium"]),
    room("SVGCharts", ["Text"]),
    room("Pictures", ["CLibGD", "CQRencode"]),
    room("KeyLedger", ["Text", "Values", "Files", "CSodium", "CNettle", "CCRC32C", "CLinux", "CZlib"]),
    room("SiteModel", ["Text", "Values", "Files", "DataFormats", "RegularExpressions"]),
    room("UsageReports", ["Text", "Values", "KeyLedger", "SVGCharts"]),
    room(
        "SiteBuild",
        [
            "Text", "Values", "Files", "DataFormats", "RegularExpressions", "HugoMarkdown", "SyntaxColor",
            "GoTemplates", "SiteModel", "Pictures", "CLibSass",
        ]),
    room("PreviewServer", ["Text", "CMicroHTTPD"]),
    room("LinkCheck", ["Text"]),
    room(
        "Commands",
        [
            "Text", "Values", "Files", "DataFormats", "HugoMarkdown", "GoTemplates", "KeyLedger", "SVGCharts",
            "SiteModel", "SiteBuild", "UsageReports", "PreviewServer", "LinkCheck",
        ]),
    .executableTarget(name: "keyport", dependencies: ["Commands"], swiftSettings: strict),
    // The example workspace of the repository, made by `make site`.
    .executableTarget(name: "DemoStore", dependencies: ["KeyLedger", "Values", "Text"], swiftSettings: strict),

    // What `Benchmarks/bench-ledger` measures with: events by the million, and the engine alone.
    .executableTarget(
        name: "LedgerBenchmark", dependencies: ["KeyLedger", "Values", "Files", "Text"], path: "Benchmarks/Ledger",
        swiftSettings: strict),
    // What `Benchmarks/bench-charts` measures with.
    .executableTarget(
        name: "ChartBenchmark", dependencies: ["SVGCharts"], path: "Benchmarks/Charts", swiftSettings: strict),

    // Tests, one target a room.
    tests("Text", ["Text"], data: ["Cases"]),
    tests("Files", ["Files", "Text"]),
    tests("Values", ["Values", "Text"], data: ["Cases"]),
    tests("RegularExpressions", ["RegularExpressions", "Text"]),
    tests("DataFormats", ["DataFormats", "Values", "Text"]),
    tests("HugoMarkdown", ["HugoMarkdown", "Values", "Text"], data: ["Cases"]),
    tests("SyntaxColor", ["SyntaxColor", "Text"], data: ["Cases"]),
    tests("GoTemplates", ["GoTemplates", "Values", "Text"], data: ["Cases"]),
    tests("SVGCharts", ["SVGCharts", "Text"], data: ["Snapshots"]),
    tests("Pictures", ["Pictures"]),
    tests("KeyLedger", ["KeyLedger", "Values", "Files", "Text"]),
    tests("SiteModel", ["SiteModel", "DataFormats", "Values", "Files", "Text"], data: ["Cases"]),
    tests(
        "UsageReports", ["UsageReports", "KeyLedger", "SVGCharts", "Values", "Files", "Text"], data: ["Cases"]),
    tests(
        "SiteBuild", ["SiteBuild", "SiteModel", "Pictures", "GoTemplates", "Values", "Files", "Text"],
        data: ["Cases", "Sites"]),
    tests("PreviewServer", ["PreviewServer", "Text"]),
    tests("LinkCheck", ["LinkCheck", "Text"]),
    tests("Commands", ["Commands", "keyport", "DemoStore", "KeyLedger", "Values", "Files", "Text"], data: ["Cases"]),
    tests("DemoStore", ["DemoStore", "KeyLedger", "Values", "Files"]),
]

/// The programs of libFuzzer, each around one parser: name, file in `Tests/Fuzz`, rooms.
let fuzzed: [(name: String, file: String, rooms: [String])] = [
    ("front-matter", "FrontMatter.swift", ["DataFormats", "Values", "Text"]),
    ("shortcodes", "Shortcodes.swift", ["HugoMarkdown", "Values", "Text"]),
    ("markdown", "Markdown.swift", ["HugoMarkdown", "Values", "Text"]),
    ("lexers", "Lexers.swift", ["SyntaxColor", "Text"]),
    ("templates", "Templates.swift", ["GoTemplates", "Values", "Text"]),
    ("escaping", "Escaping.swift", ["GoTemplates", "Values", "Text"]),
    ("patterns", "Patterns.swift", ["RegularExpressions"]),
    ("dates", "Dates.swift", ["Values"]),
    ("data", "Data.swift", ["DataFormats", "Values", "Text"]),
    ("addresses", "Addresses.swift", ["SiteModel", "Values", "Text"]),
    ("imports", "Imports.swift", ["KeyLedger", "Text"]),
    ("store-files", "StoreFiles.swift", ["KeyLedger", "Files", "Values", "Text"]),
]

/// What `make fuzz` builds; without `KEYPORT_FUZZ` no part of the package, since libFuzzer brings the `main`.
func fuzzTargets() -> [Target] {
    let files = fuzzed.map(\.file) + ["FuzzInput.swift", "README.md", "make-seeds"]
    func others(than file: String) -> [String] { files.filter { $0 != file } }
    let input = Target.target(
        name: "FuzzInput", path: "Tests/Fuzz", exclude: others(than: "FuzzInput.swift"), sources: ["FuzzInput.swift"],
        swiftSettings: strict)
    let programs = fuzzed.map { fuzz in
        Target.executableTarget(
            name: "fuzz-" + fuzz.name,
            dependencies: (["FuzzInput"] + fuzz.rooms).map { .init(stringLiteral: $0) },
            path: "Tests/Fuzz", exclude: others(than: fuzz.file), sources: [fuzz.file],
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])
    }
    return [input] + programs
}

/// The targets that `KEYPORT_ROOMS` (comma-separated) names, with their tests and all they import: one room builds
/// and tests in seconds where the whole package takes minutes. Everything when the variable is not set.
func selected(_ all: [Target]) -> [Target] {
    guard let rooms = Context.environment["KEYPORT_ROOMS"], !rooms.isEmpty else { return all }
    var wanted = Set<String>()
    func want(_ name: String) {
        guard let target = all.first(where: { $0.name == name }), wanted.insert(name).inserted else { return }
        for dependency in target.dependencies {
            if case .byNameItem(let name, _) = dependency { want(name) }
        }
    }
    for room in rooms.split(separator: ",") {
        want(String(room))
        want(room + "Tests")
    }
    return all.filter { wanted.contains($0.name) }
}

let chosen = selected(Context.environment["KEYPORT_FUZZ"] == nil ? targets : targets + fuzzTargets())

let package = Package(
    name: "keyport",
    products: [("keyport", "keyport"), ("demo-store", "DemoStore")].compactMap { product in
        chosen.contains { $0.name == product.1 } ? .executable(name: product.0, targets: [product.1]) : nil
    },
    targets: chosen
)
