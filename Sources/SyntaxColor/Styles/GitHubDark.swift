extension HighlightStyle {
    /// The colours that the style github-dark gives to kinds of tokens.
    static let githubDark = HighlightStyle(
        name: "github-dark", background: "#e6edf3 bg:#0d1117", markedLine: "background-color:#6e7681",
        lineNumber: "color:#6e7681", tableLineNumber: "color:#737679",
        entries: """
            err #f85149
            k #ff7b72
            kc #79c0ff
            kp #79c0ff
            n #e6edf3
            nc bold #f0883e
            no bold #79c0ff
            nd bold #d2a8ff
            ni #ffa657
            ne bold #f0883e
            nf bold #d2a8ff
            nl bold #79c0ff
            nn #ff7b72
            nx #e6edf3
            py #79c0ff
            nt #7ee787
            nv #79c0ff
            l #a5d6ff
            ld #79c0ff
            sa #79c0ff
            dl #79c0ff
            se #79c0ff
            sh #79c0ff
            sr #79c0ff
            o bold #ff7b72
            c italic #8b949e
            cs bold italic #8b949e
            cp bold #8b949e
            g #e6edf3
            gd #ffa198 bg:#490202
            ge italic
            gr #ffa198
            gh bold #79c0ff
            gi #56d364 bg:#0f5323
            go #8b949e
            gp #8b949e
            gs bold
            gu #79c0ff
            gt #ff7b72
            gl underline
            w #6e7681
            """)
}
