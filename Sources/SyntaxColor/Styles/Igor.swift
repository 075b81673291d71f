extension HighlightStyle {
    /// The colours that the style igor gives to kinds of tokens.
    static let igor = HighlightStyle(
        name: "igor", background: "bg:#ffffff", markedLine: "background-color:#e5e5e5",
        lineNumber: "color:#7f7f7f",
        entries: """
            k #0000ff
            nc #007575
            nd #cc00a3
            nf #c34e00
            s #009c00
            c italic #ff0000
            """)
}
