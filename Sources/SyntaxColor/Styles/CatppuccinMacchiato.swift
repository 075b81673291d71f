extension HighlightStyle {
    /// The colours that the style catppuccin-macchiato gives to kinds of tokens.
    static let catppuccinMacchiato = HighlightStyle(
        name: "catppuccin-macchiato", background: "bg:#24273a #cad3f5", markedLine: "background-color:#494d64",
        lineNumber: "color:#8087a2",
        entries: """
            err #ed8796
            x #cad3f5
            k #c6a0f6
            kr #c6a0f6
            kp #c6a0f6
            kc #f5a97f
            kd #ed8796
            kn #8bd5ca
            kt #ed8796
            n #cad3f5
            nc #eed49f
            no #eed49f
            nd bold #8aadf4
            ni #8bd5ca
            ne #f5a97f
            nf #8aadf4
            fm #8aadf4
            nl #91d7e3
            nn #f5a97f
            py #f5a97f
            nt #c6a0f6
            nv #f4dbd6
            vc #f4dbd6
            vg #f4dbd6
            vi #f4dbd6
            vm #f4dbd6
            na #8aadf4
            nb #91d7e3
            bp #91d7e3
            nx #cad3f5
            l #cad3f5
            ld #cad3f5
            s #a6da95
            sc #a6da95
            s1 #a6da95
            s2 #a6da95
            sb #a6da95
            sx #a6da95
            ss #a6da95
            si #a6da95
            sa #ed8796
            dl #8aadf4
            se #8aadf4
            sr #8bd5ca
            sd #6e738d
            sh #6e738d
            m #f5a97f
            mb #f5a97f
            mh #f5a97f
            mi #f5a97f
            mf #f5a97f
            il #f5a97f
            mo #f5a97f
            o bold #91d7e3
            ow bold #91d7e3
            c italic #6e738d
            c1 italic #6e738d
            cm italic #6e738d
            cs italic #6e738d
            ch italic #5b6078
            cp italic #6e738d
            cpf bold #6e738d
            g #cad3f5
            gi bg:#363a4f #a6da95
            gd bg:#363a4f #ed8796
            ge italic #cad3f5
            gs bold #cad3f5
            gl underline #cad3f5
            gh bold #f5a97f
            gu bold #f5a97f
            go #cad3f5
            gp #cad3f5
            gr #ed8796
            gt #ed8796
            """)
}
