extension HighlightStyle {
    /// The colours that the style doom-one2 gives to kinds of tokens.
    static let doomOne2 = HighlightStyle(
        name: "doom-one2", background: "#b0c4de bg:#282c34", markedLine: "background-color:#3d4148",
        lineNumber: "color:#58626f",
        entries: """
            err #b0c4de
            k #76a9f9
            kc #e5c07b
            kt #e5c07b
            n #aa89ea
            na #cebc3a
            nb #e5c07b
            nc #ca72ff
            no bold
            nd #e5c07b
            ni #bda26f
            ne bold #fd7474
            nf #00b1f7
            nl #f5a40d
            nn #ca72ff
            py #cebc3a
            nt #76a9f9
            nv #dcaeea
            vc #dcaeea
            vg bold #dcaeea
            vi #e06c75
            vm #dcaeea
            l #98c379
            ld #98c379
            s #98c379
            sa #98c379
            sb #98c379
            dl #98c379
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
            mb #d19a66
            mf #d19a66
            mh #d19a66
            mi #d19a66
            il #d19a66
            mo #d19a66
            o #54b1c7
            ow bold #b756ff
            p #abb2bf
            c italic #8a93a5
            ch bold
            g #b0c4de
            gd #b0c4de
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
