extension HighlightStyle {
    /// The colours that the style base16-snazzy gives to kinds of tokens.
    static let base16Snazzy = HighlightStyle(
        name: "base16-snazzy", background: "bg:#282a36", markedLine: "background-color:#3d3f4a",
        lineNumber: "color:#7f7f7f",
        entries: """
            x #e2e4e5
            err #ff5c57
            k #ff6ac1
            kc #ff6ac1
            kd #ff5c57
            kn #ff6ac1
            kp #ff6ac1
            kr #ff6ac1
            kt #9aedfe
            n #e2e4e5
            na #57c7ff
            nb #ff5c57
            bp #e2e4e5
            nc #f3f99d
            no #ff9f43
            nd #ff9f43
            ni #e2e4e5
            ne #e2e4e5
            nf #57c7ff
            nl #ff5c57
            nn #e2e4e5
            nx #e2e4e5
            nt #ff6ac1
            nv #ff5c57
            vc #ff5c57
            vg #ff5c57
            vi #ff5c57
            l #e2e4e5
            ld #e2e4e5
            s #5af78e
            sb #5af78e
            sc #5af78e
            sd #5af78e
            s2 #5af78e
            se #5af78e
            sh #5af78e
            si #5af78e
            sx #5af78e
            sr #5af78e
            s1 #5af78e
            ss #5af78e
            m #ff9f43
            mb #ff9f43
            mf #ff9f43
            mh #ff9f43
            mi #ff9f43
            il #ff9f43
            mo #ff9f43
            o #ff6ac1
            ow #ff6ac1
            p #e2e4e5
            c #78787e
            ch #78787e
            cm #78787e
            c1 #78787e
            cs #78787e
            cp #78787e
            g #e2e4e5
            gd #ff5c57
            ge underline #e2e4e5
            gr #ff5c57
            gh bold #e2e4e5
            gi bold #e2e4e5
            go #43454f
            gp #e2e4e5
            gs italic #e2e4e5
            gu bold #e2e4e5
            gt #e2e4e5
            gl underline
            t #e2e4e5
            w #e2e4e5
            """)
}
