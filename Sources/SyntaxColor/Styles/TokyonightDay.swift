extension HighlightStyle {
    /// The colours that the style tokyonight-day gives to kinds of tokens.
    static let tokyonightDay = HighlightStyle(
        name: "tokyonight-day", background: "bg:#e1e2e7 #3760bf", markedLine: "background-color:#a1a6c5",
        lineNumber: "color:#6172b0",
        entries: """
            err #c64343
            x #3760bf
            k #9854f1
            kr #9854f1
            kp #9854f1
            kc #8c6c3e
            kd #9d7cd8
            kn #007197
            kt #0db9d7
            n #3760bf
            nc #b15c00
            no #b15c00
            nd bold #2e7de9
            ni #007197
            ne #8c6c3e
            nf #2e7de9
            fm #2e7de9
            nl #587539
            nn #8c6c3e
            py #8c6c3e
            nt #9854f1
            nv #3760bf
            vc #3760bf
            vg #3760bf
            vi #3760bf
            vm #3760bf
            na #2e7de9
            nb #587539
            bp #587539
            nx #3760bf
            l #3760bf
            ld #3760bf
            s #587539
            sc #587539
            s1 #587539
            s2 #587539
            sb #587539
            sx #587539
            ss #587539
            si #587539
            sa #9d7cd8
            dl #2e7de9
            se #2e7de9
            sr #007197
            sd #a1a6c5
            sh #a1a6c5
            m #8c6c3e
            mb #8c6c3e
            mh #8c6c3e
            mi #8c6c3e
            mf #8c6c3e
            il #8c6c3e
            mo #8c6c3e
            o bold #587539
            ow bold #587539
            c italic #a1a6c5
            c1 italic #a1a6c5
            cm italic #a1a6c5
            cs italic #a1a6c5
            ch italic #a1a6c5
            cp italic #a1a6c5
            cpf bold #a1a6c5
            g #3760bf
            gi bg:#e9e9ed #587539
            gd #c64343 bg:#e9e9ed
            ge italic #3760bf
            gs bold #3760bf
            gl underline #3760bf
            gh bold #8c6c3e
            gu bold #8c6c3e
            go #3760bf
            gp #3760bf
            gr #c64343
            gt #c64343
            """)
}
