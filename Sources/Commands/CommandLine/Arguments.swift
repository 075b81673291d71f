internal import Text

/// A command line after it was read against the options of its command.
struct Arguments: Sendable {
    /// The words that are no options, in order.
    private(set) var operands: [String] = []
    private var values: [String: [String]] = [:]

    /// Reads `words` (what stands behind the command's own words).
    ///
    /// Accepted, as by Hugo: `--name value`, `--name=value`, `-n value`, `-nvalue`, letters of flags together (`-DFE`),
    /// `--flag=false`; `--` ends the options; a lone `-` is an operand.
    init(_ words: [String], for command: Command) throws(UsageError) {
        var index = 0
        var optionsEnded = false
        while index < words.count {
            let word = words[index]
            index += 1
            if optionsEnded || word == "-" || !word.hasPrefix("-") {
                operands.append(word)
            } else if word == "--" {
                optionsEnded = true
            } else if word.hasPrefix("--") {
                try readLong(word, words, &index, command)
            } else {
                try readLetters(word, words, &index, command)
            }
        }
        try checkOperands(of: command)
    }

    /// The value of an option, the last one when it stands twice.
    func value(_ name: String) -> String? { values[name]?.last }

    /// All values of an option that may be repeated.
    func values(_ name: String) -> [String] { values[name] ?? [] }

    /// Whether a flag is on.
    func flag(_ name: String) -> Bool { flagValue(name) ?? false }

    /// Whether a flag was turned on or off, nil when the command line does not name it.
    func flagValue(_ name: String) -> Bool? {
        guard let text = values[name]?.last else { return nil }
        return text == "true"
    }

    private mutating func readLong(
        _ word: String, _ words: [String], _ index: inout Int, _ command: Command
    ) throws(UsageError) {
        let body = word.dropFirst(2)
        let equals = body.firstIndex(of: "=")
        let name = String(body[..<(equals ?? body.endIndex)])
        guard let option = command.options.first(where: { $0.name == name }) else {
            let near = nearestName(to: name, among: command.options.map(\.name))
            throw UsageError(
                message: "unknown option --\(name)",
                suggestion: near.map { "did you mean --\($0)?" } ?? "see keyport \(command.name) --help")
        }
        if let equals {
            try set(option, to: String(body[body.index(after: equals)...]))
        } else {
            try readValue(of: option, words, &index)
        }
    }

    private mutating func readLetters(
        _ word: String, _ words: [String], _ index: inout Int, _ command: Command
    ) throws(UsageError) {
        var rest = word.dropFirst()
        while let letter = rest.popFirst() {
            guard let option = command.options.first(where: { $0.letter == letter }) else {
                throw UsageError(
                    message: "unknown option -\(letter)", suggestion: "see keyport \(command.name) --help")
            }
            if option.takesValue, !rest.isEmpty {
                if rest.first == "=" { rest.removeFirst() }
                try set(option, to: String(rest))
                return
            }
            try readValue(of: option, words, &index)
        }
    }

    private mutating func readValue(of option: Option, _ words: [String], _ index: inout Int) throws(UsageError) {
        guard case .value(let metavariable) = option.kind.asValue else {
            values[option.name, default: []].append("true")
            return
        }
        guard index < words.count else {
            throw UsageError(message: "--\(option.name) needs a value: --\(option.name) \(metavariable)")
        }
        try set(option, to: words[index])
        index += 1
    }

    private mutating func set(_ option: Option, to text: String) throws(UsageError) {
        if option.kind == .flag, text != "true", text != "false" {
            throw UsageError(message: "--\(option.name) is on or off: \(text) is neither true nor false")
        }
        values[option.name, default: []].append(text)
    }

    private func checkOperands(of command: Command) throws(UsageError) {
        if operands.count < command.operandCount.lowerBound {
            throw UsageError(
                message: "missing \(command.operands)",
                suggestion: "keyport \(command.name) \(command.operands)")
        }
        if operands.count > command.operandCount.upperBound {
            let extra = operands[command.operandCount.upperBound]
            throw UsageError(
                message: "unexpected argument \(extra.singleLine)", suggestion: "see keyport \(command.name) --help")
        }
    }
}

extension Option.Kind {
    /// The same kind with "once or several times" folded to one.
    fileprivate var asValue: Option.Kind {
        if case .values(let name) = self { return .value(name) }
        return self
    }
}
