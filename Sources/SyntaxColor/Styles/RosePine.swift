extension HighlightStyle {
    /// The colours that the style rose-pine gives to kinds of tokens.
    static let rosePine = HighlightStyle(
        name: "rose-pine", background: "bg:#191724", markedLine: "background-color:#302e39",
        lineNumber: "color:#7f7f7f",
        entries: """
            err #eb6f92
            k #31748f
            kn #c4a7e7
            n #ebbcba
            na #ebbcba
            nc #9ccfd8
            no #f6c177
            nd #908caa
            ne #31748f
            nf #ebbcba
            nx #e0def4
            nt #ebbcba
            l #f6c177
            ld #f6c177
            s #f6c177
            se #31748f
            m #f6c177
            o #908caa
            p #908caa
            c #6e6a86
            gd #eb6f92
            ge italic
            gi #9ccfd8
            gs bold
            gu #c4a7e7
            t #e0def4
            """)
}
