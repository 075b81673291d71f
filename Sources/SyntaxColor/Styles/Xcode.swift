extension HighlightStyle {
    /// The colours that the style xcode gives to kinds of tokens.
    static let xcode = HighlightStyle(
        name: "xcode", background: "bg:#ffffff", markedLine: "background-color:#e5e5e5", lineNumber: "color:#7f7f7f",
        entries: """
            err #000000
            k #a90d91
            n #000000
            na #836c28
            nb #a90d91
            bp #5b269a
            nc #3f6e75
            nd #000000
            nf #000000
            nl #000000
            nt #000000
            nv #000000
            l #1c01ce
            s #c41a16
            sc #2300ce
            m #1c01ce
            o #000000
            c #177500
            cp #633820
            """)
}
