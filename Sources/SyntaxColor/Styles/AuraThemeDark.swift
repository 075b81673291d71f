extension HighlightStyle {
    /// The colours that the style aura-theme-dark gives to kinds of tokens.
    static let auraThemeDark = HighlightStyle(
        name: "aura-theme-dark", background: "bg:#15141b #edecee", markedLine: "background-color:#29263c",
        lineNumber: "color:#6d6d6d",
        entries: """
            err #ff6767
            x #edecee
            k #a277ff
            kr #a277ff
            kp #a277ff
            kc #61ffca
            kd #a277ff
            kn #a277ff
            kt #82e2ff
            n #edecee
            nc #82e2ff
            no #61ffca
            nd #f694ff
            ni #ffca85
            ne #ff6767
            nf #ffca85
            fm #ffca85
            nl #f694ff
            nn #edecee
            py #f694ff
            nt #a277ff
            nv #edecee
            vc #edecee
            vg #edecee
            vi #edecee
            vm #edecee
            na #f694ff
            nb #82e2ff
            bp #82e2ff
            nx #edecee
            l #61ffca
            ld #61ffca
            s #61ffca
            sc #61ffca
            s1 #61ffca
            s2 #61ffca
            sb #61ffca
            sx #61ffca
            ss #61ffca
            si #61ffca
            sa #a277ff
            dl #61ffca
            se #a277ff
            sr #61ffca
            sd #6d6d6d
            sh #6d6d6d
            m #61ffca
            mb #61ffca
            mh #61ffca
            mi #61ffca
            mf #61ffca
            il #61ffca
            mo #61ffca
            o #a277ff
            ow #a277ff
            c italic #6d6d6d
            c1 italic #6d6d6d
            cm italic #6d6d6d
            cs italic #6d6d6d
            ch italic #6d6d6d
            cp italic #6d6d6d
            cpf italic #6d6d6d
            g #edecee
            gi bg:#15141b #61ffca
            gd bg:#15141b #ff6767
            ge italic #edecee
            gs bold #edecee
            gl underline #edecee
            gh bold #a277ff
            gu bold #a277ff
            go #edecee
            gp #edecee
            gr #ff6767
            gt #ff6767
            p #f694ff
            t #edecee
            w #edecee
            """)
}
