extension HighlightStyle {
    /// The colours that the style friendly gives to kinds of tokens.
    static let friendly = HighlightStyle(
        name: "friendly", background: "bg:#f0f0f0", markedLine: "background-color:#d8d8d8", lineNumber: "color:#7f7f7f",
        entries: """
            err border:#ff0000
            k bold #007020
            kp nobold
            kt nobold #902000
            na #4070a0
            nb #007020
            nc bold #0e84b5
            no #60add5
            nd bold #555555
            ni bold #d55537
            ne #007020
            nf #06287e
            nl bold #002070
            nn bold #0e84b5
            nt bold #062873
            nv #bb60d5
            s #4070a0
            sd italic
            se bold #4070a0
            si #70a0d0
            sx #c65d09
            sr #235388
            ss #517918
            m #40a070
            o #666666
            ow bold #007020
            c italic #60a0b0
            cs noitalic bg:#fff0f0
            cp noitalic #007020
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
