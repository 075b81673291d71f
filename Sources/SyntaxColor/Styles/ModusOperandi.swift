extension HighlightStyle {
    /// The colours that the style modus-operandi gives to kinds of tokens.
    static let modusOperandi = HighlightStyle(
        name: "modus-operandi", background: "#000000 bg:#ffffff", markedLine: "background-color:#e5e5e5",
        lineNumber: "color:#7f7f7f",
        entries: """
            k #5317ac
            kc #0000c0
            kt #005a5f
            nb #8f0075
            nf #721045
            nv #00538b
            l #0000c0
            s #2544bb
            o #00538b
            c #505050
            """)
}
