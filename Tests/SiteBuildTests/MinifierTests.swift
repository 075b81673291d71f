import Testing

@testable import SiteBuild

@Suite("Minifier")
struct MinifierTests {
    @Test(
        "Style sheets lose what means nothing",
        arguments: [
            ("a { color : red ; }", "a{color : red}"), ("/* c */ a{b:c}", "a{b:c}"),
            ("a:hover   b { x: y; }", "a:hover b{x:y}"),
            ("a::before { content: \"  /* x */  \"; }", "a::before{content:\"  /* x */  \"}"),
            ("a > b,\n c {x:y}", "a>b,c{x:y}"),
            (
                "@media (min-width: 1px) and (max-width: 2px) { a { b: c } }",
                "@media (min-width: 1px) and (max-width: 2px){a{b:c}}"
            ),
            ("", ""), ("/* never closed", ""), ("a{b:'x", "a{b:'x"),
        ])
    func css(_ input: String, _ expected: String) {
        let output = String(decoding: Minifier.minified(Array(input.utf8), mediaType: "text/css"), as: UTF8.self)
        #expect(output == expected)
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
