import Testing
import Values

private final class Box: ValueObject {
    let text: String
    init(_ text: String) { self.text = text }
    var goType: String { "*test.Box" }
    var members: MemberTable { Self.table }
    static let table: MemberTable = {
        var table = MemberTable()
        table.field("Text", of: Box.self) { .string($0.text) }
        table.method("Repeat", of: Box.self, 1...1) { box, call in
            .string(String(repeating: box.text, count: call.argument(0)?.intValue ?? 0))
        }
        return table
    }()
}

private final class Stranger: ValueObject {
    var goType: String { "*test.Stranger" }
    var members: MemberTable { MemberTable() }
}

@Suite struct MemberTableTests {
    @Test func runsFieldsAndMethodsFoundBySymbol() throws {
        let box = Box("ab")
        let field = try #require(Box.table[Symbol("Text")])
        let method = try #require(Box.table[Symbol("Repeat")])
        let text = try field.call(box, Invocation([], context: EmptyContext()))
        let twice = try method.call(box, Invocation([2], context: EmptyContext()))
        #expect(text.stringValue == "ab")
        #expect(twice.stringValue == "abab")
        #expect(method.arity == 1...1)
        #expect(Box.table.names == ["Text", "Repeat"])
        #expect(Box.table[Symbol("Nothing")]?.arity == nil)
    }

    @Test func refusesAReceiverOfAnotherType() throws {
        let field = try #require(Box.table[Symbol("Text")])
        #expect(throws: ValueError.self) { try field.call(Stranger(), Invocation([], context: EmptyContext())) }
    }

    @Test func givesTheSameNameTheSameSymbol() {
        #expect(Symbol("one") == Symbol("one"))
        #expect(Symbol("one") != Symbol("two"))
        #expect(Symbol("one").name == "one")
    }
}
