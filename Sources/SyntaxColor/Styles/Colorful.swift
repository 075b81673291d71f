extension HighlightStyle {
    /// The colours that the style colorful gives to kinds of tokens.
    static let colorful = HighlightStyle(
        name: "colorful", background: "bg:#ffffff", markedLine: "background-color:#e5e5e5",
        lineNumber: "color:#7f7f7f",
        entries: """
            err #ff0000 bg:#ffaaaa
            k bold #008800
            kp #003388
            kt #333399
            na #0000cc
            nb #007020
            nc bold #bb0066
            no bold #003366
            nd bold #555555
            ni bold #880000
            ne bold #ff0000
            nf bold #0066bb
            nl bold #997700
            nn bold #0e84b5
            nt #007700
            nv #996633
            vc #336699
            vg bold #dd7700
            vi #3333bb
            s bg:#fff0f0
            sc #0044dd
            sd #dd4422
            se bold #666666
            si bg:#eeeeee
            sx #dd2200
            sr #000000 bg:#fff0ff
            ss #aa6600
            m bold #6600ee
            mf bold #6600ee
            mh bold #005588
            mi bold #0000dd
            mo bold #4400ee
            o #333333
            ow bold #000000
            c #888888
            cs bold #cc0000
            cp #557799
            gd #a00000
            ge italic
            gr #ff0000
            gh bold #000080
            gi #00a000
            go #888888
            gp bold #c65d09
            gs bold
            gu bold #800080
            gt #0044dd
            gl underline
            w #bbbbbb
            """)
}
