extension HighlightStyle {
    /// The colours that the style witchhazel gives to kinds of tokens.
    static let witchhazel = HighlightStyle(
        name: "witchhazel", background: "bg:#433e56", markedLine: "background-color:#555166",
        lineNumber: "color:#7f7f7f",
        entries: """
            err #960050 bg:#1e0010
            k #c2ffdf
            kn #ffb8d1
            n #f8f8f2
            na #ceb1ff
            bp #80cbc4
            nc #ceb1ff
            no #c5a3ff
            nd #ceb1ff
            ne #ceb1ff
            nf #ceb1ff
            py #f8f8f2
            nt #ffb8d1
            nv #f8f8f2
            l #ae81ff
            ld #e6db74
            s #1bc5e0
            m #c5a3ff
            o #ffb8d1
            p #f8f8f2
            c #b0bec5
            gd #f92672
            ge italic
            gi #a6e22e
            gs bold
            gu #75715e
            t #f8f8f2
            w #a8757b
            """)
}
