import Files
import Glibc

/// A file of command lines with what each of them must print.
///
/// Lines of a transcript: `now TIME` sets the clock, `write PATH` and indented lines make a file in the site's folder,
/// `append PATH` and indented lines go to the end of one, `$ words` runs a command line, `< text` below it is its
/// input; what follows with two spaces is what it must give: the status, `> ` output, `! ` messages. Ids, secrets and
/// the place of the folder differ each time and stand as ID1, CRC, SIZE, SECRET, HINT and SITE.
struct Transcript {
    private let lines: [String]

    init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

    /// Runs every command line and returns the transcript as it should have been.
    func replayed() throws -> String {
        let folder = try TemporaryFolder()
        var ids: [String] = []
        var now = "2026-11-23T12:00:00Z"
        var result: [String] = []
        var index = 0
        func indented(_ prefix: String) -> [String] {
            var block: [String] = []
            while index < lines.count, lines[index].hasPrefix(prefix) {
                block.append(String(lines[index].dropFirst(prefix.count)))
                index += 1
            }
            return block
        }
        while index < lines.count {
            let line = lines[index]
            index += 1
            result.append(line)
            if line.hasPrefix("now ") {
                now = String(line.dropFirst(4))
            } else if line.hasPrefix("write ") || line.hasPrefix("append ") {
                let block = indented("    ")
                result += block.map { "    " + $0 }
                let isNew = line.hasPrefix("write ")
                let path = folder.path + "/" + line.dropFirst(isNew ? 6 : 7)
                if let slash = path.lastIndex(of: "/") { try FileSystem.makeDirectory(String(path[..<slash])) }
                let before = isNew ? [] : try FileSystem.read(path)
                let text = block.map { $0 + "\n" }.joined()
                try FileSystem.write(before + Array(Self.unmasked(text, ids).utf8), to: path)
            } else if line.hasPrefix("$ ") {
                let input = indented("< ")
                result += input.map { "< " + $0 }
                _ = indented("  ")
                var words = Self.words(Self.unmasked(String(line.dropFirst(2)), ids)).map {
                    $0.replacing("SITE", with: folder.path)
                }
                if !words.contains("--help"), words.first != "help", words.count > 1 {
                    words.insert(contentsOf: ["-s", folder.path, "--now", now], at: 2)
                }
                let run = try CommandRun(words, input: input.map { $0 + "\n" }.joined())
                func masked(_ text: String) -> String {
                    Self.masked(text.replacing(folder.path, with: "SITE"), &ids)
                }
                if run.status != 0 { result.append("  status \(run.status)") }
                result += Self.quoted(masked(run.output), "  >")
                result += Self.quoted(masked(run.messages), "  !")
            }
        }
        return result.joined(separator: "\n")
    }

    private static func quoted(_ text: String, _ mark: String) -> [String] {
        guard !text.isEmpty else { return [] }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() } else { lines.append("(no line end)") }
        return lines.map { $0.isEmpty ? mark : mark + " " + $0 }
    }

    /// The words of a line; double quotes hold words together.
    private static func words(_ line: String) -> [String] {
        var words: [String] = []
        var word: String?
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
                word = word ?? ""
            } else if character == " ", !isQuoted {
                if let word { words.append(word) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        return words
    }

    private static func unmasked(_ text: String, _ ids: [String]) -> String {
        var text = text
        for (index, id) in ids.enumerated().reversed() { text = text.replacing("ID\(index + 1)", with: id) }
        return text
    }

    /// The text without what chance and the machine put in.
    private static func masked(_ text: String, _ ids: inout [String]) -> String {
        var text = text.replacing("\r\n", with: "\n")
        for match in text.matches(of: /key_[0-9a-z]{12}/) where !ids.contains(String(match.output)) {
            ids.append(String(match.output))
        }
        for (index, id) in ids.enumerated().reversed() { text = text.replacing(id, with: "ID\(index + 1)") }
        text = text.replacing(/(ls[ca][it]_)[0-9A-Za-z]{36}/) { "\($0.output.1)SECRET" }
        text = text.replacing(/(ls[ca][it]_)[0-9A-Za-z]{4}…[0-9A-Za-z]{4}/) { "\($0.output.1)HINT" }
        text = text.replacing(/keyport-commands-[0-9]+/, with: "SITENAME")
        // A checksum follows the id of the key; the one of zeros is a transcript's own.
        text = text.replacing(/"crc":"(?!00000000")[0-9a-f]{8}"/, with: "\"crc\":\"CRC\"")
        // How small ids and checksums pack differs each time.
        text = text.replacing(/"sealedBytes": [0-9]+/, with: "\"sealedBytes\": SIZE")
        text = text.replacing(/(\.gz:[0-9:]+ error: the log was cut here: )[0-9]+/) { "\($0.output.1)SIZE" }
        text = text.replacing(/cli:[a-z0-9_-]+/, with: "cli:USER")
        // The width of a column follows the width of what was in it.
        return text.replacing(/(cli:USER|BY)[ ]{2,}/) { "\($0.output.1)  " }
    }
}
