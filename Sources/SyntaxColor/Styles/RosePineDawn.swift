extension HighlightStyle {
    /// The colours that the style rose-pine-dawn gives to kinds of tokens.
    static let rosePineDawn = HighlightStyle(
        name: "rose-pine-dawn", background: "bg:#faf4ed", markedLine: "background-color:#e1dbd5",
        lineNumber: "color:#7f7f7f",
        entries: """
            err #b4637a
            k #286983
            kn #907aa9
            n #d7827e
            na #d7827e
            nc #56949f
            no #ea9d34
            nd #797593
            ne #286983
            nf #d7827e
            nx #575279
            nt #d7827e
            l #ea9d34
            ld #ea9d34
            s #ea9d34
            se #286983
            m #ea9d34
            o #797593
            p #797593
            c #9893a5
            gd #b4637a
            ge italic
            gi #56949f
            gs bold
            gu #907aa9
            t #575279
            """)
}
