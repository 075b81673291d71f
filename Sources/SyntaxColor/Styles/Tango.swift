extension HighlightStyle {
    /// The colours that the style tango gives to kinds of tokens.
    static let tango = HighlightStyle(
        name: "tango", background: "bg:#f8f8f8", markedLine: "background-color:#dfdfdf", lineNumber: "color:#7f7f7f",
        entries: """
            x #000000
            err #a40000 border:#ef2929
            k bold #204a87
            kc bold #204a87
            kd bold #204a87
            kn bold #204a87
            kp bold #204a87
            kr bold #204a87
            kt bold #204a87
            n #000000
            na #c4a000
            nb #204a87
            bp #3465a4
            nc #000000
            no #000000
            nd bold #5c35cc
            ni #ce5c00
            ne bold #cc0000
            nf #000000
            nl #f57900
            nn #000000
            nx #000000
            py #000000
            nt bold #204a87
            nv #000000
            vc #000000
            vg #000000
            vi #000000
            l #000000
            ld #000000
            s #4e9a06
            sb #4e9a06
            sc #4e9a06
            sd italic #8f5902
            s2 #4e9a06
            se #4e9a06
            sh #4e9a06
            si #4e9a06
            sx #4e9a06
            sr #4e9a06
            s1 #4e9a06
            ss #4e9a06
            m bold #0000cf
            mf bold #0000cf
            mh bold #0000cf
            mi bold #0000cf
            il bold #0000cf
            mo bold #0000cf
            o bold #ce5c00
            ow bold #204a87
            p bold #000000
            c italic #8f5902
            cm italic #8f5902
            c1 italic #8f5902
            cs italic #8f5902
            cp italic #8f5902
            g #000000
            gd #a40000
            ge italic #000000
            gr #ef2929
            gh bold #000080
            gi #00a000
            go italic #000000
            gp #8f5902
            gs bold #000000
            gu bold #800080
            gt bold #a40000
            gl underline
            w #f8f8f8
            """)
}
