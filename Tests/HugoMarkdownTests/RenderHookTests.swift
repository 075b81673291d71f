import HugoMarkdown
import Testing
import Text
import Values

/// What hooks get, as the real Hugo hands it to templates.
@Suite struct RenderHookTests {
    private func render(_ source: String, _ options: MarkdownOptions = .hugo, _ set: (inout RenderHooks) -> Void) throws
        -> String
    {
        var hooks = RenderHooks()
        set(&hooks)
        return String(decoding: try MarkdownRenderer(options: options, hooks: hooks).render(source).html, as: UTF8.self)
    }

    @Test func givesLinksAndAddresses() throws {
        let html = try render("A [link *x*](/y \"T\") and <https://a.org> and www.b.org.") {
            $0.link = { Array("[\($0.destination)|\($0.title)|\($0.text)|\($0.plainText)]".utf8) }
        }
        #expect(
            html == "<p>A [/y|T|link <em>x</em>|link x] and [https://a.org||https://a.org|https://a.org] and "
                + "[https://www.b.org||www.b.org|www.b.org].</p>\n")
    }

    @Test func givesHeadingsWithTheirAttributes() throws {
        let html = try render("## Sub `code` {#custom .cls data-x=\"1\"}") {
            $0.heading = {
                Array("\($0.level) \($0.anchor) \($0.text) \($0.plainText) \($0.attributes.sortedKeys)".utf8)
            }
        }
        #expect(html == "2 custom Sub <code>code</code> Sub code [\"class\", \"data-x\", \"id\"]")
    }

    @Test(arguments: [
        ("> plain", "regular|||<p>plain</p>\n"),
        ("> [!NOTE]\n> A **note**", "alert|note||<p>A <strong>note</strong></p>"),
        ("> [!WARNING]+ Custom title\n> Body", "alert|warning|+Custom title|<p>Body</p>"),
        ("> [!TIP]- Closed", "alert|tip|-Closed|"),
    ])
    func tellsAlertsFromQuotations(source: String, expected: String) throws {
        let html = try render(source) {
            $0.blockquote = { Array("\($0.type)|\($0.alertType)|\($0.alertSign)\($0.alertTitle)|\($0.text)".utf8) }
        }
        #expect(html == expected)
    }

    @Test func givesCodeItsOptions() throws {
        let html = try render("```bash {linenos=true hl_lines=[1,\"3-4\"] title=\"run it\"}\necho <hi>\n```") {
            $0.codeBlock = {
                Array("\($0.language)|\($0.options.keys)|\($0.attributes["title"]?.stringValue ?? "")|\($0.inner)".utf8)
            }
        }
        #expect(html == "bash|[\"linenos\", \"hl_lines\"]|run it|echo <hi>")
    }

    @Test func givesTablesCellByCell() throws {
        let html = try render("| A | B |\n|:--|--:|\n| 1 | *2* |") {
            $0.table = { table in
                let rows = (table.head + table.body).map {
                    $0.map { "\($0.text):\($0.alignment)" }.joined(separator: ",")
                }
                return Array(rows.joined(separator: ";").utf8)
            }
        }
        #expect(html == "A:left,B:right;1:left,<em>2</em>:right")
    }

    @Test func takesLoneImagesOutOfTheirParagraph() throws {
        var options = MarkdownOptions.hugo
        options.wrapsLoneImages = false
        let html = try render("![alone](a.png)\n\nx ![b *c*](/d \"t\")", options) {
            $0.image = { Array("(\($0.destination) \($0.isBlock) \($0.ordinal) \($0.plainText) \($0.title))".utf8) }
        }
        #expect(html == "(a.png true 0 alone )<p>x (/d false 1 b c t)</p>\n")
    }

    @Test func leavesPassthroughAlone() throws {
        var options = MarkdownOptions.hugo
        options.passthroughInline = [.init(open: "\\(", close: "\\)")]
        options.passthroughBlock = [.init(open: "$$", close: "$$")]
        let source = "Math \\(a<b *c* _d_\\) x\n\n$$\nx^2 *y*\n$$"
        let html = try render(source, options) {
            $0.passthrough = { Array("{\($0.type):\($0.inner)}".utf8) }
        }
        #expect(html == "<p>Math {inline:a<b *c* _d_} x</p>\n{block:\nx^2 *y*\n}")
        #expect(try render(source, options) { _ in } == "<p>Math \\(a<b *c* _d_\\) x</p>\n$$\nx^2 *y*\n$$")
    }
}
