import Glibc
import SyntaxColor
import Testing

/// A sample of code and the HTML that the real Hugo makes of it, from a file in `Cases` (see `Cases/record`).
struct CodeCase: CustomTestStringConvertible, Sendable {
    var name = ""
    var language = ""
    var options = "noClasses=false"
    var code = ""
    var html = ""

    var testDescription: String { name }

    /// The samples of all case files whose name fits.
    static func load(_ wanted: (String) -> Bool) -> [CodeCase] {
        fileNames().filter(wanted).flatMap(parse)
    }

    static var folder: String {
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/Cases"
    }

    static func fileNames() -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasSuffix(".txt") { names.append(name) }
        }
        return names.sorted()
    }

    static func read(_ name: String) -> [UInt8] {
        guard let file = fopen("\(folder)/\(name)", "r") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer.prefix(count) }
        return bytes
    }

    private static func parse(_ file: String) -> [CodeCase] {
        var samples: [CodeCase] = []
        var part = ""
        var current: CodeCase?
        var code: [Substring] = []
        var html: [Substring] = []
        var hasEnd = true
        func finish() {
            guard var sample = current else { return }
            sample.code = code.joined(separator: "\n") + (hasEnd ? "\n" : "")
            sample.html = html.joined(separator: "\n")
            samples.append(sample)
        }
        let text = String(decoding: read(file), as: UTF8.self)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        for line in lines {
            if line.hasPrefix("=== ") {
                finish()
                current = CodeCase(name: file.dropLast(4) + ": " + line.dropFirst(4))
                (code, html, part, hasEnd) = ([], [], "head", true)
            } else if line == "--- code" || line == "--- html" {
                part = String(line.dropFirst(4))
            } else if part == "head" {
                if line.hasPrefix("language: ") { current?.language = String(line.dropFirst(10)) }
                if line.hasPrefix("options: ") { current?.options = String(line.dropFirst(9)) }
                if line == "end: none" { hasEnd = false }
            } else if part == "code" {
                code.append(line)
            } else if part == "html" {
                html.append(line)
            }
        }
        finish()
        return samples
    }
}
