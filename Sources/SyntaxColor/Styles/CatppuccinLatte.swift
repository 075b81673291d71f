extension HighlightStyle {
    /// The colours that the style catppuccin-latte gives to kinds of tokens.
    static let catppuccinLatte = HighlightStyle(
        name: "catppuccin-latte", background: "bg:#eff1f5 #4c4f69", markedLine: "background-color:#bcc0cc",
        lineNumber: "color:#8c8fa1",
        entries: """
            err #d20f39
            x #4c4f69
            k #8839ef
            kr #8839ef
            kp #8839ef
            kc #fe640b
            kd #d20f39
            kn #179299
            kt #d20f39
            n #4c4f69
            nc #df8e1d
            no #df8e1d
            nd bold #1e66f5
            ni #179299
            ne #fe640b
            nf #1e66f5
            fm #1e66f5
            nl #04a5e5
            nn #fe640b
            py #fe640b
            nt #8839ef
            nv #dc8a78
            vc #dc8a78
            vg #dc8a78
            vi #dc8a78
            vm #dc8a78
            na #1e66f5
            nb #04a5e5
            bp #04a5e5
            nx #4c4f69
            l #4c4f69
            ld #4c4f69
            s #40a02b
            sc #40a02b
            s1 #40a02b
            s2 #40a02b
            sb #40a02b
            sx #40a02b
            ss #40a02b
            si #40a02b
            sa #d20f39
            dl #1e66f5
            se #1e66f5
            sr #179299
            sd #9ca0b0
            sh #9ca0b0
            m #fe640b
            mb #fe640b
            mh #fe640b
            mi #fe640b
            mf #fe640b
            il #fe640b
            mo #fe640b
            o bold #04a5e5
            ow bold #04a5e5
            c italic #9ca0b0
            c1 italic #9ca0b0
            cm italic #9ca0b0
            cs italic #9ca0b0
            ch italic #acb0be
            cp italic #9ca0b0
            cpf bold #9ca0b0
            g #4c4f69
            gi bg:#ccd0da #40a02b
            gd bg:#ccd0da #d20f39
            ge italic #4c4f69
            gs bold #4c4f69
            gl underline #4c4f69
            gh bold #fe640b
            gu bold #fe640b
            go #4c4f69
            gp #4c4f69
            gr #d20f39
            gt #d20f39
            """)
}
