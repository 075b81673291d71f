import HugoMarkdown
import Testing
import Text
import Values

@Suite struct RenderingTests {
    @Test(arguments: [
        ("# Hello *World*", "<h1 id=\"hello-world\">Hello <em>World</em></h1>\n"),
        ("a\n\nb", "<p>a</p>\n<p>b</p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("```go\nx\n```", "<pre tabindex=\"0\"><code class=\"language-go\" data-lang=\"go\">x\n</code></pre>"),
        ("```\nx\n```", "<pre tabindex=\"0\"><code>x\n</code></pre>"),
        ("    x", "<pre><code>x\n</code></pre>\n"),
        ("![a *b*](/c.png \"t\")", "<p><img src=\"/c.png\" alt=\"a b\" title=\"t\"></p>\n"),
        // Raw HTML that is left out: a comment in the first column without a word, what only its own mark ends twice.
        ("<!-- a --> <!--\n\nx", "<p>x</p>\n"), (" <!-- a -->", "<!-- raw HTML omitted -->\n"),
        ("<script>\nx\n</script>", "<!-- raw HTML omitted -->\n<!-- raw HTML omitted -->\n"),
        ("<script>x</script>", "<!-- raw HTML omitted -->\n"), ("<div>\nx\n</div>", "<!-- raw HTML omitted -->\n"),
    ])
    func rendersAsHugoDoes(source: String, html: String) throws {
        let rendered = try MarkdownRenderer().render(source)
        #expect(String(decoding: rendered.html, as: UTF8.self) == html)
    }

    @Test(arguments: [
        (":+1:", "&#x1f44d;"), (":zzz:", "&#x1f4a4;"), (":100:", "&#x1f4af;"), (":smile:", "&#x1f604;"),
        (":balance_scale:", "&#x2696;&#xfe0f;"), (":man_technologist:", "&#x1f468;&zwj;&#x1f4bb;"),
        (":de:", "&#x1f1e9;&#x1f1ea;"), (":x_ray:", "&#x1fa7b;"), (":no_such_emoji:", ":no_such_emoji:"), ("::", "::"),
    ])
    func knowsTheShortNamesOfEmoji(source: String, text: String) throws {
        var options = MarkdownOptions.hugo
        options.emoji = true
        let html = try MarkdownRenderer(options: options).render(source).html
        #expect(String(decoding: html, as: UTF8.self) == "<p>\(text)</p>\n")
        let emoji = Emoji.replacingNames(in: source)
        #expect((emoji == source) == (text == source))
    }

    /// What the real Hugo makes of corners of its extensions.
    @Test(arguments: [
        ("```\n```", "<pre tabindex=\"0\"><code></code></pre>"),
        (
            "```x&amp;y\na\n```",
            "<pre tabindex=\"0\"><code class=\"language-x&amp;amp;y\" data-lang=\"x&amp;amp;y\">a\n</code></pre>"
        ),
        ("## &#35; a", "<h2 id=\"35-a\"># a</h2>\n"),
        ("##  ## {#i8}", "<h2 id=\"i8\"></h2>\n"), ("## a ## {#i8}", "<h2 id=\"i8\">a</h2>\n"),
        // What begins as a definition of a link is a term, and an empty definition behind it is one nevertheless.
        (
            "a\n: b\n[x] [y]: c\n: d\n\ne\n:   \n",
            "<dl>\n<dt>a</dt>\n<dd>b\n[x] [y]: c</dd>\n<dd>d</dd>\n<dt>e</dt>\n<dd></dd>\n</dl>\n"
        ),
        ("a\n: ", "<dl>\n<dt>a</dt>\n<dd></dd>\n</dl>\n"), ("a\n  : b", "<p>a\n: b</p>\n"),
        ("a <!-- b -- c --> d", "<p>a <!-- b -- c --> d</p>\n"),
        ("https://a.org/~b/ ~~c~~", "<p><a href=\"https://a.org/~b/\">https://a.org/~b/</a> <del>c</del></p>\n"),
        ("\"a\n\n6'2\"", "<p>&ldquo;a</p>\n<p>6'2&rdquo;</p>\n"),
        ("a|\n    -|-", "<p>a|\n-|-</p>\n"),
    ])
    func rendersCornersAsHugoDoes(source: String, html: String) throws {
        var options = MarkdownOptions.hugo
        options.unsafe = true
        let rendered = try MarkdownRenderer(options: options).render(source)
        #expect(String(decoding: rendered.html, as: UTF8.self) == html)
    }

