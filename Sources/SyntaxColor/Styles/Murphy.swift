extension HighlightStyle {
    /// The colours that the style murphy gives to kinds of tokens.
    static let murphy = HighlightStyle(
        name: "murphy", background: "bg:#ffffff", markedLine: "background-color:#e5e5e5",
        lineNumber: "color:#7f7f7f",
        entries: """
            err #ff0000 bg:#ffaaaa
            k bold #228899
            kp #0088ff
            kt #6666ff
            na #000077
            nb #007722
            nc bold #ee99ee
            no bold #55eedd
            nd bold #555555
            ni #880000
            ne bold #ff0000
            nf bold #55eedd
            nl bold #997700
            nn bold #0e84b5
            nt #007700
            nv #003366
            vc #ccccff
            vg #ff8844
            vi #aaaaff
            s bg:#e0e0ff
            sc #8888ff
            sd #dd4422
            se bold #666666
            si bg:#eeeeee
            sx #ff8888
            sr #000000 bg:#e0e0ff
            ss #ffcc88
            m bold #6600ee
            mf bold #6600ee
            mh bold #005588
            mi bold #6666ff
            mo bold #4400ee
            o #333333
            ow bold #000000
            c italic #666666
            cs bold #cc0000
            cp noitalic #557799
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
