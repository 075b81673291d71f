extension HighlightStyle {
    /// The colours that the style rose-pine-moon gives to kinds of tokens.
    static let rosePineMoon = HighlightStyle(
        name: "rose-pine-moon", background: "bg:#232136", markedLine: "background-color:#39374a",
        lineNumber: "color:#7f7f7f",
        entries: """
            err #eb6f92
            k #3e8fb0
            kn #c4a7e7
            n #ea9a97
            na #ea9a97
            nc #9ccfd8
            no #f6c177
            nd #908caa
            ne #3e8fb0
            nf #ea9a97
            nx #e0def4
            nt #ea9a97
            l #f6c177
            ld #f6c177
            s #f6c177
            se #3e8fb0
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
