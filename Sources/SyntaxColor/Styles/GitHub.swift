extension HighlightStyle {
    /// The colours that the style github gives to kinds of tokens.
    static let github = HighlightStyle(
        name: "github", background: "bg:#f7f7f7", markedLine: "background-color:#dedede", lineNumber: "color:#7f7f7f",
        entries: """
            err #f6f8fa bg:#82071e
            k #cf222e
            kt #cf222e
            na #1f2328
            nb #6639ba
            bp #6a737d
            nc #1f2328
            no #0550ae
            nd #0550ae
            ni #6639ba
            nf #6639ba
            nl bold #990000
            nn #24292e
            nx #1f2328
            nt #0550ae
            nv #953800
            vc #953800
            vg #953800
            vi #953800
            s #0a3069
            sr #0a3069
            ss #032f62
            m #0550ae
            o #0550ae
            c #57606a
            cm #57606a
            c1 #57606a
            cs #57606a
            cp #57606a
            gd #82071e bg:#ffebe9
            ge #1f2328
            gi #116329 bg:#dafbe1
            go #1f2328
            gl underline
            p #1f2328
            w #ffffff
            """)
}
