extension HighlightStyle {
    /// The colours that the style gruvbox gives to kinds of tokens.
    static let gruvbox = HighlightStyle(
        name: "gruvbox", background: "noinherit #ebdbb2 bg:#282828", markedLine: "background-color:#3d3d3d",
        lineNumber: "color:#756d59",
        entries: """
            k noinherit #fe8019
            kt noinherit #fabd2f
            n #ebdbb2
            na bold #b8bb26
            nb #fabd2f
            no noinherit #d3869b
            ni noinherit #fabd2f
            ne noinherit #fb4934
            nf #fabd2f
            nl noinherit #fb4934
            nt noinherit #fb4934
            nn noinherit #b8bb26
            nv noinherit #ebdbb2
            s noinherit #b8bb26
            ss #83a598
            m noinherit #d3869b
            mf noinherit #d3869b
            o #fe8019
            c italic #928374
            cp noinherit #8ec07c
            g #ebdbb2
            gd noinherit #282828 bg:#fb4934
            ge underline #83a598
            gr bold bg:#fb4934
            gh bold #b8bb26
            gi noinherit #282828 bg:#b8bb26
            go noinherit #504945
            gp #ebdbb2
            gs #ebdbb2
            gu bold #b8bb26
            gt bold bg:#fb4934
            """)
}
