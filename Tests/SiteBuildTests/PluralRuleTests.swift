import Testing
import Values

@testable import SiteBuild

@Suite("Plural rules")
struct PluralRuleTests {
    @Test(
        "Numbers take the form of the Unicode CLDR",
        arguments: [
            ("en", Value.int(1), "one"), ("en", .int(0), "other"), ("en", .uint(2), "other"),
            ("en", .float(1.5), "other"),
            ("de-CH", .int(1), "one"), ("fr", .int(0), "one"), ("fr", .int(2), "other"), ("ja", .int(1), "other"),
            ("ru", .int(1), "one"), ("ru", .int(21), "one"), ("ru", .int(11), "many"), ("ru", .int(3), "few"),
            ("ru", .int(13), "many"), ("ru", .int(5), "many"), ("pl", .int(1), "one"), ("pl", .int(22), "few"),
            ("pl", .int(21), "many"), ("cs", .int(3), "few"), ("cs", .float(1.5), "many"), ("ar", .int(0), "zero"),
            ("ar", .int(2), "two"), ("ar", .int(105), "few"), ("ar", .int(111), "many"), ("ar", .int(100), "other"),
            ("lt", .int(21), "one"), ("lt", .int(11), "other"), ("ro", .int(0), "few"), ("ro", .int(20), "other"),
            ("he", .int(2), "two"), ("xx", .string("1"), "one"), ("en", .float(.infinity), "other"),
            ("en", .float(.nan), "other"),
        ])
    func form(_ language: String, _ number: Value, _ expected: String) {
        #expect(PluralRules.form(of: number, language: language) == expected)
    }
}
