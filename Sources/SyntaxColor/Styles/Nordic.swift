extension HighlightStyle {
    /// The colours that the style nordic gives to kinds of tokens.
    static let nordic = HighlightStyle(
        name: "nordic", background: "#BBC3D4 bg:#242933", markedLine: "background-color:#393e47",
        lineNumber: "color:#5d616a",
        entries: """
            err #C5727A
            k bold #D08770
            kp nobold #D08770
            kt nobold #D08770
            n #BBC3D4
            na #8FBCBB
            nb #5E81AC
            nc #8FBCBB
            no #8FBCBB
            nd #D08770
            ni #D08770
            ne #C5727A
            nf #88C0D0
            nl #8FBCBB
            nn #8FBCBB
            nx #BBC3D4
            nt #5E81AC
            nv #BBC3D4
            py #8FBCBB
            s #A3BE8C
            sd #4C566A
            se #EBCB8B
            si #A3BE8C
            sx #A3BE8C
            sr #EBCB8B
            ss #A3BE8C
            m #B48EAD
            o #5E81AC
            ow bold #5E81AC
            p #ECEFF4
            c italic #4C566A
            cp #5E81AC
            gd #C5727A
            ge italic
            gr #C5727A
            gh bold #88C0D0
            gi #A3BE8C
            go #BBC3D4
            gp bold #1E222A
            gs bold
            gu bold #88C0D0
            gt #C5727A
            w #BBC3D4
            """)
}
