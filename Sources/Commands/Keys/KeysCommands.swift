internal import Files
internal import KeyLedger
internal import Text
internal import Values

extension Command {
    /// The commands of `keyport keys`.
    static let ofKeys: [Command] = [
        .keysList, .keysShow, .keysCreate, .keysRename, .keysRotate, .keysDelete, .keysRestore, .keysDisable,
        .keysEnable, .keysExpire, .keysMigrate, .keysVerify, .keysImport, .keysExport, .keysScan,
    ]

    /// What the help of every command says that takes a key.
    static let keyDiscussion = "KEY is an id or the name of a key that is not deleted."
}

extension Arguments {
    /// The operand at `position`, which the table of the command promises.
    func operand(_ position: Int) -> String { operands.indices.contains(position) ? operands[position] : "" }
}

extension Key {
    /// The key as messages name it: `"payments nightly" (key_7f3k9m2qx0ab)`.
    var label: String { "\"\(name.terminalText)\" (\(id))" }
}

extension NewSecret {
    /// Prints the secret alone on standard output, and `said` for people.
    func print(_ said: String, to console: Console) throws -> ExitStatus {
        console.message(said)
        do throws(FileError) {
            try console.writeSurely(secret + "\n")
        } catch {
            throw Diagnostic(
                code: "secret-lost", "the secret could not be written: \(error.reason)",
                notes: ["the key \(key.label) is in the store; its secret is kept nowhere"],
                suggestion: "keyport keys rotate \(key.id) gives it a new one")
        }
        return .done
    }
}
