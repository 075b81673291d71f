extension HighlightStyle {
    /// The colours that the style manni gives to kinds of tokens.
    static let manni = HighlightStyle(
        name: "manni", background: "bg:#f0f3f3", markedLine: "background-color:#d8dada",
        lineNumber: "color:#7f7f7f",
        entries: """
            err #aa0000 bg:#ffaaaa
            k bold #006699
            kp nobold
            kt #007788
            na #330099
            nb #336666
            nc bold #00aa88
            no #336600
            nd #9999ff
            ni bold #999999
            ne bold #cc0000
            nf #cc00ff
            nl #9999ff
            nn bold #00ccff
            nt bold #330099
            nv #003333
            s #cc3300
            sd italic
            se bold #cc3300
            si #aa0000
            sx #cc3300
            sr #33aaaa
            ss #ffcc33
            m #ff6600
            o #555555
            ow bold #000000
            c italic #0099ff
            cs bold
            cp noitalic #009999
            gd bg:#ffcccc border:#cc0000
            ge italic
            gr #ff0000
            gh bold #003300
            gi bg:#ccffcc border:#00cc00
            go #aaaaaa
            gp bold #000099
            gs bold
            gu bold #003300
            gt #99cc66
            gl underline
            w #bbbbbb
            """)
}
