import Files
import Glibc
import SiteModel
import Text
import Values

@testable import SiteBuild

/// A site in a temporary folder with its output beside it, removed with the last reference.
final class SiteFolder: Sendable {
    let path: String

    /// Where the output goes.
    var output: String { path + "/public" }

    /// Writes each file. Without a configuration of its own the site has no feeds, no taxonomies and no sitemap.
    init(_ files: [String: String]) throws {
        var template = Array("/tmp/keyport-build-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw FileError("make folder", "/tmp", number: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        var files = files
        if !files.keys.contains(where: { $0.hasPrefix("hugo.") }) {
            files["hugo.toml"] = Self.plainConfiguration
        }
        for (name, content) in files { try write(name, content) }
    }

    static let plainConfiguration = """
        baseURL = "https://example.org/"
        title = "T"
        disableHugoGeneratorInject = true
        disableKinds = ["taxonomy", "term", "rss", "sitemap", "404", "robotsTXT"]

        """

    deinit { try? FileSystem.remove(path) }

    /// Writes one file of the site.
    func write(_ name: String, _ content: String) throws { try write(name, Array(content.utf8)) }

    /// Writes one file of the site; a content of `->` and a path is a link.
    func write(_ name: String, _ content: [UInt8]) throws {
        let full = "\(path)/\(name)"
        if let slash = full.lastIndex(of: "/") { try FileSystem.makeDirectory(String(full[..<slash])) }
        if content.starts(with: "->".utf8) {
            _ = symlink(String(decoding: content.dropFirst(2), as: UTF8.self), full)
        } else {
            try FileSystem.write(content, to: full)
        }
    }

    /// The configuration of the site.
    func configuration() throws -> SiteConfiguration { try SiteConfiguration.load(source: path) }

    /// Builds it.
    @discardableResult
    func build(threads: Int = 2, removesStale: Bool = false) throws -> SiteBuilder.Report {
        var options = SiteBuildOptions(
            now: ZonedTime(year: 2026, month: 11, day: 24, zone: .utc), destination: output)
        options.threads = threads
        options.removesStale = removesStale
        return SiteBuilder.build(try configuration(), options: options)
    }

    /// A file of the output; nil when it is not there.
    func read(_ name: String) -> String? {
        (try? FileSystem.read("\(output)/\(name)")).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The paths of the whole output, sorted.
    func outputPaths() -> [String] {
        var paths: [String] = []
        FolderWalk.files(below: output) { paths.append($0) }
        return paths.sorted()
    }
}
