extension HighlightStyle {
    /// The colours that the style borland gives to kinds of tokens.
    static let borland = HighlightStyle(
        name: "borland", background: "bg:#ffffff", markedLine: "background-color:#e5e5e5",
        lineNumber: "color:#7f7f7f",
        entries: """
            err #a61717 bg:#e3d2d2
            k bold #000080
            na #ff0000
            nt bold #000080
            s #0000ff
            sc #800080
            m #0000ff
            ow bold
            c italic #008800
            cs bold noitalic
            cp noitalic #008080
            gd #000000 bg:#ffdddd
            ge italic
            gr #aa0000
            gh #999999
            gi #000000 bg:#ddffdd
            go #888888
            gp #555555
            gs bold
            gu #aaaaaa
            gt #aa0000
            gl underline
            w #bbbbbb
            """)
}
