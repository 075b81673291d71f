extension HighlightStyle {
    /// The colours that the style tokyonight-moon gives to kinds of tokens.
    static let tokyonightMoon = HighlightStyle(
        name: "tokyonight-moon", background: "bg:#222436 #c8d3f5", markedLine: "background-color:#444a73",
        lineNumber: "color:#828bb8",
        entries: """
            err #c53b53
            x #c8d3f5
            k #c099ff
            kr #c099ff
            kp #c099ff
            kc #ffc777
            kd #c099ff
            kn #86e1fc
            kt #4fd6be
            n #c8d3f5
            nc #ff966c
            no #ff966c
            nd bold #82aaff
            ni #86e1fc
            ne #ffc777
            nf #82aaff
            fm #82aaff
            nl #c3e88d
            nn #ffc777
            py #ffc777
            nt #c099ff
            nv #c8d3f5
            vc #c8d3f5
            vg #c8d3f5
            vi #c8d3f5
            vm #c8d3f5
            na #82aaff
            nb #c3e88d
            bp #c3e88d
            nx #c8d3f5
            l #c8d3f5
            ld #c8d3f5
            s #c3e88d
            sc #c3e88d
            s1 #c3e88d
            s2 #c3e88d
            sb #c3e88d
            sx #c3e88d
            ss #c3e88d
            si #c3e88d
            sa #c099ff
            dl #82aaff
            se #82aaff
            sr #86e1fc
            sd #444a73
            sh #444a73
            m #ffc777
            mb #ffc777
            mh #ffc777
            mi #ffc777
            mf #ffc777
            il #ffc777
            mo #ffc777
            o bold #c3e88d
            ow bold #c3e88d
            c italic #444a73
            c1 italic #444a73
            cm italic #444a73
            cs italic #444a73
            ch italic #444a73
            cp italic #444a73
            cpf bold #444a73
            g #c8d3f5
            gi bg:#1b1d2b #c3e88d
            gd #c53b53 bg:#1b1d2b
            ge italic #c8d3f5
            gs bold #c8d3f5
            gl underline #c8d3f5
            gh bold #ffc777
            gu bold #ffc777
            go #c8d3f5
            gp #c8d3f5
            gr #c53b53
            gt #c53b53
            """)
}
