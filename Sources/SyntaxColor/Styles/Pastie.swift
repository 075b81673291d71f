extension HighlightStyle {
    /// The colours that the style pastie gives to kinds of tokens.
    static let pastie = HighlightStyle(
        name: "pastie", background: "bg:#ffffff", markedLine: "background-color:#e5e5e5",
        lineNumber: "color:#7f7f7f",
        entries: """
            err #a61717 bg:#e3d2d2
            k bold #008800
            kp nobold
            kt #888888
            na #336699
            nb #003388
            nc bold #bb0066
            no bold #003366
            nd #555555
            ne bold #bb0066
            nf bold #0066bb
            nl italic #336699
            nn bold #bb0066
            py bold #336699
            nt bold #bb0066
            nv #336699
            vc #336699
            vg #dd7700
            vi #3333bb
            s #dd2200 bg:#fff0f0
            se #0044dd
            si #3333bb
            sx #22bb22 bg:#f0fff0
            sr #008800 bg:#fff0ff
            ss #aa6600
            m bold #0000dd
            ow #008800
            c #888888
            cs bold #cc0000 bg:#fff0f0
            cp bold #cc0000
            gd #000000 bg:#ffdddd
            ge italic
            gr #aa0000
            gh #333333
            gi #000000 bg:#ddffdd
            go #888888
            gp #555555
            gs bold
            gu #666666
            gt #aa0000
            gl underline
            w #bbbbbb
            """)
}
