extension HighlightStyle {
    /// The colours that the style swapoff gives to kinds of tokens.
    static let swapoff = HighlightStyle(
        name: "swapoff", background: "#e5e5e5 bg:#000000", markedLine: "background-color:#191919",
        lineNumber: "color:#727272",
        entries: """
            err #ff0000
            k bold #ffffff
            na #007f7f
            nb bold #ffffff
            nt bold
            ld bold #ffff00
            s bold #00ffff
            m bold #ffff00
            c #007f7f
            cp bold #00ff00
            gh bold
            gs bold
            gu bold
            gl underline
            """)
}
