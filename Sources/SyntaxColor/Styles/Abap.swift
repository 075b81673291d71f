extension HighlightStyle {
    /// The colours that the style abap gives to kinds of tokens.
    static let abap = HighlightStyle(
        name: "abap", background: "bg:#ffffff", markedLine: "background-color:#e5e5e5",
        lineNumber: "color:#7f7f7f",
        entries: """
            err #ff0000
            k #0000ff
            n #000000
            s #55aa22
            m #33aaff
            ow #0000ff
            c italic #888888
            cs #888888
            """)
}
