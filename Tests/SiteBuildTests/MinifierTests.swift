import Testing

@testable import SiteBuild

@Suite("Minifier")
struct MinifierTests {
    @Test(
        "Style sheets lose what means nothing",
        arguments: [
            ("a { color : red ; }", "a{color:red}"), ("/* c */ a{b:c}", "a{b:c}"),
            ("a:hover   b { x: y; }", "a:hover b{x:y}"), ("/*! keep\n  it */a{b:c}", "/*!keep\nit*/a{b:c}"),
            ("a::before { content: \"  /* x */  \"; }", "a::before{content:\"  /* x */  \"}"),
            ("a > b,\n c {x:y}", "a>b,c{x:y}"), ("a[href=\"x\"], A.Foo{b:c}", "a[href=x],a.Foo{b:c}"),
            (
                "@media (min-width: 1px) and (max-width: 2px) { a { b: c } }",
                "@media(min-width:1px) and (max-width:2px){a{b:c}}"
            ),
            ("", ""), ("/* never closed", ""), ("a{b:'x", "a{b:'x}"), ("a{}b{c:d}", "b{c:d}"),
            ("a{b:c;&:hover{d:e} > p { f: g }}", "a{b:c;&:hover{d:e}> p{f:g}}"), ("a{b c;d:e}", "a{b c;d:e}"),
            (
                ".x { Input[type=\"a\"]:checked + B { c: d } .Foo [x = \"a b\"] { e: f } a[b=\"c\" i] { g: h } }",
                ".x{input[type=a]:checked + b{c:d}.Foo [x = \"a b\"]{e:f}a[b=c  i]{g:h}}"
            ),
            (":root{--x:  a  b ;--y:{ a: b }}", ":root{--x:a  b;--y:{ a: b }}"),
            ("@import url(\"a.css\");@page :first{margin:1in}", "@import \"a.css\";@page:first{margin:1in}"),
            ("@media print{a{}}", "@media print{}"),
            (
                "@font-face{src:url( \"a.woff\" ) format(\"woff\");unicode-range:U+0025-00FF,u+4??}",
                "@font-face{src:url(a.woff)format(\"woff\");unicode-range:U+25-FF,U+4??}"
            ),
        ])
    func css(_ input: String, _ expected: String) {
        let output = String(decoding: Minifier.minified(Array(input.utf8), mediaType: "text/css"), as: UTF8.self)
        #expect(output == expected)
    }

