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
        "Scripts lose comments and indentation, and keep template literals",
        arguments: [
            ("  // c\n  let a = 1;\n\n", "let a = 1;\n"), ("/* a\n b */ let x;", "let x;\n"),
            ("let a = `\n  x\n`", "let a = `\n  x\n`"), ("let s = 'a // b'", "let s = 'a // b'\n"),
            ("/* one */\nx", "x\n"),
        ])
    func script(_ input: String, _ expected: String) {
        let output = String(decoding: Minifier.minified(Array(input.utf8), mediaType: "text/javascript"), as: UTF8.self)
        #expect(output == expected)
    }

    @Test("What is neither stays as it is")
    func other() {
        #expect(Minifier.minified([1, 2, 3], mediaType: "image/png") == [1, 2, 3])
    }
}
