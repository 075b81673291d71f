extension HighlightStyle {
    /// The colours that the style fruity gives to kinds of tokens.
    static let fruity = HighlightStyle(
        name: "fruity", background: "#ffffff bg:#111111", markedLine: "background-color:#282828",
        lineNumber: "color:#7f7f7f",
        entries: """
            k bold #fb660a
            kp nobold
            kt bold #cdcaa9
            na bold #ff0086
            no #0086d2
            nf bold #ff0086
            nt bold #fb660a
            nv #fb660a
            s #0086d2
            m bold #0086f7
            c italic #008800 bg:#0f140f
            cp bold #ff0007
            gh bold #ffffff
            go #444444 bg:#222222
            gu bold #ffffff
            w #888888
            """)
}
