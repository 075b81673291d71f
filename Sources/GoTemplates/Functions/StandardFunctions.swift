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

    /// The functions of a template that belongs to no site: Go's own as they are in Go, and Hugo's under all names that
    /// Go does not have. `slice .list 1` is a part of the list here, `collections.Slice .list 1` a list of two.
    package static let withoutSite: FunctionTable = {
        var table = standard
        for name in goBuiltins.names {
            if let function = goBuiltins.function(named: name) { table.add(function, as: [name]) }
        }
        return table
    }()
}
