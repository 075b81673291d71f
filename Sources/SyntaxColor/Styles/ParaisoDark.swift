extension HighlightStyle {
    /// The colours that the style paraiso-dark gives to kinds of tokens.
    static let paraisoDark = HighlightStyle(
        name: "paraiso-dark", background: "bg:#2f1e2e", markedLine: "background-color:#433442",
        lineNumber: "color:#7f7f7f",
        entries: """
            err #ef6155
            k #815ba4
            kn #5bc4bf
            kt #fec418
            n #e7e9db
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
            sc #e7e9db
            sd #776e71
            se #f99b15
            si #f99b15
            m #f99b15
            o #5bc4bf
            p #e7e9db
            c #776e71
            gd #ef6155
            ge italic
            gh bold #e7e9db
            gi #48b685
            gp bold #776e71
            gs bold
            gu bold #5bc4bf
            t #e7e9db
            """)
}
