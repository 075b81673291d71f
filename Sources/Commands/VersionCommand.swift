extension Command {
    /// `keyport version`.
    static let version = Command(
        ["version"], "Print the version of Keyport.",
        options: [.flag("json", nil, "print as JSON")]
    ) { arguments, console in
        console.write(
            arguments.flag("json")
                ? "{\"name\":\"keyport\",\"version\":\"\(KeyportVersion.current)\"}\n"
                : "keyport \(KeyportVersion.current)\n")
        return .done
    }
}

/// The version of this program.
enum KeyportVersion {
    /// Semantic, as in CHANGELOG.md.
    static let current = "0.1.0"
}
