extension HighlightStyle {
    /// The colours that the style hr_high_contrast gives to kinds of tokens.
    static let hrHighContrast = HighlightStyle(
        name: "hr_high_contrast", background: "#000000", markedLine: "background-color:#e5e5e5",
        lineNumber: "color:#7f7f7f",
        entries: """
            x #d5d500
            k #467faf
            n #ffffff
            s #a87662
            m #ffffff
            o #e4e400
            ow #467faf
            c #5a8349
            """)
}