    @Test(
        "Pages lose what is not seen, as in Hugo",
        arguments: [
            (
                "<!DOCTYPE html>\n<html lang=\"en\"> <head>\n<title>  A &amp; b </title>",
                "<!doctype html><html lang=en><head><title>A & b</title>"
            ),
            ("<p>a <b> c </b>  d\n e</p> <p> f </p>", "<p>a <b>c </b>d\ne</p><p>f</p>"),
            ("<p>a<!-- c --> b</p><!--[if IE]> x <![endif]-->", "<p>a b</p><!--[if IE]> x <![endif]-->"),
            ("<p>a <i class=\"i\"></i> b <img src=\"x\"> c<br> d</p>", "<p>a <i class=i></i> b <img src=x> c<br>d</p>"),
            (
                "<pre>\n  a  &quot; </pre> <textarea> b </textarea> c",
                "<pre>\n  a  &quot; </pre><textarea> b </textarea> c"
            ),
            (
                "<a href=\" /x?a=1&amp;b=2 \" TITLE='q\"r' class=\" a  b \">x</a>",
                "<a href=\"/x?a=1&amp;b=2\" title='q\"r' class=\"a b\">x</a>"
            ),
            ("<input checked=\"\" disabled=\"disabled\" id=\"\" alt=\"\"/>", "<input checked disabled alt>"),
            (
                "<p>&lt;a &gt; &quot; &#39; &nbsp; &eacute; &hellip; &copy; &amp;lt; a&b</p>",
                "<p>&lt;a > \" ' &nbsp; &#233; &mldr; &copy; &amp;lt; a&b</p>"
            ),
            (
                "<p>&angst; &Cedilla; &CenterDot; &circledR; &curren; &DoubleDot; &PlusMinus; &pound; &strns; &frac12;</p>",
                "<p>&#197; &#184; &#183; &REG; &#164; &Dot; &pm; &#163; &#175; &#189;</p>"
            ),
            (
                "<p>&alefsym; &aleph; &rdquor; &CounterClockwiseContourIntegral; &HilbertSpace; &nGtv; &lbrace; &AMP; &LT;</p>",
                "<p>&#8501; &aleph; &#8221; &#8755; &Hscr; &nGtv; { & &lt;</p>"
            ),
            ("<style> p { color: #ff0000; } </style><script> </script>", "<style>p{color:red}</style>"),
            (
                "<script type=\"application/ld+json\">\n{ \"a b\": [1, 2] }</script>",
                "<script type=application/ld+json>{\"a b\":[1,2]}</script>"
            ),
            ("<div style=\"color: red; margin: 0px\">x</div>", "<div style=color:red;margin:0>x</div>"),
            (
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1.0\">",
                "<meta name=viewport content=\"width=device-width,initial-scale=1\">"
            ),
            (
                "<pre class=\"x\">  a <code class=\"y\"> &quot; </code>\n </pre> <p> b",
                "<pre class=x>  a <code class=y> &quot; </code>\n </pre><p>b"
            ),
            ("a < b & c <", "a < b & c <"), ("<p", "<p"), ("<p class=\"x", "<p class=\"x"), ("<!-- open", ""),
            ("<script>if(a<b){", "<script>if(a<b){"),
            ("", ""),
        ])
    func page(_ input: String, _ expected: String) {
        let output = String(decoding: Minifier.minified(Array(input.utf8), mediaType: "text/html"), as: UTF8.self)
        #expect(output == expected)
    }

    @Test(
        "Scripts lose comments and white space; what cannot be told stays",
        arguments: [
            ("var a = 1;\n", "var a=1"), ("// c\nlet x = a + +b /* d */ - 1 ;", "let x=a+ +b-1"),
            ("function f(x) {\n  return x + 1;\n}\nf(2)\n", "function f(x){return x+1}\nf(2)"),
            ("a = b\n(c)", "a=b\n(c)"), ("a = \"x  // y\";\nb = '  '", "a=\"x  // y\";b='  '"),
            ("x = /a\\/[/ ]b/g .test(y) ;", "x=/a\\/[/ ]b/g.test(y);"), ("for (;;);", "for(;;);"),
            ("{ if (a) b; else ; }", "{if(a)b;else;}"), ("if (a) b; else ;", "if(a)b;else;"), ("{ x: ; }", "{x:;}"),
            ("do ; while (0)", "do;while(0)"), ("x = 1 .toFixed() + 2;", "x=1 .toFixed()+2"),
            ("x = 1\n.toFixed()", "x=1 .toFixed()"),
            ("x = y .z", "x=y.z"), ("yield /a  b/", "yield /a  b/"), ("await /'/ ;", "await /'/ ;"),
            ("if (a) /b/.test(c)", "if (a) /b/.test(c)"),
            ("let s = `a  ${ b } c`;", "let s=`a  ${ b } c`"), ("return /x/", "return/x/"), ("a = 'open", "a = 'open"),
            ("", ""),
        ])
    func script(_ input: String, _ expected: String) {
        let output = String(decoding: Minifier.minified(Array(input.utf8), mediaType: "text/javascript"), as: UTF8.self)
        #expect(output == expected)
    }

    private static let program = MinifyProgram()

