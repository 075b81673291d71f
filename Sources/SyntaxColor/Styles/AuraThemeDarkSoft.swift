extension HighlightStyle {
    /// The colours that the style aura-theme-dark-soft gives to kinds of tokens.
    static let auraThemeDarkSoft = HighlightStyle(
        name: "aura-theme-dark-soft", background: "bg:#15141b #bdbdbd", markedLine: "background-color:#29263c",
        lineNumber: "color:#6d6d6d",
        entries: """
            err #c55858
            x #bdbdbd
            k #8464c6
            kr #8464c6
            kp #8464c6
            kc #54c59f
            kd #8464c6
            kn #8464c6
            kt #6cb2c7
            n #bdbdbd
            nc #6cb2c7
            no #54c59f
            nd #c17ac8
            ni #c7a06f
            ne #c55858
            nf #c7a06f
            fm #c7a06f
            nl #c17ac8
            nn #bdbdbd
            py #c17ac8
            nt #8464c6
            nv #bdbdbd
            vc #bdbdbd
            vg #bdbdbd
            vi #bdbdbd
            vm #bdbdbd
            na #c17ac8
            nb #6cb2c7
            bp #6cb2c7
            nx #bdbdbd
            l #54c59f
            ld #54c59f
            s #54c59f
            sc #54c59f
            s1 #54c59f
            s2 #54c59f
            sb #54c59f
            sx #54c59f
            ss #54c59f
            si #54c59f
            sa #8464c6
            dl #54c59f
            se #8464c6
            sr #54c59f
            sd #6d6d6d
            sh #6d6d6d
            m #54c59f
            mb #54c59f
            mh #54c59f
            mi #54c59f
            mf #54c59f
            il #54c59f
            mo #54c59f
            o #8464c6
            ow #8464c6
            c italic #6d6d6d
            c1 italic #6d6d6d
            cm italic #6d6d6d
            cs italic #6d6d6d
            ch italic #6d6d6d
            cp italic #6d6d6d
            cpf italic #6d6d6d
            g #bdbdbd
            gi bg:#15141b #54c59f
            gd bg:#15141b #c55858
            ge italic #bdbdbd
            gs bold #bdbdbd
            gl underline #bdbdbd
            gh bold #8464c6
            gu bold #8464c6
            go #bdbdbd
            gp #bdbdbd
            gr #c55858
            gt #c55858
            p #c17ac8
            t #bdbdbd
            w #bdbdbd
            """)
}
