internal import Text

/// The language that code without one is most likely in, by the signs that Chroma looks for.
///
/// Chroma asks few of its languages, and each sign has a weight; the language with the most wins, the first of Chroma's
/// order among equals. Some of those that it asks have no lexer here: where one of them wins, the code is plain text.
struct LanguageGuess {
    private let code: [UInt8]
    private let lines: [ArraySlice<UInt8>]

    /// Looks at `code`, in time proportional to its length.
    init(_ code: [UInt8]) {
        self.code = code
        lines = code.split(separator: 0x0A)
    }

    /// The name or an alias of the language, plain text where nothing speaks for one.
    var language: String {
        var best = (language: "plaintext", weight: 0.0)
        // In Chroma's order: the languages of its definition files by name, then those of its own program.
        let weights = [
            ("bash", bash), ("c++", cPlusPlus), ("c", c), ("gdscript3", gdScript), ("mysql", mySQL), ("go", go),
        ]
        for (language, weight) in weights where weight > best.weight { best = (language, weight) }
        return best.language
    }

    private var bash: Double {
        let names: [StaticString] = ["bash", "zsh", "sh", "ksh"]
        for line in lines where line.starts(with: "#!".utf8) {
            guard let folder = line.firstRange(of: "/bin/".utf8) else { continue }
            var command = line[folder.upperBound...]
            if command.starts(with: "env ".utf8) { command = command.dropFirst(4) }
            if names.contains(where: { command.starts(with: "\($0)".utf8) }) { return 1 }
        }
        return 0
    }

    /// A header without a full stop is one of C++.
    private var cPlusPlus: Double {
        let includes = lines.contains { line in
            guard let start = line.firstRange(of: "#include <".utf8)?.upperBound else { return false }
            let rest = line[start...]
            let name = rest.prefix { $0 >= 0x61 && $0 <= 0x7A || $0 == 0x5F }
            return !name.isEmpty && rest.dropFirst(name.count).first == 0x3E
        }
        return includes ? 0.2 : holds("using namespace ") ? 0.4 : 0
    }

    private var c: Double {
        let signs: [StaticString] = ["#include <", "#ifdef ", "#ifndef "]
        return lines.contains { line in
            let text = line.drop { $0 == 0x20 || $0 == 0x09 }
            return signs.contains { text.starts(with: "\($0)".utf8) }
        } ? 0.1 : 0
    }

    /// Its signs are words of many texts: a line with `export` or `tool` in it is Godot's script to Chroma.
    private var gdScript: Double {
        var weight = 0.0
        if holds("func _ready", "func _init", "func _input", "func _process", "func _unhandled_input") { weight += 0.8 }
        let isDefinition = holds("extends ", "class_name ", "onready ", "preload", "load", "setget")
        if isDefinition || holdsFunction { weight += 0.4 }
        if holds("var", "const", "enum", "export", "signal", "tool") { weight += 0.2 }
        return min(weight, 1)
    }

    /// Whether a function is named that does not begin with `_`.
    private var holdsFunction: Bool {
        var rest = code[...]
        while let found = rest.firstRange(of: "func ".utf8) {
            rest = rest[found.upperBound...]
            if let next = rest.first, next != 0x5F { return true }
        }
        return false
    }

    /// Names in backticks speak for it, names in brackets for the other dialect that has those.
    private var mySQL: Double {
        let backticks = countNames(between: 0x60, and: 0x60)
        let brackets = countNames(between: 0x5B, and: 0x5D)
        if backticks + brackets >= 1, backticks >= 2 * brackets { return 0.5 }
        return backticks > brackets ? 0.2 : backticks > 0 ? 0.1 : 0
    }

    private var go: Double { holds("package ") ? holds("fmt.") ? 0.5 : 0.1 : 0 }

    private func holds(_ texts: StaticString...) -> Bool {
        texts.contains { text in text.withUTF8Buffer { code.firstRange(of: $0) != nil } }
    }

    /// How many names, of letters, digits and underscores, stand between two signs; what one match holds is not looked
    /// at again.
    private func countNames(between open: UInt8, and close: UInt8) -> Int {
        var count = 0
        var at = 0
        while at < code.count {
            defer { at += 1 }
            guard code[at] == open else { continue }
            let name = code[(at + 1)...].prefix { Self.isWord($0) }
            guard let first = name.first, first < 0x30 || first > 0x39 else { continue }
            if name.endIndex < code.count, code[name.endIndex] == close {
                count += 1
                at = name.endIndex
            } else {
                at = name.endIndex - 1
            }
        }
        return count
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x5F
    }
}
