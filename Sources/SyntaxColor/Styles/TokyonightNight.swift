extension HighlightStyle {
    /// The colours that the style tokyonight-night gives to kinds of tokens.
    static let tokyonightNight = HighlightStyle(
        name: "tokyonight-night", background: "bg:#1a1b26 #c0caf5", markedLine: "background-color:#414868",
        lineNumber: "color:#a9b1d6",
        entries: """
            err #db4b4b
            x #c0caf5
            k #bb9af7
            kr #bb9af7
            kp #bb9af7
            kc #e0af68
            kd #9d7cd8
            kn #7dcfff
            kt #41a6b5
            n #c0caf5
            nc #ff9e64
            no #ff9e64
            nd bold #7aa2f7
            ni #7dcfff
            ne #e0af68
            nf #7aa2f7
            fm #7aa2f7
            nl #9ece6a
            nn #e0af68
            py #e0af68
            nt #bb9af7
            nv #c0caf5
            vc #c0caf5
            vg #c0caf5
            vi #c0caf5
            vm #c0caf5
            na #7aa2f7
            nb #9ece6a
            bp #9ece6a
            nx #c0caf5
            l #c0caf5
            ld #c0caf5
            s #9ece6a
            sc #9ece6a
            s1 #9ece6a
            s2 #9ece6a
            sb #9ece6a
            sx #9ece6a
            ss #9ece6a
            si #9ece6a
            sa #9d7cd8
            dl #7aa2f7
            se #7aa2f7
            sr #7dcfff
            sd #414868
            sh #414868
            m #e0af68
            mb #e0af68
            mh #e0af68
            mi #e0af68
            mf #e0af68
            il #e0af68
            mo #e0af68
            o bold #9ece6a
            ow bold #9ece6a
            c italic #414868
            c1 italic #414868
            cm italic #414868
            cs italic #414868
            ch italic #414868
            cp italic #414868
            cpf bold #414868
            g #c0caf5
            gi bg:#15161e #9ece6a
            gd #db4b4b bg:#15161e
            ge italic #c0caf5
            gs bold #c0caf5
            gl underline #c0caf5
            gh bold #e0af68
            gu bold #e0af68
            go #c0caf5
            gp #c0caf5
            gr #db4b4b
            gt #db4b4b
            """)
}
