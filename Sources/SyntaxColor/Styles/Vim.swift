extension HighlightStyle {
    /// The colours that the style vim gives to kinds of tokens.
    static let vim = HighlightStyle(
        name: "vim", background: "#cccccc bg:#000000", markedLine: "background-color:#191919",
        lineNumber: "color:#666",
        entries: """
            err border:#ff0000
            k #cdcd00
            kd #00cd00
            kn #cd00cd
            kt #00cd00
            nb #cd00cd
            nc #00cdcd
            ne bold #666699
            nv #00cdcd
            s #cd0000
            m #cd00cd
            o #3399cc
            ow #cdcd00
            c #000080
            cs bold #cd0000
            gd #cd0000
            ge italic
            gr #ff0000
            gh bold #000080
            gi #00cd00
            go #888888
            gp bold #000080
            gs bold
            gu bold #800080
            gt #0044dd
            gl underline
            """)
}
