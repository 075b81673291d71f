extension HighlightStyle {
    /// The colours that the style paraiso-light gives to kinds of tokens.
    static let paraisoLight = HighlightStyle(
        name: "paraiso-light", background: "bg:#e7e9db", markedLine: "background-color:#cfd1c5",
        lineNumber: "color:#7f7f7f",
        entries: """
            err #ef6155
            k #815ba4
            kn #5bc4bf
            kt #fec418
            n #2f1e2e
            na #06b6ef
            nc #fec418
            no #ef6155
            nd #5bc4bf
            ne #ef6155
            nf #06b6ef
            nn #fec418
            nx #06b6ef
            nt #5bc4bf
            nv #ef6155
            l #f99b15
            ld #48b685
            s #48b685
            sc #2f1e2e
            sd #8d8687
            se #f99b15
            si #f99b15
            m #f99b15
            o #5bc4bf
            p #2f1e2e
            c #8d8687
            gd #ef6155
            ge italic
            gh bold #2f1e2e
            gi #48b685
            gp bold #8d8687
            gs bold
            gu bold #5bc4bf
            t #2f1e2e
            """)
}
