extension HighlightStyle {
    /// The colours that the style ashen gives to kinds of tokens.
    static let ashen = HighlightStyle(
        name: "ashen", background: "#b4b4b4 bg:#121212", markedLine: "background-color:#292929",
        lineNumber: "color:#5a5a5a",
        entries: """
            c #737373 italic
            err #C53030
            g #b4b4b4
            gd #C53030
            ge #b4b4b4 underline
            gr #C53030
            gh #DF6464 bold
            gi #b4b4b4 bold
            go #949494
            gp #D87C4A
            gs #b4b4b4 bold
            gu #DF6464 bold
            gt #b4b4b4
            k #B14242
            kc #4A8B8B
            kd #B14242 italic
            kn #B14242
            kp #B14242
            kr #B14242
            kt #4A8B8B
            l #b4b4b4
            ld #b4b4b4
            m #4A8B8B
            mb #4A8B8B
            mf #4A8B8B
            mh #4A8B8B
            mi #4A8B8B
            il #4A8B8B
            mo #4A8B8B
            s #DF6464
            sb #DF6464
            sc #DF6464
            sd #DF6464
            s2 #DF6464
            se #d5d5d5
            sh #DF6464
            si #DF6464
            sx #DF6464
            sr #D87C4A
            s1 #DF6464
            ss #DF6464
            n #b4b4b4
            na #a7a7a7
            nb #4A8B8B
            bp #B14242
            nc #4A8B8B
            no #4A8B8B
            nd #b4b4b4 italic bold
            ni #4A8B8B
            ne #4A8B8B
            nf #b4b4b4
            nl #b4b4b4
            nn #D87C4A bold
            nx #d5d5d5
            nt #D87C4A italic
            nv #b4b4b4
            vc #b4b4b4
            vg #b4b4b4
            vi #b4b4b4
            o #D87C4A
            ow #D87C4A
            x #b4b4b4
            p #d5d5d5
            t #b4b4b4
            w #b4b4b4
            """)
}
