extension HighlightStyle {
    /// The colours that the style kanagawa-wave gives to kinds of tokens.
    static let kanagawaWave = HighlightStyle(
        name: "kanagawa-wave", background: "bg:#1f1f28 #dcd7ba", markedLine: "background-color:#363646",
        lineNumber: "color:#54546d",
        entries: """
            err #e82424
            x #dcd7ba
            k #957fb8
            kr #957fb8
            kp #957fb8
            kc #ffa066
            kd #957fb8
            kn #e6c384
            kt #7aa89f
            n #dcd7ba
            nc #7aa89f
            no #ffa066
            nd bold #ffa066
            ni #e6c384
            ne #ffa066
            nf #7e9cd8
            fm #7e9cd8
            nl #7fb4ca
            nn #e6c384
            py #e6c384
            nt #7e9cd8
            nv #dcd7ba
            vc #dcd7ba
            vg #dcd7ba
            vi #dcd7ba
            vm #dcd7ba
            na #e6c384
            nb #e46876
            bp #e46876
            nx #dcd7ba
            l #dcd7ba
            ld #dcd7ba
            s #98bb6c
            sc #98bb6c
            s1 #98bb6c
            s2 #98bb6c
            sb #98bb6c
            sx #98bb6c
            ss #98bb6c
            si #7fb4ca
            sa #ff5d62
            dl #7fb4ca
            se #c0a36e
            sr #c0a36e
            sd #727169
            sh #727169
            m #d27e99
            mb #d27e99
            mh #d27e99
            mi #d27e99
            mf #d27e99
            il #d27e99
            mo #d27e99
            o bold #c0a36e
            ow bold #c0a36e
            c italic #727169
            c1 italic #727169
            cm italic #727169
            cs italic #727169
            ch italic #727169
            cp italic #e46876
            cpf bold #e46876
            g #dcd7ba
            gi bg:#2b3328 #76946a
            gd bg:#43242b #c34043
            ge italic #dcd7ba
            gs bold #dcd7ba
            gl underline #dcd7ba
            gh bold #7e9cd8
            gu bold #7e9cd8
            go #dcd7ba
            gp #dcd7ba
            gr #e82424
            gt #e82424
            """)
}
