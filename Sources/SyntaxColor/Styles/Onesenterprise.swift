extension HighlightStyle {
    /// The colours that the style onesenterprise gives to kinds of tokens.
    static let onesenterprise = HighlightStyle(
        name: "onesenterprise", background: "", markedLine: "background-color:#e5e5e5",
        lineNumber: "color:#7f7f7f",
        entries: """
            k #ff0000
            n #0000ff
            s #000000
            o #ff0000
            p #ff0000
            c #008000
            cp #963200
            t #000000
            """)
}
