extension HighlightStyle {
    /// The colours that the style average gives to kinds of tokens.
    static let average = HighlightStyle(
        name: "average", background: "bg:#000000", markedLine: "background-color:#191919",
        lineNumber: "color:#7f7f7f",
        entries: """
            x #757575
            err #ec0000
            k #ec0000
            kc #ec0000
            kd #ec0000
            kn #ec0000
            kp #ec0000
            kr #ec0000
            kt #5f5fff
            n #757575
            na #5f5fff
            nb #ec0000
            bp #757575
            nc #5f5fff
            no #008900
            nd #008900
            ni #757575
            ne #757575
            nf #5f5fff
            nl #ec0000
            nn #757575
            nx #757575
            nt #ec0000
            nv #ec0000
            vc #ec0000
            vg #ec0000
            vi #ec0000
            l #757575
            ld #757575
            s #008900
            sb #008900
            sc #008900
            sd #008900
            s2 #008900
            se #008900
            sh #008900
            si #008900
            sx #008900
            sr #008900
            s1 #008900
            ss #008900
            m #008900
            mb #008900
            mf #008900
            mh #008900
            mi #008900
            il #008900
            mo #008900
            o #ec0000
            ow #ec0000
            p #757575
            c #757575
            ch #757575
            cm #757575
            c1 #757575
            cs #757575
            cp #757575
            g #757575
            gd #ec0000
            ge underline #757575
            gr #ec0000
            gh bold #757575
            gi bold #757575
            go #757575
            gp #757575
            gs italic #757575
            gu bold #757575
            gt #757575
            gl underline
            t #757575
            w #757575
            """)
}
