extension HighlightStyle {
    /// The colours that the style kanagawa-lotus gives to kinds of tokens.
    static let kanagawaLotus = HighlightStyle(
        name: "kanagawa-lotus", background: "bg:#f2ecbc #545464", markedLine: "background-color:#e4d794",
        lineNumber: "color:#a09cac",
        entries: """
            err #e82424
            x #545464
            k #624c83
            kr #624c83
            kp #624c83
            kc #cc6d00
            kd #624c83
            kn #77713f
            kt #597b75
            n #545464
            nc #597b75
            no #cc6d00
            nd bold #cc6d00
            ni #77713f
            ne #cc6d00
            nf #4d699b
            fm #4d699b
            nl #6693bf
            nn #77713f
            py #77713f
            nt #4d699b
            nv #545464
            vc #545464
            vg #545464
            vi #545464
            vm #545464
            na #77713f
            nb #c84053
            bp #c84053
            nx #545464
            l #545464
            ld #545464
            s #6f894e
            sc #6f894e
            s1 #6f894e
            s2 #6f894e
            sb #6f894e
            sx #6f894e
            ss #6f894e
            si #6693bf
            sa #c84053
            dl #6693bf
            se #836f4a
            sr #836f4a
            sd #8a8980
            sh #8a8980
            m #b35b79
            mb #b35b79
            mh #b35b79
            mi #b35b79
            mf #b35b79
            il #b35b79
            mo #b35b79
            o bold #836f4a
            ow bold #836f4a
            c italic #8a8980
            c1 italic #8a8980
            cm italic #8a8980
            cs italic #8a8980
            ch italic #8a8980
            cp italic #c84053
            cpf bold #c84053
            g #545464
            gi bg:#b7d0ae #6e915f
            gd bg:#d9a594 #d7474b
            ge italic #545464
            gs bold #545464
            gl underline #545464
            gh bold #4d699b
            gu bold #4d699b
            go #545464
            gp #545464
            gr #e82424
            gt #e82424
            """)
}
