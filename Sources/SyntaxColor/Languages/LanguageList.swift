extension LexerRegistry {
    /// The definitions of all languages; a new one is a file beside this and a line here.
    static let definitions: [String] = [
        plainTextDefinition,
        bashDefinition,
    ]
}
