import GoTemplates
import Testing

@Suite("Templates")
struct TemplateCaseTests {
    @Test(arguments: TemplateCase.load("language.txt"))
    func executesAsGoDoes(_ situation: TemplateCase) {
        let output = situation.run(.text)
        #expect(situation.accepts(output), "\(output)")
    }

    @Test(arguments: TemplateCase.load("escaping.txt"))
    func escapesByContextAsGoDoes(_ situation: TemplateCase) {
        let output = situation.run(.html)
        #expect(situation.accepts(output), "\(output)")
    }

    @Test(arguments: ["language.txt", "escaping.txt"])
    func findsItsCases(_ file: String) {
        #expect(TemplateCase.load(file).count > 20)
    }
}
