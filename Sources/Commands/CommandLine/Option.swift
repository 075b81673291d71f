/// One option of a command, as the parser reads it and the help prints it.
struct Option: Sendable {
    /// What stands behind the option's name.
    enum Kind: Sendable, Equatable {
        /// Nothing: it is on or off; `--name=false` turns it off, as in Hugo.
        case flag
        /// A value that the help calls by this name, such as `DIR`.
        case value(String)
        /// A value that may be given several times.
        case values(String)
    }

    /// The name behind `--`.
    let name: String
    /// The letter behind `-`.
    let letter: Character?
    /// What stands behind it.
    let kind: Kind
    /// One line for the help.
    let help: String

    /// An option that takes a value.
    static func value(_ name: String, _ letter: Character? = nil, _ metavariable: String, _ help: String) -> Option {
        Option(name: name, letter: letter, kind: .value(metavariable), help: help)
    }

    /// An option that takes a value and may be repeated.
    static func values(_ name: String, _ letter: Character? = nil, _ metavariable: String, _ help: String) -> Option {
        Option(name: name, letter: letter, kind: .values(metavariable), help: help)
    }

    /// An option that is on or off.
    static func flag(_ name: String, _ letter: Character? = nil, _ help: String) -> Option {
        Option(name: name, letter: letter, kind: .flag, help: help)
    }

    var takesValue: Bool { kind != .flag }
}
