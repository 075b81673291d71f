extension HighlightStyle {
    /// The colours that the style solarized-dark256 gives to kinds of tokens.
    static let solarizedDark256 = HighlightStyle(
        name: "solarized-dark256", background: "#8a8a8a bg:#1c1c1c", markedLine: "background-color:#323232",
        lineNumber: "color:#454545",
        entries: """
            x #d75f00
            k #5f8700
            kc #d75f00
            kd #0087ff
            kn #d75f00
            kr #0087ff
            kt #af0000
            na #8a8a8a
            nb #0087ff
            bp #0087ff
            nc #0087ff
            no #d75f00
            nd #0087ff
            ni #d75f00
            ne #af8700
            nf #0087ff
            nt #0087ff
            nv #0087ff
            s #00afaf
            sb #4e4e4e
            sc #00afaf
            sd #00afaf
            se #af0000
            sh #00afaf
            sr #af0000
            m #00afaf
            o #8a8a8a
            ow #5f8700
            c #4e4e4e
            cs #5f8700
            cp #5f8700
            gd #af0000
            ge italic
            gr bold #af0000
            gh #d75f00
            gi #5f8700
            gs bold
            gu #0087ff
            """)
}
