extension HighlightStyle {
    /// The colours that the style native gives to kinds of tokens.
    static let native = HighlightStyle(
        name: "native", background: "#d0d0d0 bg:#202020", markedLine: "background-color:#363636",
        lineNumber: "color:#686868",
        entries: """
            err #a61717 bg:#e3d2d2
            k bold #6ab825
            kp nobold
            na #bbbbbb
            nb #24909d
            nc underline #447fcf
            no #40ffff
            nd #ffa500
            ne #bbbbbb
            nf #447fcf
            nn underline #447fcf
            nt bold #6ab825
            nv #40ffff
            s #ed9d13
            sx #ffa500
            m #3677a9
            ow bold #6ab825
            c italic #999999
            cs bold noitalic #e50808 bg:#520000
            cp bold noitalic #cd2828
            gd #d22323
            ge italic
            gr #d22323
            gh bold #ffffff
            gi #589819
            go #cccccc
            gp #aaaaaa
            gs bold
            gu underline #ffffff
            gt #d22323
            gl underline
            w #666666
            """)
}
