extension HighlightStyle {
    /// The colours that the style lovelace gives to kinds of tokens.
    static let lovelace = HighlightStyle(
        name: "lovelace", background: "bg:#ffffff", markedLine: "background-color:#e5e5e5",
        lineNumber: "color:#7f7f7f",
        entries: """
            err bg:#a848a8
            k #2838b0
            kc italic #444444
            kd italic
            kt italic
            na #388038
            nb #388038
            bp italic
            nc #287088
            no #b85820
            nd #287088
            ni #709030
            ne #908828
            nf #785840
            fm #b85820
            nl #289870
            nn #289870
            nt #2838b0
            nv #b04040
            vg #908828
            vm #b85820
            s #b83838
            sa #444444
            sc #a848a8
            dl #b85820
            sd italic #b85820
            se #709030
            si underline
            sx #a848a8
            sr #a848a8
            m #444444
            o #666666
            ow #a848a8
            p #888888
            c italic #888888
            ch #287088
            cm #888888
            cp noitalic #289870
            gd #c02828
            ge italic
            gr #c02828
            gh #666666
            gi #388038
            go #666666
            gp #444444
            gs bold
            gu #444444
            gt #2838b0
            gl underline
            w #a89028
            """)
}
