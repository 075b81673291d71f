/// One command: its words, its options, its help, and what it does.
struct Command: Sendable {
    /// The words that call it, such as `["keys", "rotate"]`.
    let words: [String]
    /// One line for the list of commands.
    let summary: String
    /// What stands behind the options, such as `KEY` or `[FILE]`; an empty text takes nothing.
    let operands: String
    /// How many operands it takes.
    let operandCount: ClosedRange<Int>
    /// Its options; `--help` is every command's.
    let options: [Option]
    /// Further paragraphs of the help.
    let discussion: String
    /// Command lines that work, shown in the help.
    let examples: [String]
    /// Does the work and returns the exit status.
    let run: @Sendable (Arguments, Console) throws -> ExitStatus

    init(
        _ words: [String], _ summary: String, operands: String = "", count operandCount: ClosedRange<Int> = 0...0,
        options: [Option] = [], discussion: String = "", examples: [String] = [],
        run: @escaping @Sendable (Arguments, Console) throws -> ExitStatus
    ) {
        self.words = words
        self.summary = summary
        self.operands = operands
        self.operandCount = operandCount
        self.options = options
        self.discussion = discussion
        self.examples = examples
        self.run = run
    }

    /// The words as they are typed.
    var name: String { words.joined(separator: " ") }
}

/// How a command ended, as scripts see it.
enum ExitStatus: Int32, Sendable {
    /// Done.
    case done = 0
    /// The work failed, or a check found something.
    case failed = 1
    /// The command line is wrong.
    case usage = 2
    /// The store is damaged, locked or unreadable.
    case store = 3
}

/// A command line that says what the command cannot do; always exit status 2.
struct UsageError: Error, Sendable, Equatable {
    /// One sentence.
    let message: String
    /// A way out.
    var suggestion: String?
}
