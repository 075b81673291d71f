extension HighlightStyle {
    /// The colours that the style trac gives to kinds of tokens.
    static let trac = HighlightStyle(
        name: "trac", background: "bg:#ffffff", markedLine: "background-color:#e5e5e5",
        lineNumber: "color:#7f7f7f",
        entries: """
            err #a61717 bg:#e3d2d2
            k bold
            kt #445588
            na #008080
            nb #999999
            nc bold #445588
            no #008080
            ni #800080
            ne bold #990000
            nf bold #990000
            nn #555555
            nt #000080
            nv #008080
            s #bb8844
            sr #808000
            m #009999
            o bold
            c italic #999988
            cs bold #999999
            cp bold noitalic #999999
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
