extension HighlightStyle {
    /// The colours that the style solarized-light gives to kinds of tokens.
    static let solarizedLight = HighlightStyle(
        name: "solarized-light", background: "bg:#fdf6e3", markedLine: "background-color:#e3ddcc",
        lineNumber: "color:#7f7f7f",
        entries: """
            k #859900
            kc bold
            kn bold #dc322f
            kt bold
            n #268bd2
            nb #cb4b16
            nc #cb4b16
            nt bold
            l #2aa198
            m bold
            ow #859900
            c italic #93a1a1
            g #d33682
            t #586e75
            """)
}
