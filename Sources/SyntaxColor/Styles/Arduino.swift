extension HighlightStyle {
    /// The colours that the style arduino gives to kinds of tokens.
    static let arduino = HighlightStyle(
        name: "arduino", background: "bg:#ffffff", markedLine: "background-color:#e5e5e5",
        lineNumber: "color:#7f7f7f",
        entries: """
            err #a61717
            k #728e00
            kc #00979d
            kp #00979d
            kr #00979d
            kt #00979d
            n #434f54
            nb #728e00
            nf #d35400
            nx #728e00
            s #7f8c8d
            m #8a7b52
            o #728e00
            c #95a5a6
            cp #728e00
            """)
}
