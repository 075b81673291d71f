extension HighlightStyle {
    /// The colours that the style nord gives to kinds of tokens.
    static let nord = HighlightStyle(
        name: "nord", background: "#d8dee9 bg:#2e3440", markedLine: "background-color:#424853",
        lineNumber: "color:#6c6f74",
        entries: """
            err #bf616a
            k bold #81a1c1
            kp nobold #81a1c1
            kt nobold #81a1c1
            n #d8dee9
            na #8fbcbb
            nb #81a1c1
            nc #8fbcbb
            no #8fbcbb
            nd #d08770
            ni #d08770
            ne #bf616a
            nf #88c0d0
            nl #8fbcbb
            nn #8fbcbb
            nx #d8dee9
            nt #81a1c1
            nv #d8dee9
            py #8fbcbb
            s #a3be8c
            sd #616e87
            se #ebcb8b
            si #a3be8c
            sx #a3be8c
            sr #ebcb8b
            ss #a3be8c
            m #b48ead
            o #81a1c1
            ow bold #81a1c1
            p #eceff4
            c italic #616e87
            cp #5e81ac
            gd #bf616a
            ge italic
            gr #bf616a
            gh bold #88c0d0
            gi #a3be8c
            go #d8dee9
            gp bold #4c566a
            gs bold
            gu bold #88c0d0
            gt #bf616a
            w #d8dee9
            """)
}
