extension HighlightStyle {
    /// The colours that the style vulcan gives to kinds of tokens.
    static let vulcan = HighlightStyle(
        name: "vulcan", background: "bg:#282c34", markedLine: "background-color:#3d4148",
        lineNumber: "color:#7f7f7f",
        entries: """
            x #c9c9c9
            err #cf5967
            k #7fbaf5
            kc #cf5967 bg:#43454f
            kd #7fbaf5
            kn #bc74c4
            kp #bc74c4
            kr #7fbaf5
            kt bold #57c7ff
            n #c9c9c9
            na #bc74c4
            nb #7fbaf5
            bp #7fbaf5
            nc #ecbe7b
            no #ecbe7b
            nd #ecbe7b
            ni #c9c9c9
            ne #cf5967
            nf #57c7ff
            nl #cf5967
            nn #c9c9c9
            nx #c9c9c9
            nt #bc74c4
            nv italic #bc74c4
            vc bold #57c7ff
            vg #ecbe7b
            vi #57c7ff
            l #c9c9c9
            ld #57c7ff
            s #82cc6a
            sb #57c7ff
            sc #57c7ff
            sd #82cc6a
            s2 #82cc6a
            se #56b6c2
            sh #56b6c2
            si #82cc6a
            sx #82cc6a
            sr #57c7ff
            s1 #82cc6a
            ss #82cc6a
            m #56b6c2
            mb #57c7ff
            mf #56b6c2
            mh #57c7ff
            mi #56b6c2
            il #56b6c2
            mo #57c7ff
            o #bc74c4
            ow #bc74c4
            p #56b6c2
            c #3e4460
            ch italic #3e4460
            cm #3e4460
            c1 #3e4460
            cs italic #bc74c4
            cp #7fbaf5
            g #c9c9c9
            gd #cf5967
            ge underline #c9c9c9
            gr bold #cf5967
            gh bold #ecbe7b
            gi #ecbe7b
            go #43454f
            gp #c9c9c9
            gs bold #cf5967
            gu italic #cf5967
            gt #c9c9c9
            gl underline
            t #c9c9c9
            w #c9c9c9
            """)
}
