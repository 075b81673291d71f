import SyntaxColor
import Testing

@Suite struct DefinitionTests {
    @Test(arguments: SyntaxHighlighter().languages)
    func everyLanguageCompiles(_ language: String) {
        #expect(SyntaxHighlighter().tokens(code: Array("x".utf8), language: language) != nil)
        #expect(SyntaxHighlighter().problem(in: language) == nil)
    }
}
