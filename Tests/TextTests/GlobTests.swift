import Glibc
import Testing
import Text

/// `Cases/globs.txt` holds what `.Resources.Match` of Hugo 0.168 finds: the names on the first line, then of each
/// pattern the names that fit, or `error` where Hugo refuses it.
@Suite struct GlobTests {
    @Test func fitsTheNamesThatHugoFinds() throws {
        let lines = try Self.lines()
        let names = try #require(lines.first).found.map { $0 }
        #expect(names.count == 20)
        #expect(lines.count > 70)
        for (pattern, found) in lines.dropFirst() {
            guard let glob = try? Glob(pattern) else {
                #expect(found == ["error"], "\(pattern) is refused")
                continue
            }
            #expect(names.filter(glob.matches).sorted() == found.sorted(), "\(pattern)")
        }
    }

    @Test func fitsAnEmptyTextOnlyWhereEverythingMayBeEmpty() throws {
        #expect(try Glob("").matches(""))
        #expect(try Glob("**").matches(""))
        #expect(try Glob("{,a}").matches(""))
        #expect(try !Glob("?").matches(""))
    }

    @Test func endsSoonWithManyStarsAndBraces() throws {
        let text = String(repeating: "a", count: 20_000)
        #expect(try !Glob(String(repeating: "*a", count: 50) + "b").matches(text))
        #expect(try !Glob(String(repeating: "{a,b}", count: 200)).matches("c"))
        #expect(
            try Glob(String(repeating: "{", count: 5_000) + "a" + String(repeating: "}", count: 5_000)).matches("a"))
    }

    private static func lines() throws -> [(pattern: String, found: [String])] {
        let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let file = try #require(fopen(folder.joined(separator: "/") + "/Cases/globs.txt", "r"))
        defer { fclose(file) }
        var bytes: [UInt8] = []
        while case let byte = fgetc(file), byte >= 0 { bytes.append(UInt8(byte)) }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard parts.count == 2 else { return nil }
            return (String(parts[0]), parts[1].split(separator: " ").map(String.init))
        }
    }
}
