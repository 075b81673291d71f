extension HighlightStyle {
    /// The colours that the style bw gives to kinds of tokens.
    static let bw = HighlightStyle(
        name: "bw", background: "bg:#ffffff", markedLine: "background-color:#e5e5e5", lineNumber: "color:#7f7f7f",
        entries: """
            err border:#ff0000
            k bold
            kp nobold
            kt nobold
            nc bold
            ni bold
            ne bold
            nn bold
            nt bold
            s italic
            se bold
            si bold
            ow bold
            c italic
            cp noitalic
            ge italic
            gh bold
            gp bold
            gs bold
            gu bold
            """)
}
