extension HighlightStyle {
    /// The colours that the style kanagawa-dragon gives to kinds of tokens.
    static let kanagawaDragon = HighlightStyle(
        name: "kanagawa-dragon", background: "bg:#181616 #c5c9c5", markedLine: "background-color:#393836",
        lineNumber: "color:#625e5a",
        entries: """
            err #e82424
            x #c5c9c5
            k #8992a7
            kr #8992a7
            kp #8992a7
            kc #b6927b
            kd #8992a7
            kn #c4b28a
            kt #8ea4a2
            n #c5c9c5
            nc #8ea4a2
            no #b6927b
            nd bold #b6927b
            ni #c4b28a
            ne #b6927b
            nf #8ba4b0
            fm #8ba4b0
            nl #949fb5
            nn #c4b28a
            py #c4b28a
            nt #8ba4b0
            nv #c5c9c5
            vc #c5c9c5
            vg #c5c9c5
            vi #c5c9c5
            vm #c5c9c5
            na #c4b28a
            nb #c4746e
            bp #c4746e
            nx #c5c9c5
            l #c5c9c5
            ld #c5c9c5
            s #8a9a7b
            sc #8a9a7b
            s1 #8a9a7b
            s2 #8a9a7b
            sb #8a9a7b
            sx #8a9a7b
            ss #8a9a7b
            si #949fb5
            sa #c4746e
            dl #949fb5
            se #c4746e
            sr #c4746e
            sd #737c73
            sh #737c73
            m #a292a3
            mb #a292a3
            mh #a292a3
            mi #a292a3
            mf #a292a3
            il #a292a3
            mo #a292a3
            o bold #c4746e
            ow bold #c4746e
            c italic #737c73
            c1 italic #737c73
            cm italic #737c73
            cs italic #737c73
            ch italic #737c73
            cp italic #c4746e
            cpf bold #c4746e
            g #c5c9c5
            gi bg:#2b3328 #76946a
            gd bg:#43242b #c34043
            ge italic #c5c9c5
            gs bold #c5c9c5
            gl underline #c5c9c5
            gh bold #8ba4b0
            gu bold #8ba4b0
            go #c5c9c5
            gp #c5c9c5
            gr #e82424
            gt #e82424
            """)
}
