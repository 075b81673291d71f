extension HighlightStyle {
    /// The colours that the style emacs gives to kinds of tokens.
    static let emacs = HighlightStyle(
        name: "emacs", background: "bg:#f8f8f8", markedLine: "background-color:#dfdfdf", lineNumber: "color:#7f7f7f",
        entries: """
            err border:#ff0000
            k bold #aa22ff
            kp nobold
            kt bold #00bb00
            na #bb4444
            nb #aa22ff
            nc #0000ff
            no #880000
            nd #aa22ff
            ni bold #999999
            ne bold #d2413a
            nf #00a000
            nl #a0a000
            nn bold #0000ff
            nt bold #008000
            nv #b8860b
            s #bb4444
            sd italic
            se bold #bb6622
            si bold #bb6688
            sx #008000
            sr #bb6688
            ss #b8860b
            m #666666
            o #666666
            ow bold #aa22ff
            c italic #008800
            cs bold noitalic
            cp noitalic
            gd #a00000
            ge italic
            gr #ff0000
            gh bold #000080
            gi #00a000
            go #888888
            gp bold #000080
            gs bold
            gu bold #800080
            gt #0044dd
            gl underline
            w #bbbbbb
            """)
}
