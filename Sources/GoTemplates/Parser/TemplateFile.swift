package import Text
internal import Values

/// A template file, parsed: its own body and what it defines.
package final class TemplateFile: Sendable {
    /// The name that `{{ template }}` and error messages know it by, such as `_partials/head.html`.
    package let name: String
    /// Where it was read.
    package let file: SourceFile
    /// How its output is escaped.
    package let mode: TemplateMode
    /// What stands outside of definitions.
    let root: Definition
    /// What `{{ define }}` and `{{ block }}` named.
    let definitions: [Definition]

    private init(name: String, file: SourceFile, mode: TemplateMode, all: [Definition]) {
        self.name = name
        self.file = file
        self.mode = mode
        root =
            all.first ?? Definition(name: name, fileName: name, file: file, body: [], slotCount: 1)
        definitions = Array(all.dropFirst())
    }

    /// Parses a file.
    ///
    /// Throws a `Diagnostic` in Hugo's words (`parse of template failed: …`) at the place. A function that `functions`
    /// does not know is no error here: it fails when it is executed.
    package static func parse(
        _ file: SourceFile, name: String, mode: TemplateMode, functions: FunctionTable
    ) throws(Diagnostic) -> TemplateFile {
        var parser = Parser(file: file, name: name, functions: functions)
        let all = try parser.parseFile()
        return TemplateFile(name: name, file: file, mode: mode, all: all)
    }

    /// The names that the file defines, in their order.
    package var definedNames: [String] { definitions.map(\.name) }

    /// Whether the first action of the file is a `define`: then, in Hugo, it needs a base.
    package var startsWithDefine: Bool {
        for token in Lexer.tokens(of: file.bytes).tokens {
            switch token.kind {
            case .leftDelimiter, .space: continue
            case .text:
                if file.bytes[token.range].allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { continue }
                return false
            default: return token.kind == .keywordDefine
            }
        }
        return false
    }

    /// Whether a field of that name is asked for anywhere in the file: a shortcode that asks for `.Inner` has a body.
    package func uses(field name: String) -> Bool {
        let wanted = Array(("." + name).utf8)
        return Lexer.tokens(of: file.bytes).tokens.contains {
            $0.kind == .field && file.bytes[$0.range].elementsEqual(wanted)
        }
    }

    /// The version that the first action of a shortcode's template asks for, as in
    /// `{{ $_hugo_config := `{ "version": 1 }` }}`; nil where it does not.
    package var askedVersion: Int? {
        let tokens = Lexer.tokens(of: file.bytes).tokens.filter { ![.space, .text].contains($0.kind) }
        guard tokens.count > 3, tokens[1].kind == .variable, tokens[2].kind == .declare,
            tokens[3].kind == .rawString || tokens[3].kind == .string,
            file.bytes[tokens[1].range].elementsEqual("$_hugo_config".utf8)
        else { return nil }
        let text = file.bytes[tokens[3].range].dropFirst().dropLast()
        return (try? JSON.parse(Array(text)))?.mapValue?.foldingCase()["version"]?.intValue
    }

    /// Whether a function of that name is called anywhere in the file, by its full name.
    package func calls(function name: String) -> Bool {
        let wanted = name.split(separator: ".").map { Array($0.utf8) }
        let tokens = Lexer.tokens(of: file.bytes).tokens
        return tokens.indices.contains { index in
            guard tokens[index].kind == .identifier, file.bytes[tokens[index].range].elementsEqual(wanted[0]) else {
                return false
            }
            guard wanted.count > 1 else { return true }
            let next = index + 1
            return next < tokens.count && tokens[next].kind == .field
                && file.bytes[tokens[next].range].dropFirst().elementsEqual(wanted[1])
        }
    }

    /// Puts what the file defines among `definitions`; an empty one does not replace one that is not.
    func add(to all: inout [String: Definition]) {
        for definition in [root] + definitions {
            if definition.isEmpty, all[definition.name] != nil { continue }
            all[definition.name] = definition
        }
    }

    /// A template of this file alone, with a library of its own: for a template that is not part of a site.
    package func standalone() -> Template { TemplateLibrary().link(self) }
}
