extension HighlightStyle {
    /// The colours that the style onedark gives to kinds of tokens.
    static let onedark = HighlightStyle(
        name: "onedark", background: "#ABB2BF bg:#282C34", markedLine: "background-color:#3d4148",
        lineNumber: "color:#55595f",
        entries: """
            p #ABB2BF
            k #C678DD
            kc #E5C07B
            kd #C678DD
            kn #C678DD
            kr #C678DD
            kt #E5C07B
            n #E06C75
            na #E06C75
            nb #E5C07B
            nc #E5C07B
            nf bold #61AFEF
            fm bold #56B6C2
            nx #E06C75
            nt #E06C75
            nd #61AFEF
            s #98C379
            m #D19A66
            o #56B6C2
            c #7F848E
            gd #E06C75
            gi bold #98C379
            """)
}
