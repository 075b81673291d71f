extension HighlightStyle {
    /// The colours that the style perldoc gives to kinds of tokens.
    static let perldoc = HighlightStyle(
        name: "perldoc", background: "bg:#eeeedd", markedLine: "background-color:#d6d6c6",
        lineNumber: "color:#7f7f7f",
        entries: """
            err #a61717 bg:#e3d2d2
            k bold #8b008b
            kt #00688b
            na #658b00
            nb #658b00
            nc bold #008b45
            no #00688b
            nd #707a7c
            ne bold #008b45
            nf #008b45
            nn underline #008b45
            nt bold #8b008b
            nv #00688b
            s #cd5555
            sh italic #1c7e71
            sx #cb6c20
            sr #1c7e71
            m #b452cd
            ow #8b008b
            c #228b22
            cs bold #8b008b
            cp #1e889b
            gd #aa0000
            ge italic
            gr #aa0000
            gh bold #000080
            gi #00aa00
            go #888888
            gp #555555
            gs bold
            gu bold #800080
            gt #aa0000
            gl underline
            w #bbbbbb
            """)
}
