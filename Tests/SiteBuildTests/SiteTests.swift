import Files
import Glibc
import SiteModel
import Testing
import Text
import Values

@testable import SiteBuild

/// Builds every folder of `Sites` and compares with its `expected` folder; `RECORD_SNAPSHOTS=1` writes that anew.
@Suite("Whole sites")
struct SiteTests {
    static var folder: String {
        let file = #filePath
        return String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]) + "/Sites"
    }

    static var names: [String] {
        ((try? FileSystem.list(folder)) ?? []).filter { $0.kind == .directory }.map(\.name).sorted()
    }

    @Test("There are sites to build")
    func some() { #expect(Self.names.count >= 3) }

    @Test("A site comes out as it was recorded", arguments: names)
    func matches(_ name: String) throws {
        let source = "\(Self.folder)/\(name)"
        let scratch = try SiteFolder([:])
        let configuration = try SiteConfiguration.load(source: source)
        let report = SiteBuilder.build(
            configuration,
            options: SiteBuildOptions(
                now: ZonedTime(year: 2026, month: 11, day: 24, zone: .utc), destination: scratch.output))
        #expect(report.findings.filter { $0.severity == .error }.map(\.rendered).isEmpty)
        let expected = source + "/expected"
        if getenv("RECORD_SNAPSHOTS") != nil {
            try? FileSystem.remove(expected)
            for path in scratch.outputPaths() {
                let target = "\(expected)/\(path)"
                if let slash = target.lastIndex(of: "/") { try FileSystem.makeDirectory(String(target[..<slash])) }
                try FileSystem.write(try FileSystem.read("\(scratch.output)/\(path)"), to: target)
            }
        }
        var wanted: [String] = []
        FolderWalk.files(below: expected) { wanted.append($0) }
        #expect(scratch.outputPaths() == wanted.sorted())
        for path in wanted {
            let text = String(decoding: try FileSystem.read("\(expected)/\(path)"), as: UTF8.self)
            #expect(scratch.read(path) == text, "\(name)/\(path)")
        }
    }
}
