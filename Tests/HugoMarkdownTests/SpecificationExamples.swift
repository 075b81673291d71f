import Glibc
import Testing

/// One example of a specification: what is written and what must come out.
struct SpecificationExample: CustomTestStringConvertible, Sendable {
    let number: Int
    let section: String
    let markdown: String
    let html: String

    var testDescription: String { "\(number) \(section)" }

    /// The examples in a file beside this one; `→` stands for a tab.
    static func load(_ name: String) -> [SpecificationExample] {
        let text = caseFile(name)
        var examples: [SpecificationExample] = []
        let fence = String(repeating: "`", count: 32)
        var header: Substring?
        var markdown: [Substring] = []
        var html: [Substring]?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if header == nil {
                if line.hasPrefix(fence + " example ") { header = line.dropFirst(fence.count + 9) }
            } else if line == fence {
                let words = (header ?? "").split(separator: " ", maxSplits: 1)
                func joined(_ lines: [Substring]) -> String {
                    String(lines.flatMap { $0 + "\n" }.map { $0 == "→" ? "\t" : $0 })
                }
                examples.append(
                    SpecificationExample(
                        number: Int(words[0]) ?? 0, section: String(words[1]), markdown: joined(markdown),
                        html: joined(html ?? [])))
                header = nil
                markdown = []
                html = nil
            } else if html != nil {
                html?.append(line)
            } else if line == "." {
                html = []
            } else {
                markdown.append(line)
            }
        }
        return examples
    }
}

/// The text of a file in the folder `Cases`.
func caseFile(_ name: String) -> String {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    return readText("/" + folder + "/Cases/" + name) ?? ""
}

/// The text of the file at `path`, or nil when it cannot be read.
func readText(_ path: String) -> String? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
        let count = fread(&buffer, 1, buffer.count, file)
        if count == 0 { break }
        bytes.append(contentsOf: buffer[..<count])
    }
    return String(decoding: bytes, as: UTF8.self)
}
