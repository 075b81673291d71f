extension HighlightStyle {
    /// The colours that the style autumn gives to kinds of tokens.
    static let autumn = HighlightStyle(
        name: "autumn", background: "bg:#ffffff", markedLine: "background-color:#e5e5e5",
        lineNumber: "color:#7f7f7f",
        entries: """
            err #ff0000 bg:#ffaaaa
            k #0000aa
            kt #00aaaa
            na #1e90ff
            nb #00aaaa
            nc underline #00aa00
            no #aa0000
            nd #888888
            ni bold #880000
            nf #00aa00
            nn underline #00aaaa
            nt bold #1e90ff
            nv #aa0000
            s #aa5500
            sr #009999
            ss #0000aa
            m #009999
            ow #0000aa
            c italic #aaaaaa
            cs italic #0000aa
            cp noitalic #4c8317
            gd #aa0000
            ge italic
            gr #aa0000
            gh bold #000080
            gi #00aa00
            go #888888
            gp #555555
            gs bold
            gu bold #800080
            gt #aa0000
            gl underline
            w #bbbbbb
            """)
}
