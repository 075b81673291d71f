extension HighlightStyle {
    /// The colours that the style catppuccin-mocha gives to kinds of tokens.
    static let catppuccinMocha = HighlightStyle(
        name: "catppuccin-mocha", background: "bg:#1e1e2e #cdd6f4", markedLine: "background-color:#45475a",
        lineNumber: "color:#7f849c",
        entries: """
            err #f38ba8
            x #cdd6f4
            k #cba6f7
            kr #cba6f7
            kp #cba6f7
            kc #fab387
            kd #f38ba8
            kn #94e2d5
            kt #f38ba8
            n #cdd6f4
            nc #f9e2af
            no #f9e2af
            nd bold #89b4fa
            ni #94e2d5
            ne #fab387
            nf #89b4fa
            fm #89b4fa
            nl #89dceb
            nn #fab387
            py #fab387
            nt #cba6f7
            nv #f5e0dc
            vc #f5e0dc
            vg #f5e0dc
            vi #f5e0dc
            vm #f5e0dc
            na #89b4fa
            nb #89dceb
            bp #89dceb
            nx #cdd6f4
            l #cdd6f4
            ld #cdd6f4
            s #a6e3a1
            sc #a6e3a1
            s1 #a6e3a1
            s2 #a6e3a1
            sb #a6e3a1
            sx #a6e3a1
            ss #a6e3a1
            si #a6e3a1
            sa #f38ba8
            dl #89b4fa
            se #89b4fa
            sr #94e2d5
            sd #6c7086
            sh #6c7086
            m #fab387
            mb #fab387
            mh #fab387
            mi #fab387
            mf #fab387
            il #fab387
            mo #fab387
            o bold #89dceb
            ow bold #89dceb
            c italic #6c7086
            c1 italic #6c7086
            cm italic #6c7086
            cs italic #6c7086
            ch italic #585b70
            cp italic #6c7086
            cpf bold #6c7086
            g #cdd6f4
            gi bg:#313244 #a6e3a1
            gd bg:#313244 #f38ba8
            ge italic #cdd6f4
            gs bold #cdd6f4
            gl underline #cdd6f4
            gh bold #fab387
            gu bold #fab387
            go #cdd6f4
            gp #cdd6f4
            gr #f38ba8
            gt #f38ba8
            """)
}
