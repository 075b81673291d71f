extension HighlightStyle {
    /// The colours that the style vs gives to kinds of tokens.
    static let vs = HighlightStyle(
        name: "vs", background: "bg:#ffffff", markedLine: "background-color:#e5e5e5", lineNumber: "color:#7f7f7f",
        entries: """
            err border:#ff0000
            k #0000ff
            kt #2b91af
            nc #2b91af
            s #a31515
            ow #0000ff
            c #008000
            cp #0000ff
            ge italic
            gh bold
            gp bold
            gs bold
            gu bold
            """)
}
