extension HighlightStyle {
    /// The colours that the style xcode-dark gives to kinds of tokens.
    static let xcodeDark = HighlightStyle(
        name: "xcode-dark", background: "#ffffff bg:#1f1f24", markedLine: "background-color:#353539",
        lineNumber: "color:#7f7f7f",
        entries: """
            err #960050
            k #fc5fa3
            kc #fc5fa3
            kd #fc5fa3
            kr #fc5fa3
            n #ffffff
            nb #d0a8ff
            bp #a167e6
            nc #5dd8ff
            nf #41a1c0
            nv #41a1c0
            s #fc6a5d
            se #fc6a5d
            si #ffffff
            m #d0bf69
            mb #d0bf69
            mf #d0bf69
            mh #d0bf69
            mi #d0bf69
            mo #d0bf69
            o #ffffff
            p #ffffff
            c #6c7986
            cm #6c7986
            c1 #6c7986
            cs italic #6c7986
            cp #fd8f3f
            t #ffffff
            """)
}
