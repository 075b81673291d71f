extension HighlightStyle {
    /// The colours that the style catppuccin-frappe gives to kinds of tokens.
    static let catppuccinFrappe = HighlightStyle(
        name: "catppuccin-frappe", background: "bg:#303446 #c6d0f5", markedLine: "background-color:#51576d",
        lineNumber: "color:#838ba7",
        entries: """
            err #e78284
            x #c6d0f5
            k #ca9ee6
            kr #ca9ee6
            kp #ca9ee6
            kc #ef9f76
            kd #e78284
            kn #81c8be
            kt #e78284
            n #c6d0f5
            nc #e5c890
            no #e5c890
            nd bold #8caaee
            ni #81c8be
            ne #ef9f76
            nf #8caaee
            fm #8caaee
            nl #99d1db
            nn #ef9f76
            py #ef9f76
            nt #ca9ee6
            nv #f2d5cf
            vc #f2d5cf
            vg #f2d5cf
            vi #f2d5cf
            vm #f2d5cf
            na #8caaee
            nb #99d1db
            bp #99d1db
            nx #c6d0f5
            l #c6d0f5
            ld #c6d0f5
            s #a6d189
            sc #a6d189
            s1 #a6d189
            s2 #a6d189
            sb #a6d189
            sx #a6d189
            ss #a6d189
            si #a6d189
            sa #e78284
            dl #8caaee
            se #8caaee
            sr #81c8be
            sd #737994
            sh #737994
            m #ef9f76
            mb #ef9f76
            mh #ef9f76
            mi #ef9f76
            mf #ef9f76
            il #ef9f76
            mo #ef9f76
            o bold #99d1db
            ow bold #99d1db
            c italic #737994
            c1 italic #737994
            cm italic #737994
            cs italic #737994
            ch italic #626880
            cp italic #737994
            cpf bold #737994
            g #c6d0f5
            gi bg:#414559 #a6d189
            gd bg:#414559 #e78284
            ge italic #c6d0f5
            gs bold #c6d0f5
            gl underline #c6d0f5
            gh bold #ef9f76
            gu bold #ef9f76
            go #c6d0f5
            gp #c6d0f5
            gr #e78284
            gt #e78284
            """)
}