    @Test(
        "Where the program minify is installed it makes scripts as small as Hugo does, in pages too",
        .enabled("minify is not there", { MinifierTests.program != nil }),
        arguments: [
            (
                "function f(long) { if (long.a('b')) { g(); } else { h(long); } }",
                "function f(e){e.a(\"b\")?g():h(e)}"
            ),
            // What it does not understand our own takes.
            ("let  = ;", "let="), ("", ""),
        ])
    func scriptsByProgram(_ input: String, _ expected: String) {
        var minifier = Minifier()
        minifier.program = Self.program
        for (before, type, after) in [("", "text/javascript", ""), ("<script>", "text/html", "</script>")]
        where type != "text/html" || !input.isEmpty {
            let output = minifier.minified(Array((before + input + after).utf8), mediaType: type)
            #expect(String(decoding: output, as: UTF8.self) == before + expected + after)
        }
    }

    @Test(
        "It shortens pictures, too; what it does not understand loses white space and comments",
        .enabled("minify is not there", { MinifierTests.program != nil }),
        arguments: [
            (
                "<?xml version=\"1.0\"?>\n<svg version=\"1.1\" id=\"a\"><path d=\"M 10 10 L 20 10 L 20 20\" fill=\"#ff0000\"/></svg>",
                "<svg id=\"a\"><path d=\"M10 10H20V20\" fill=\"red\"/></svg>"
            )
        ])
    func picturesByProgram(_ input: String, _ expected: String) {
        var minifier = Minifier()
        minifier.program = Self.program
        let output = minifier.minified(Array(input.utf8), mediaType: "image/svg+xml")
        #expect(String(decoding: output, as: UTF8.self) == expected)
        minifier.disabled = ["svg"]
        #expect(minifier.minified(Array(input.utf8), mediaType: "image/svg+xml") == Array(input.utf8))
    }

    @Test("A program of that name that is another one is not taken, nor one that is not there")
    func otherProgram() {
        #expect(MinifyProgram("echo") == nil)
        #expect(MinifyProgram("keyport-no-such-program") == nil)
    }

    @Test("Kinds that the settings name stay as they are")
    func disabled() {
        var minifier = Minifier()
        minifier.disabled = ["js", "xml"]
        let script = Array("a = 1".utf8)
        #expect(minifier.minified(script, mediaType: "text/javascript") == script)
        let page = String(
            decoding: minifier.minified(Array("<p> <script>a = 1</script>".utf8), mediaType: "text/html"), as: UTF8.self
        )
        #expect(page == "<p><script>a = 1</script>")
        #expect(minifier.minified(Array("<a> </a>".utf8), mediaType: "application/xml") == Array("<a> </a>".utf8))
        #expect(minifier.minified(Array("{ }".utf8), mediaType: "application/json") == Array("{}".utf8))
    }

    @Test(
        "XML and JSON lose white space that is not text",
        arguments: [
            (
                "image/svg+xml", "<svg width=\"10\" >\n<!-- c -->\n <path d=\"a  b\" />\n<g></g> </svg>",
                "<svg width=\"10\"><path d=\"a  b\"/><g/></svg>"
            ),
            (
                "application/xml", "<?xml version=\"1.0\"?>\n<a> <b>x  y</b><![CDATA[ z ]]></a>",
                "<?xml version=\"1.0\"?><a><b>x y</b><![CDATA[ z ]]></a>"
            ),
            ("application/xml", "<d><![CDATA[<img src=\"x\">]]></d>", "<d><![CDATA[<img src=\"x\">]]></d>"),
            ("application/xml", "<title><![CDATA[x<y]]></title>", "<title><![CDATA[x<y]]></title>"),
            ("application/xml", "<t>a></t><u></u>", "<t>a></t><u/>"), ("application/xml", "<a", "<a"),
            ("application/xml", "<!-- ", ""),
            ("application/json", "{ \"a b\\\" c\" : [ 1,\n 2 ] }", "{\"a b\\\" c\":[1,2]}"),
            ("application/json", "[ { \"a\" : 1, } , \",}\" , ]", "[{\"a\":1},\",}\"]"),
            ("application/json", "\"open ", "\"open "),
        ])
    func data(_ type: String, _ input: String, _ expected: String) {
        #expect(String(decoding: Minifier.minified(Array(input.utf8), mediaType: type), as: UTF8.self) == expected)
    }

