extension HighlightStyle {
    /// The colours that the style rrt gives to kinds of tokens.
    static let rrt = HighlightStyle(
        name: "rrt", background: "#f8f8f2 bg:#000000", markedLine: "background-color:#191919",
        lineNumber: "color:#7c7c79",
        entries: """
            k #ff0000
            kt #ee82ee
            no #7fffd4
            nf #ffff00
            nv #eedd82
            s #87ceeb
            ss #ff6600
            m #ff6600
            c #00ff00
            cp #e5e5e5
            gd #f00
            ge italic
            gh bold #ff0
            gi #0f0
            gs bold
            gu bold #87ceeb
            """)
}
