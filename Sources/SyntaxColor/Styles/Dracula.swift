extension HighlightStyle {
    /// The colours that the style dracula gives to kinds of tokens.
    static let dracula = HighlightStyle(
        name: "dracula", background: "bg:#282a36", markedLine: "background-color:#3d3f4a", lineNumber: "color:#7f7f7f",
        entries: """
            x #f8f8f2
            err #f8f8f2
            k #ff79c6
            kc #ff79c6
            kd italic #8be9fd
            kn #ff79c6
            kp #ff79c6
            kr #ff79c6
            kt #8be9fd
            n #f8f8f2
            na #50fa7b
            nb italic #8be9fd
            bp #f8f8f2
            nc #50fa7b
            no #f8f8f2
            nd #f8f8f2
            ni #f8f8f2
            ne #f8f8f2
            nf #50fa7b
            nl italic #8be9fd
            nn #f8f8f2
            nx #f8f8f2
            nt #ff79c6
            nv italic #8be9fd
            vc italic #8be9fd
            vg italic #8be9fd
            vi italic #8be9fd
            l #f8f8f2
            ld #f8f8f2
            s #f1fa8c
            sb #f1fa8c
            sc #f1fa8c
            sd #f1fa8c
            s2 #f1fa8c
            se #f1fa8c
            sh #f1fa8c
            si #f1fa8c
            sx #f1fa8c
            sr #f1fa8c
            s1 #f1fa8c
            ss #f1fa8c
            m #bd93f9
            mb #bd93f9
            mf #bd93f9
            mh #bd93f9
            mi #bd93f9
            il #bd93f9
            mo #bd93f9
            o #ff79c6
            ow #ff79c6
            p #f8f8f2
            c #6272a4
            ch #6272a4
            cm #6272a4
            c1 #6272a4
            cs #6272a4
            cp #ff79c6
            g #f8f8f2
            gd #ff5555
            ge underline #f8f8f2
            gr #f8f8f2
            gh bold #f8f8f2
            gi bold #50fa7b
            go #44475a
            gp #f8f8f2
            gs #f8f8f2
            gu bold #f8f8f2
            gt #f8f8f2
            gl underline
            t #f8f8f2
            w #f8f8f2
            """)
}