    @Test(
        "Values become shorter, as Hugo makes them",
        arguments: [
            ("margin:0px 0px 0px 0px", "margin:0"), ("padding:1px 2px 1px 2px", "padding:1px 2px"),
            ("width:1000px", "width:1e3px"), ("width:0.0001em", "width:1e-4em"), ("z-index:1000", "z-index:1000"),
            ("color:#FFFFFF", "color:#fff"), ("color:WHITE", "color:#fff"), ("color:rgb(255, 0, 0)", "color:red"),
            ("color:rgb(10 20 30 / 50%)", "color:rgb(10 20 30/.5)"), ("color:hsl(120, 100%, 50%)", "color:#0f0"),
            ("color:rgba(0,0,0,0)", "color:transparent"), ("color:red !important", "color:red!important"),
            ("font:normal bold 12px/1.0 \"Helvetica Neue\", Arial", "font:700 12px/1 helvetica neue,Arial"),
            ("font-weight:normal", "font-weight:400"), ("flex:1 1 0%", "flex:1"), ("flex:0 0 auto", "flex:none"),
            ("box-shadow:0 0 0 0 red", "box-shadow:0 0 red"), ("border:1px solid currentColor", "border:1px solid"),
            ("background:none", "background:0 0"),
            ("background:#fff url(\"x.png\") repeat scroll 0 0", "background:#fff url(x.png)repeat"),
            ("background:no-repeat 0% 50% / 10px auto", "background:no-repeat 0/10px"),
            ("background-position:center center", "background-position:50%"),
            ("transform:translate( -50% , 0px ) rotate(0deg)", "transform:translate( -50%,0 )rotate(0)"),
            ("width:calc( 100% - ( 10px + 2.50em ) )", "width:calc( 100% - ( 10px + 2.5em ) )"),
            ("aspect-ratio:16 / 9", "aspect-ratio:16/9"), ("border-color:red red", "border-color:red"),
            ("filter:progid:DXImageTransform.Microsoft.Alpha(Opacity=50)", "filter:alpha(opacity=50)"),
        ])
    func values(_ input: String, _ expected: String) {
        let output = Minifier.minified(Array("a{\(input)}".utf8), mediaType: "text/css")
        #expect(String(decoding: output, as: UTF8.self) == "a{\(expected)}")
    }

    @Test(
        "A style sheet of nothing but marks takes time in proportion to its size",
        arguments: ["{", "a{", "(", "@", "/*", "a:", "[", ":("])
    func hostile(_ mark: String) {
        _ = Minifier.minified(Array(String(repeating: mark, count: 20_000).utf8), mediaType: "text/css")
    }

    @Test(
        "Pages, XML and scripts of nothing but marks take time in proportion to their size",
        arguments: [
            "<", "<a ", "<a x=\"", "<!--", "<p> ", "</b> ", "a </b>", "&amp;", "<script>", "<![CDATA[", "<a></a>",
            "`${", "/*", "/a", "'",
            "};", "<svg>", "<a b=c>", "<!-- -->a ",
        ])
    func hostileMarkup(_ mark: String) {
        let bytes = Array(String(repeating: mark, count: 10_000).utf8)
        for type in ["text/html", "image/svg+xml", "text/javascript", "application/json"] {
            #expect(Minifier.minified(bytes, mediaType: type).count <= bytes.count)
        }
    }

    @Test("What is neither stays as it is")
    func other() {
        #expect(Minifier.minified([1, 2, 3], mediaType: "image/png") == [1, 2, 3])
    }

    @Test func keepsTheBytesOfAStyleSheetThatIsNoText() {
        let input: [UInt8] = [0xFF, 0xFE] + Array("a { content: \"".utf8) + [0xC4] + Array("\" }".utf8)
        let output = Minifier.minified(input, mediaType: "text/css")
        #expect(output == [0xFF, 0xFE] + Array("a{content:\"".utf8) + [0xC4] + Array("\"}".utf8))
    }
}
