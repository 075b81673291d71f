extension HighlightStyle {
    /// The colours that the style monokai gives to kinds of tokens.
    static let monokai = HighlightStyle(
        name: "monokai", background: "bg:#272822", markedLine: "background-color:#3c3d38", lineNumber: "color:#7f7f7f",
        entries: """
            err #960050 bg:#1e0010
            k #66d9ef
            kn #f92672
            n #f8f8f2
            na #a6e22e
            nc #a6e22e
            no #66d9ef
            nd #a6e22e
            ne #a6e22e
            nf #a6e22e
            nx #a6e22e
            nt #f92672
            l #ae81ff
            ld #e6db74
            s #e6db74
            se #ae81ff
            m #ae81ff
            o #f92672
            p #f8f8f2
            c #75715e
            gd #f92672
            ge italic
            gi #a6e22e
            gs bold
            gu #75715e
            t #f8f8f2
            """)
}