    @Test func onlyTheBlankBehindTheBoxOfATaskStaysBeforeABlock() throws {
        var options = MarkdownOptions.hugo
        (options.unsafe, options.xhtml) = (true, true)
        options.passthroughBlock = [.init(open: "\\[", close: "\\]")]
        let source = #"""
            - [x] \[a\]
            - b \[c\]
            - <input type="checkbox"> \[d\]
            """#
        let rendered = try MarkdownRenderer(options: options).render(source)
        #expect(
            String(decoding: rendered.html, as: UTF8.self) == #"""
                <ul>
                <li><input checked="" disabled="" type="checkbox" />\#u{20}
                \[a\]</li>
                <li>b
                \[c\]</li>
                <li><input type="checkbox">
                \[d\]</li>
                </ul>

                """#)
    }

    /// Documents in `Cases`, divided by `=====`, beside what `compare_markdown.py --record` has from Hugo.
    @Test(arguments: [
        ("corners", "{}"), ("attributes", Self.blockAttributes), ("cjk", Self.eastAsian), ("extras", Self.extras),
        ("math", Self.passthrough), ("plain", Self.plain),
        ("ascii", #"{"goldmark": {"parser": {"autoIDType": "github-ascii", "autoDefinitionTermID": true}}}"#),
    ])
    func rendersRecordedDocumentsAsHugoDoes(name: String, markup: String) throws {
        let settings = try JSON.parse(SourceFile(path: "markup", text: markup)).mapValue ?? ValueMap()
        let renderer = MarkdownRenderer(options: MarkdownOptions(markup: settings, emoji: false))
        let sources = caseFile(name + ".md").split(separator: "=====\n")
        let wanted = caseFile(name + ".html").split(separator: "=====\n", omittingEmptySubsequences: false)
        #expect(sources.count > 1 && sources.count == wanted.count)
        for (source, html) in zip(sources, wanted) {
            let rendered = try renderer.render(String(source))
            #expect(String(decoding: rendered.html, as: UTF8.self) == html, "\(source)")
        }
    }

    private static let plain = #"""
        {"goldmark": {"renderer": {"unsafe": true}, "extensions": {"typographer": {"disable": true}, "linkify": false,
        "strikethrough": false, "taskList": false, "definitionList": false, "footnote": {"enable": false}, "table": false}}}
        """#
    private static let passthrough = #"""
        {"goldmark": {"renderer": {"unsafe": true}, "extensions": {"passthrough": {"enable": true, "delimiters": {
        "block": [["\\[", "\\]"], ["$$", "$$"]], "inline": [["\\(", "\\)"]]}}}}}
        """#
    private static let eastAsian =
        #"{"goldmark": {"extensions": {"cjk": {"enable": true, "eastAsianLineBreaks": true, "escapedSpace": true}}}}"#
    private static let extras = #"""
        {"goldmark": {"extensions": {"strikethrough": false, "extras": {"delete": {"enable": true}, "insert": {"enable": true},
        "mark": {"enable": true}, "subscript": {"enable": true}, "superscript": {"enable": true}}}}}
        """#
    private static let blockAttributes =
        #"{"goldmark": {"renderer": {"unsafe": true}, "parser": {"attribute": {"block": true}}}}"#
}
