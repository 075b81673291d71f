extension LexerRegistry {
    /// The definitions of all languages; a new one is a file beside this and a line here.
    static let definitions: [String] = [
        plainTextDefinition,
        bashDefinition,
        consoleDefinition,
        cssDefinition,
        diffDefinition,
        dockerDefinition,
        goDefinition,
        hclDefinition,
        htmlDefinition,
        httpDefinition,
        iniDefinition,
        javaScriptDefinition,
        jsonDefinition,
        makeDefinition,
        pythonDefinition,
        sqlDefinition,
        terraformDefinition,
        tomlDefinition,
        typeScriptDefinition,
        xmlDefinition,
        yamlDefinition,
    ]
}
