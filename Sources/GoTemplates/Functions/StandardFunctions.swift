extension FunctionTable {
    /// Every function of Hugo that needs no site, under its full name and its short ones.
    ///
    /// Whoever has a site adds `absURL`, `ref`, `markdownify`, `partial`, `i18n`, `resources` and their kin, and then
    /// calls `registerApply()`, so that `apply` finds those too.
    package static let standard: FunctionTable = {
        var table = FunctionTable.hugoBase
        table.registerCompare()
        table.registerSequences()
        table.registerSets()
        table.registerMaps()
        table.registerStrings()
        table.registerMath()
        table.registerCast()
        table.registerMessages()
        table.registerPath()
        table.registerURLs()
        table.registerTime()
        table.registerTransform()
        table.registerSafe()
        table.registerEncoding()
        table.registerCrypto()
        table.registerInflect()
        table.registerLanguage()
        table.registerReflect()
        table.registerApply()
        return table
    }()
}
