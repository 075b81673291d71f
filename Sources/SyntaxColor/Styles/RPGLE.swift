extension HighlightStyle {
    /// The colours that the style RPGLE gives to kinds of tokens.
    static let rPGLE = HighlightStyle(
        name: "rpgle", background: "bg:#fafafa", markedLine: "background-color:#e1e1e1",
        lineNumber: "color:#7f7f7f",
        entries: """
            err #960050 bg:#1e0010
            k #00a8c8
            kn #f92672
            kr #0000ff
            kt #800000
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
            p #ff0000
            c #75715e
            cp #2e7d32
            cs #ffbf00
            ge italic
            gs bold
            t #272822
            """)
}
