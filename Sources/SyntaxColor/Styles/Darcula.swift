extension HighlightStyle {
    /// The colours that the style darcula gives to kinds of tokens.
    static let darcula = HighlightStyle(
        name: "darcula", background: "bg:#2B2B2B", markedLine: "background-color:#404040",
        lineNumber: "color:#7f7f7f",
        entries: """
            x #A9B7C6
            err #FF6B68
            k #CC7832
            kc #CC7832
            kd #CC7832
            kn #CC7832
            kp #CC7832
            kr #CC7832
            kt #CC7832
            n #A9B7C6
            na #9876AA
            nb #A9B7C6
            bp #A9B7C6
            nc #A9B7C6
            no #9876AA
            nd #BBB529
            ni #A9B7C6
            ne #A9B7C6
            nf #FFC66D
            nl #A9B7C6
            nn #A9B7C6
            nx #A9B7C6
            nt #E8BF6A
            nv #A9B7C6
            vc #A9B7C6
            vg #9876AA
            vi #A9B7C6
            l #A9B7C6
            ld #A9B7C6
            s #6A8759
            sb #6A8759
            sc #6A8759
            sd #6A8759
            s2 #6A8759
            se #CC7832
            sh #6A8759
            si #6A8759
            sx #6A8759
            sr #6A8759
            s1 #6A8759
            ss #6A8759
            m #6897BB
            mb #6897BB
            mf #6897BB
            mh #6897BB
            mi #6897BB
            il #6897BB
            mo #6897BB
            o #A9B7C6
            ow #CC7832
            p #A9B7C6
            c #808080
            ch #808080
            cm #808080
            c1 #808080
            cs #808080
            cp #BBB529
            g #A9B7C6
            gd #CC7832
            ge italic #A9B7C6
            gr #FF6B68
            gh bold #A9B7C6
            gi #6A8759
            go #606366
            gp #A9B7C6
            gs bold #A9B7C6
            gu bold #A9B7C6
            gt #FF6B68
            gl underline
            t #A9B7C6
            w #A9B7C6
            """)
}
