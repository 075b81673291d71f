internal import Values

/// A word with its arguments: one stage of a pipeline.
final class Command: Sendable {
    let range: Range<Int>
    let word: Expression
    let arguments: [Expression]

    init(range: Range<Int>, word: Expression, arguments: [Expression]) {
        self.range = range
        self.word = word
        self.arguments = arguments
    }

    var goText: String {
        ([word] + arguments).map { $0 is Pipeline ? "(\($0.goText))" : $0.goText }.joined(separator: " ")
    }
}

/// Commands that hand their value on, with the variables that take the last one.
final class Pipeline: Expression, @unchecked Sendable {
    /// A variable that is declared or assigned.
    struct Target: Sendable {
        let name: String
        let slot: Int
    }

    let commands: [Command]
    let targets: [Target]
    /// Whether the targets are assigned (`=`), not declared (`:=`).
    let isAssignment: Bool
    private let first: Command?
    /// Whether there is one command and no target: nearly every pipeline.
    private let isSimple: Bool

    init(range: Range<Int>, commands: [Command], targets: [Target], isAssignment: Bool) {
        self.commands = commands
        self.targets = targets
        self.isAssignment = isAssignment
        first = commands.first
        isSimple = commands.count == 1 && targets.isEmpty
        super.init(range: range)
    }

    override var goText: String {
        let names = targets.map(\.name).joined(separator: ", ")
        return (targets.isEmpty ? "" : names + (isAssignment ? " = " : " := "))
            + commands.map(\.goText).joined(separator: " | ")
    }

    /// Its value; the targets take it too.
    override func evaluate(_ execution: TemplateExecution, _ frame: inout Frame) throws -> Value {
        guard let first else { return .null }
        var value = try first.word.evaluate(execution, &frame, command: first, piped: nil)
        if isSimple { return value }
        for index in 1..<commands.count {
            let command = commands[index]
            value = try command.word.evaluate(execution, &frame, command: command, piped: value)
        }
        for target in targets { frame.slots[target.slot] = value }
        return value
    }
}
