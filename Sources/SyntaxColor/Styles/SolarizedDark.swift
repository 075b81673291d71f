extension HighlightStyle {
    /// The colours that the style solarized-dark gives to kinds of tokens.
    static let solarizedDark = HighlightStyle(
        name: "solarized-dark", background: "#93a1a1 bg:#002b36", markedLine: "background-color:#19404a",
        lineNumber: "color:#495050",
        entries: """
            x #cb4b16
            k #719e07
            kc #cb4b16
            kd #268bd2
            kr #268bd2
            kt #dc322f
            na #93a1a1
            nb #b58900
            bp #268bd2
            nc #268bd2
            no #cb4b16
            nd #268bd2
            ni #cb4b16
            ne #cb4b16
            nf #268bd2
            nt #268bd2
            nv #268bd2
            s #2aa198
            sb #586e75
            sc #2aa198
            sd #93a1a1
            se #cb4b16
            sh #93a1a1
            sr #dc322f
            m #2aa198
            o #719e07
            c #586e75
            cs #719e07
            cp #719e07
            gd #dc322f
            ge italic
            gr bold #dc322f
            gh #cb4b16
            gi #719e07
            gs bold
            gu #268bd2
            """)
}
