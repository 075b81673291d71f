extension HighlightStyle {
    /// The colours that the style hrdark gives to kinds of tokens.
    static let hrdark = HighlightStyle(
        name: "hrdark", background: "#1d2432", markedLine: "background-color:#e5e5e5",
        lineNumber: "color:#8e9198",
        entries: """
            x #ffffff
            k #ff636f
            n #58a1dd
            l #a6be9d
            o #ff636f
            ow #ff636f
            c italic #828b96
            """)
}
