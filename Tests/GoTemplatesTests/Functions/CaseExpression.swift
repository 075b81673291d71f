import GoTemplates
import Values

/// One expression of a case file, evaluated by calling the functions directly: the tests of the functions do not wait
/// for the language.
struct CaseExpression {
    struct Unsupported: Error {}

    private var tokens: [Substring]
    private var index = 0
    private let variables: [String: Value]
    private let functions: FunctionTable

    /// The value of `text`, a call such as `first 2 (slice 1 2 3)` with the variables of the file.
    static func evaluate(_ text: String, _ variables: [String: Value], _ functions: FunctionTable) throws -> Value {
        var expression = CaseExpression(
            tokens: try tokenize(text), variables: variables, functions: functions)
        return try expression.command()
    }

    private init(tokens: [Substring], variables: [String: Value], functions: FunctionTable) {
        self.tokens = tokens
        self.variables = variables
        self.functions = functions
    }

    private static func tokenize(_ text: String) throws -> [Substring] {
        var tokens: [Substring] = []
        var rest = text[...]
        while let first = rest.first {
            if first == " " {
                rest.removeFirst()
            } else if first == "(" || first == ")" {
                tokens.append(rest.prefix(1))
                rest.removeFirst()
            } else if first == "\"" || first == "`" {
                var end = rest.index(after: rest.startIndex)
                while end < rest.endIndex, rest[end] != first {
                    if rest[end] == "\\", first == "\"" { end = rest.index(after: end) }
                    end = rest.index(after: end)
                }
                guard end < rest.endIndex else { throw Unsupported() }
                tokens.append(rest[...end])
                rest = rest[rest.index(after: end)...]
            } else {
                let word = rest.prefix { $0 != " " && $0 != "(" && $0 != ")" }
                tokens.append(word)
                rest = rest.dropFirst(word.count)
            }
        }
        return tokens
    }

    private var isAtEnd: Bool { index >= tokens.count || tokens[index] == ")" }

    private mutating func command() throws -> Value {
        guard !isAtEnd else { throw Unsupported() }
        let word = String(tokens[index])
        if let function = functions.function(named: word), function.form == .plain {
            index += 1
            var arguments: [Value] = []
            while !isAtEnd { arguments.append(try operand()) }
            guard function.arity.contains(arguments.count) else {
                let bound =
                    arguments.count < function.arity.lowerBound ? function.arity.lowerBound : function.arity.upperBound
                let words =
                    function.arity.count == 1 ? "\(bound)" : arguments.count < bound ? "at least \(bound)" : "\(bound)"
                throw ValueError("wrong number of args for \(word): want \(words) got \(arguments.count)")
            }
            return try function.call(Invocation(arguments, context: EmptyContext()))
        }
        let value = try operand(takingArguments: true)
        guard isAtEnd else { throw Unsupported() }
        return value
    }

    private mutating func operand(takingArguments: Bool = false) throws -> Value {
        let token = tokens[index]
        index += 1
        var value: Value
        switch token {
        case "(":
            value = try command()
            index += 1
        case "nil": value = .null
        case "true": value = true
        case "false": value = false
        default:
            if token.hasPrefix("\"") {
                value = .string(try Self.unquote(token.dropFirst().dropLast()))
            } else if token.hasPrefix("`") {
                value = .string(String(token.dropFirst().dropLast()))
            } else if token.hasPrefix("$"), let known = variables[String(token)] {
                value = known
            } else if let number = Int(token) {
                value = .int(number)
            } else if token.hasPrefix("0x"), let number = Int(token.dropFirst(2), radix: 16) {
                value = .int(number)
            } else if let number = Double(token) {
                value = .float(number)
            } else if let function = functions.function(named: String(token)), function.form == .plain {
                value = try function.call(Invocation([], context: EmptyContext()))
            } else {
                throw Unsupported()
            }
        }
        while index < tokens.count, tokens[index].hasPrefix("."), token == "(" {
            let name = String(tokens[index].dropFirst())
            index += 1
            guard case .object(let object) = value, let member = object.members[Symbol(name)] else {
                throw Unsupported()
            }
            var arguments: [Value] = []
            while takingArguments, !isAtEnd { arguments.append(try operand()) }
            value = try member.call(object, Invocation(arguments, context: EmptyContext()))
        }
        return value
    }

    private static func unquote(_ text: Substring) throws -> String {
        var result = ""
        var scalars = text.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            guard scalar == "\\" else {
                result.unicodeScalars.append(scalar)
                continue
            }
            switch scalars.next() {
            case "n": result += "\n"
            case "t": result += "\t"
            case "r": result += "\r"
            case "b": result += "\u{8}"
            case "f": result += "\u{C}"
            case "u":
                var digits = ""
                for _ in 0..<4 { if let digit = scalars.next() { digits.unicodeScalars.append(digit) } }
                guard let value = UInt32(digits, radix: 16), let decoded = Unicode.Scalar(value) else {
                    throw Unsupported()
                }
                result.unicodeScalars.append(decoded)
            case let other?: result.unicodeScalars.append(other)
            case nil: throw Unsupported()
            }
        }
        return result
    }
}
