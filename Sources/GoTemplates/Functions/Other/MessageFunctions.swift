internal import Values

extension FunctionTable {
    /// The namespace `fmt`: Go's `print` family and messages to whoever builds.
    mutating func registerMessages() {
        register("fmt.Print", aliases: ["print"], 0...Int.max) { .string(goSprint($0.arguments)) }
        register("fmt.Println", aliases: ["println"], 0...Int.max) { .string(goSprintln($0.arguments)) }
        register("fmt.Printf", aliases: ["printf"], 1...Int.max) { call in
            .string(goSprintf(try call.string(0), Array(call.arguments.dropFirst())))
        }
        register("fmt.Errorf", aliases: ["errorf"], 1...Int.max) { try Self.log($0, .error, hasID: false) }
        register("fmt.Erroridf", aliases: ["erroridf"], 2...Int.max) { try Self.log($0, .error, hasID: true) }
        register("fmt.Errormf", 2...Int.max) { try Self.log($0, .error, hasID: true) }
        register("fmt.Warnmf", 2...Int.max) { try Self.log($0, .warning, hasID: true) }
        register("fmt.Warnf", aliases: ["warnf"], 1...Int.max) { try Self.log($0, .warning, hasID: false) }
        register("fmt.Warnidf", aliases: ["warnidf"], 2...Int.max) { try Self.log($0, .warning, hasID: true) }
        register("debug.VisualizeSpaces", 1...1) { call in
            var text = try call.text(0)
            for (mark, name) in [(" ", "SPACE"), ("\t", "TAB"), ("\r", "CR"), ("\n", "NEWLINE")] {
                text = text.goReplacing(mark, with: "[\(name)]" + (mark == "\n" ? mark : ""), limit: -1)
            }
            return .string(text)
        }
        register("debug.Dump", 1...1) { call in
            .string((try? JSON.string(call[0], options: .init(indent: "  "))) ?? call[0].goString)
        }
    }

    private static func log(
        _ call: Invocation, _ level: TemplateMessage.Level, hasID: Bool
    ) throws(ValueError) -> Value {
        let id = hasID ? try call.string(0) : nil
        let format = try call.string(hasID ? 1 : 0)
        let text = goSprintf(format, Array(call.arguments.dropFirst(hasID ? 2 : 1)))
        call.environment?.log(TemplateMessage(level, id: id, text))
        return ""
    }
}
