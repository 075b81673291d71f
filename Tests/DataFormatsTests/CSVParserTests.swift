import DataFormats
import Testing
import Text
import Values

@Suite struct CSVParserTests {
    @Test(arguments: [
        ("a,b\n1,2\n", "[[\"a\" \"b\"] [\"1\" \"2\"]]"),
        ("a,b\r\n\r\n\"x,y\",\"q\"\"z\"", "[[\"a\" \"b\"] [\"x,y\" \"q\"z\"]]"),
        ("a,\n,b", "[[\"a\" \"\"] [\"\" \"b\"]]"), ("\"a\nb\",c", "[[\"a\\nb\" \"c\"]]"), ("", "[]"),
    ])
    func readsRows(_ text: String, _ expected: String) throws {
        #expect(notation(try parseData(SourceFile(path: "a.csv", text: text), as: .csv).value) == expected)
    }

    @Test(arguments: [
        ("a,b\n1\n", "csv.width"), ("\"a", "csv.unclosed"), ("a\"b", "csv.quote"), ("\"a\"b", "csv.quote"),
    ])
    func refusesMalformedRows(_ text: String, _ code: String) {
        let error = #expect(throws: Diagnostic.self) { try parseData(SourceFile(path: "a", text: text), as: .csv) }
        #expect(error?.code == code)
    }
}
