extension HighlightStyle {
    /// The colours that the style gruvbox-light gives to kinds of tokens.
    static let gruvboxLight = HighlightStyle(
        name: "gruvbox-light", background: "noinherit #3c3836 bg:#fbf1c7", markedLine: "background-color:#e1d8b3",
        lineNumber: "color:#9d9b9a",
        entries: """
            k noinherit #af3a03
            kt noinherit #b57614
            n #3c3836
            na bold #79740e
            nb #b57614
            no noinherit #d3869b
            ni noinherit #b57614
            ne noinherit #fb4934
            nf #b57614
            nl noinherit #9d0006
            nn noinherit #79740e
            nt noinherit #9d0006
            nv noinherit #3c3836
            s noinherit #79740e
            ss #076678
            m noinherit #8f3f71
            mf noinherit #8f3f71
            o #af3a03
            c italic #928374
            cp noinherit #427b58
            g #3c3836
            gd noinherit #282828 bg:#9d0006
            ge underline #076678
            gr bold bg:#9d0006
            gh bold #79740e
            gi noinherit #282828 bg:#79740e
            go noinherit #504945
            gp #3c3836
            gs #3c3836
            gu bold #79740e
            gt bold bg:#3c3836
            """)
}
