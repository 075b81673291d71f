extension HighlightStyle {
    /// The colours that the style monokailight gives to kinds of tokens.
    static let monokailight = HighlightStyle(
        name: "monokailight", background: "bg:#fafafa", markedLine: "background-color:#e1e1e1",
        lineNumber: "color:#7f7f7f",
        entries: """
            err #960050 bg:#1e0010
            k #00a8c8
            kn #f92672
            n #111111
            na #75af00
            nc #75af00
            no #00a8c8
            nd #75af00
            ne #75af00
            nf #75af00
            nx #75af00
            nt #f92672
            l #ae81ff
            ld #d88200
            s #d88200
            se #8045ff
            m #ae81ff
            o #f92672
            p #111111
            c #75715e
            ge italic
            gs bold
            t #272822
            """)
}
