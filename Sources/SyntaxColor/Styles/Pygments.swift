extension HighlightStyle {
    /// The colours that the style pygments gives to kinds of tokens.
    static let pygments = HighlightStyle(
        name: "pygments", background: "", markedLine: "background-color:#e5e5e5", lineNumber: "color:#7f7f7f",
        entries: """
            err border:#ff0000
            k bold #008000
            kp nobold
            kt nobold #b00040
            na #7d9029
            nb #008000
            nc bold #0000ff
            no #880000
            nd #aa22ff
            ni bold #999999
            ne bold #d2413a
            nf #0000ff
            nl #a0a000
            nn bold #0000ff
            nt bold #008000
            nv #19177c
            s #ba2121
            sd italic
            se bold #bb6622
            si bold #bb6688
            sx #008000
            sr #bb6688
            ss #19177c
            m #666666
            o #666666
            ow bold #aa22ff
            c italic #408080
            cp noitalic #bc7a00
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
