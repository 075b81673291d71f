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
    ])
    func rendersAsHugoDoes(source: String, html: String) throws {
        let rendered = try MarkdownRenderer().render(source)
        #expect(String(decoding: rendered.html, as: UTF8.self) == html)
    }
}
