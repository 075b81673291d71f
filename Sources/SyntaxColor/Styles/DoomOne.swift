extension HighlightStyle {
    /// The colours that the style doom-one gives to kinds of tokens.
    static let doomOne = HighlightStyle(
        name: "doom-one", background: "#b0c4de bg:#282c34", markedLine: "background-color:#3d4148",
        lineNumber: "color:#58626f",
        entries: """
            err #b0c4de
            k #c678dd
            kc bold #b756ff
            kt #ef8383
            n #c1abea
            na #b3d23c
            nb #ef8383
            nc #76a9f9
            no bold #b756ff
            nd #e5c07b
            ni #bda26f
            ne bold #fd7474
            nf #00b1f7
            nl #f5a40d
            nn #76a9f9
            py #cebc3a
            nt #e06c75
            nv #dcaeea
            vg bold #dcaeea
            vi #e06c75
            l #98c379
            s #98c379
            sd #7e97c3
            s2 #63c381
            se bold #d26464
            sh #98c379
            si #98c379
            sx #70b33f
            sr #56b6c2
            s1 #98c379
            ss #56b6c2
            m #d19a66
            o #c7bf54
            ow bold #b756ff
            p #b0c4de
            c italic #8a93a5
            ch bold
            g #b0c4de
            ge italic
            gh bold #a2cbff
            gi #a6e22e
            go #a6e22e
            gp #a6e22e
            gs bold
            gu #a2cbff
            gt #a2cbff
            gl underline
            t #b0c4de
            """)
}
