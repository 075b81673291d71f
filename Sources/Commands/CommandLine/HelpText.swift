/// The text of `--help`, from the same tables that the parser reads.
enum HelpText {
    /// The help of one command.
    static func of(_ command: Command) -> String {
        var text = "\(command.summary)\n\nUsage:\n  keyport \(command.name)"
        if !command.options.isEmpty { text += " [options]" }
        if !command.operands.isEmpty { text += " \(command.operands)" }
        text += "\n"
        if !command.discussion.isEmpty { text += "\n\(command.discussion)\n" }
        let rows =
            command.options.map { option in (left(of: option), option.help) } + [("-h, --help", "print this help")]
        text += "\nOptions:\n" + table(rows)
        if !command.examples.isEmpty {
            text += "\nExamples:\n" + command.examples.map { "  \($0)\n" }.joined()
        }
        return text
    }

    /// The list of all commands, or of those that begin with the words of a group such as `keys`.
    static func list(_ commands: [Command], group: String? = nil) -> String {
        let shown = group.map { name in commands.filter { $0.words.first == name } } ?? commands
        var text =
            group == nil
            ? "Keyport builds documentation sites with the live state, the usage graphs and the reports of CI keys.\n\n"
            : ""
        text += "Usage:\n  keyport \(group.map { $0 + " " } ?? "")COMMAND [options]\n\nCommands:\n"
        text += table(shown.map { ($0.name, $0.summary) })
        text += "\nkeyport \(group.map { $0 + " " } ?? "")COMMAND --help says more about one.\n"
        text += "Exit status: 0 done, 1 failed or found something, 2 wrong command line, 3 the store cannot be used.\n"
        return text
    }

    private static func left(of option: Option) -> String {
        var text = option.letter.map { "-\($0), " } ?? "    "
        text += "--\(option.name)"
        switch option.kind {
        case .flag: break
        case .value(let name): text += " \(name)"
        case .values(let name): text += " \(name)…"
        }
        return text
    }

    private static func table(_ rows: [(String, String)]) -> String {
        let width = min(30, rows.map { $0.0.count }.max() ?? 0)
        return rows.map { left, right in
            let gap =
                left.count > width
                ? "\n" + String(repeating: " ", count: width + 4)
                : String(repeating: " ", count: width - left.count + 2)
            return "  \(left)\(gap)\(right)\n"
        }.joined()
    }
}
