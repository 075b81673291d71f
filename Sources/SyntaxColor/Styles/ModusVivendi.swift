extension HighlightStyle {
    /// The colours that the style modus-vivendi gives to kinds of tokens.
    static let modusVivendi = HighlightStyle(
        name: "modus-vivendi", background: "#ffffff bg:#000000", markedLine: "background-color:#191919",
        lineNumber: "color:#7f7f7f",
        entries: """
            k #b6a0ff
            kc #00bcff
            kt #6ae4b9
            nb #f78fe7
            nf #feacd0
            nv #00d3d0
            l #00bcff
            s #79a8ff
            o #00d3d0
            c #a8a8a8
            """)
}
