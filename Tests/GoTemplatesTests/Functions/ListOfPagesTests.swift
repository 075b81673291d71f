import GoTemplates
import Testing
import Values

/// Lists of objects as the functions see lists of pages.
@Suite struct ListOfPagesTests {
    private final class Leaf: ValueObject {
        let number: Int
        let parameters: ValueMap

        init(_ number: Int) {
            self.number = number
            parameters = ValueMap([("weight", .int(number % 7)), ("Hide", .bool(number % 3 == 0))]).foldingCase()
        }

        var goType: String { "*page" }
        var goString: String { "Page(\(number))" }
        var members: MemberTable { Self.table }

        private static let table: MemberTable = {
            var table = MemberTable()
            table.field("Number", of: Leaf.self) { .int($0.number) }
            table.field("Title", of: Leaf.self) { .string("Page \($0.number % 100)") }
            table.field("Params", of: Leaf.self) { .map($0.parameters) }
            return table
        }()

        func list(of elements: [Value]) -> Value { .object(Grove(elements)) }
    }

    private final class Grove: ValueObject {
        let leaves: [Value]

        init(_ leaves: [Value]) { self.leaves = leaves }

        var goType: String { "page.Pages" }
        var elements: [Value]? { leaves }
        var members: MemberTable { MemberTable() }
        func list(of elements: [Value]) -> Value { .object(Grove(elements)) }
    }

    private func call(_ name: String, _ arguments: Value...) throws -> Value {
        let function = try #require(FunctionTable.standard.function(named: name))
        return try function.call(Invocation(arguments, context: EmptyContext()))
    }

    private func numbers(_ value: Value) throws -> [Int] {
        guard case .object(let list) = value, list is Grove else {
            Issue.record("no list of pages any more")
            return []
        }
        return try #require(list.elements).compactMap { leaf in
            if case .object(let object) = leaf { return (object as? Leaf)?.number }
            return nil
        }
    }

    private func grove(_ count: Int) -> Value { .object(Grove((0..<count).map { .object(Leaf($0)) })) }

    @Test func staysAListOfPagesThroughFunctions() throws {
        let pages = grove(10)
        #expect(try numbers(try call("first", 2, pages)) == [0, 1])
        #expect(try numbers(try call("where", pages, ".Params.hide", true)) == [0, 3, 6, 9])
        #expect(try numbers(try call("where", pages, "Params.HIDE", "!=", true)) == [1, 2, 4, 5, 7, 8])
        #expect(try numbers(try call("sort", pages, "Number", "desc")).prefix(3) == [9, 8, 7])
        #expect(try numbers(try call("sort", pages, ".Params.weight")) == [0, 7, 1, 8, 2, 9, 3, 4, 5, 6])
        #expect(try numbers(try call("union", pages, grove(0))) == Array(0..<10))
        #expect(try numbers(try call("collections.Reverse", pages)).first == 9)
        let leaf = try #require(pages.listValue?[3])
        #expect(try call("in", pages, leaf).boolValue == true)
        #expect(try numbers(try call("slice", leaf)) == [3])
        #expect(try numbers(try call("append", leaf, try call("first", 1, pages))) == [0, 3])
        #expect(try numbers(try call("complement", try call("first", 8, pages), pages)) == [8, 9])
    }

    @Test func shufflesTheSameWayEachTime() throws {
        let once = try numbers(try call("shuffle", grove(50)))
        #expect(try numbers(try call("shuffle", grove(50))) == once)
        #expect(once != Array(0..<50) && once.sorted() == Array(0..<50))
    }

    /// Ten times the pages may take some more than ten times as long, never a hundred times; half a second is no growth.
    @Test(arguments: ["where", "sort", "uniq", "intersect"])
    func takesTimeByTheNumberOfPages(_ name: String) throws {
        func time(_ count: Int) throws -> Double {
            let pages = grove(count)
            return try (0..<3).map { _ in
                let start = ContinuousClock.now
                switch name {
                case "where": _ = try call("where", pages, ".Params.hide", "!=", true)
                case "sort": _ = try call("sort", pages, "Title")
                case "uniq": _ = try call("uniq", pages)
                default: _ = try call("intersect", pages, pages)
                }
                let spent = ContinuousClock.now - start
                return Double(spent.components.attoseconds) * 1e-18 + Double(spent.components.seconds)
            }.min() ?? 0
        }
        let small = try time(1_000)
        let large = try time(10_000)
        #expect(large < small * 60 || large < 0.5, "\(name): \(small) s, then \(large) s")
    }
}
