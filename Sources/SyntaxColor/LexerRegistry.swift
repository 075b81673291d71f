internal import Synchronization

/// The languages by name, alias and file name; each is compiled when it is first asked for and shared from then on.
final class LexerRegistry: Sendable {
    /// All languages that come with the program.
    static let shared = LexerRegistry(LexerRegistry.definitions)

    private let texts: [String]
    private let headers: [LexerDefinition]
    private let byName: [String: Int]
    private let compiled = Mutex<[Int: Lexer?]>([:])

    init(_ texts: [String]) {
        self.texts = texts
        headers = texts.map(LexerDefinitionParser.parseHeader)
        var names: [String: Int] = [:]
        for (index, header) in headers.enumerated() {
            for alias in header.aliases where names[alias.lowercased()] == nil { names[alias.lowercased()] = index }
        }
        for (index, header) in headers.enumerated() where names[header.name.lowercased()] == nil {
            names[header.name.lowercased()] = index
        }
        byName = names
    }

    /// The names of the languages, in order.
    var names: [String] { headers.map(\.name) }

    /// The number of the language that `name` means: its name, an alias, a file's extension or a file's name.
    func index(of name: String) -> Int? {
        guard !name.isEmpty, name.utf8.count <= 256 else { return nil }
        if let index = byName[name.lowercased()] { return index }
        return match("filename." + name) ?? match(name)
    }

    /// The lexer of the language that `name` means.
    func lexer(named name: String) -> Lexer? {
        index(of: name).flatMap(lexer(at:))
    }

    /// The lexer of a language, compiled once.
    func lexer(at index: Int) -> Lexer? {
        guard texts.indices.contains(index) else { return nil }
        if let known = compiled.withLock({ $0[index] }) { return known }
        // Two threads may compile the same at once; the first result stays.
        let fresh = (try? LexerDefinitionParser.parse(texts[index])).flatMap { try? Lexer($0) }
        return compiled.withLock { table in
            if let known = table[index] { return known }
            table[index] = .some(fresh)
            return fresh
        }
    }

    /// Why a language cannot be compiled.
    func problem(in name: String) -> String? {
        guard let index = index(of: name) else { return "no language \(name)" }
        do {
            _ = try Lexer(try LexerDefinitionParser.parse(texts[index]))
            return nil
        } catch let error as LexerDefinitionParser.Failure {
            return "line \(error.line): \(error.reason)"
        } catch let error as Lexer.Failure {
            return error.reason
        } catch {
            return "\(error)"
        }
    }

    private func match(_ path: String) -> Int? {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        var best: Int?
        for (index, header) in headers.enumerated() {
            guard header.fileNames.contains(where: { FileNamePattern.matches($0, file) }) else { continue }
            if let known = best, headers[known].priority >= header.priority { continue }
            best = index
        }
        return best
    }
}

/// File names with `*` and `?`.
enum FileNamePattern {
    /// Whether `name` fits `pattern`; the time is bounded by the product of their lengths.
    static func matches(_ pattern: String, _ name: String) -> Bool {
        let pattern = Array(pattern.utf8)
        let name = Array(name.utf8)
        var at = 0
        var index = 0
        var star: (pattern: Int, name: Int)?
        while index < name.count {
            if at < pattern.count, pattern[at] == 0x2A {
                star = (at, index)
                at += 1
            } else if at < pattern.count, pattern[at] == 0x3F || pattern[at] == name[index] {
                at += 1
                index += 1
            } else if let last = star {
                star = (last.pattern, last.name + 1)
                at = last.pattern + 1
                index = last.name + 1
            } else {
                return false
            }
        }
        while at < pattern.count, pattern[at] == 0x2A { at += 1 }
        return at == pattern.count
    }
}
