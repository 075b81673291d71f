extension HighlightStyle {
    /// The colours that the style rainbow_dash gives to kinds of tokens.
    static let rainbowDash = HighlightStyle(
        name: "rainbow_dash", background: "bg:#ffffff", markedLine: "background-color:#e5e5e5",
        lineNumber: "color:#7f7f7f",
        entries: """
            err #ffffff bg:#cc0000
            k bold #2c5dcd
            kp nobold
            kt #5918bb
            na italic #2c5dcd
            nb bold #5918bb
            nc underline
            no #318495
            nd bold #ff8000
            ni bold #5918bb
            ne bold #5918bb
            nf bold #ff8000
            nt bold #2c5dcd
            s #00cc66
            sd italic
            se bold #c5060b
            sx #318495
            ss bold #c5060b
            m bold #5918bb
            o #2c5dcd
            ow bold
            c italic #0080ff
            cs bold
            cp noitalic
            gd bg:#ffcccc border:#c5060b
            ge italic
            gr #ff0000
            gh bold #2c5dcd
            gi bg:#ccffcc border:#00cc00
            go #aaaaaa
            gp bold #2c5dcd
            gs bold
            gu bold #2c5dcd
            gt #c5060b
            gl underline
            t #4d4d4d
            w #cbcbcb
            """)
}
