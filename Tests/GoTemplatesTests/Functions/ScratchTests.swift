import GoTemplates
import Testing
import Values

@Suite struct ScratchTests {
    private func call(_ pad: Scratch, _ name: String, _ arguments: Value...) throws -> Value {
        let member = try #require(pad.members[Symbol(name)])
        return try member.call(pad, Invocation(arguments, context: EmptyContext()))
    }

    @Test func notesAndForgets() throws {
        let pad = Scratch()
        #expect(try call(pad, "Set", "a", 1).goString == "")
        #expect(try call(pad, "Get", "a").goString == "1")
        _ = try call(pad, "Delete", "a")
        #expect(try call(pad, "Get", "a").isNull)
    }

    @Test func addsNumbersTextsAndLists() throws {
        let pad = Scratch()
        for value: Value in [1, 2.5] { _ = try call(pad, "Add", "n", value) }
        for value: Value in ["a", "b"] { _ = try call(pad, "Add", "s", value) }
        for value: Value in [["x"], "y", ["z"]] { _ = try call(pad, "Add", "l", value) }
        #expect(try call(pad, "Get", "n").goString == "3.5")
        #expect(try call(pad, "Get", "s").goString == "ab")
        #expect(try call(pad, "Get", "l").goString == "[x y z]")
        #expect(throws: ValueError.self) { try call(pad, "Add", "n", "text") }
    }

    @Test func keepsMapsInTheOrderOfTheirKeys() throws {
        let pad = Scratch()
        for (key, value) in [("b", 2), ("a", 1), ("c", 3)] {
            _ = try call(pad, "SetInMap", "m", .string(key), .int(value))
        }
        _ = try call(pad, "DeleteInMap", "m", "c")
        #expect(try call(pad, "GetSortedMapValues", "m").goString == "[1 2]")
        #expect(try call(pad, "Values").goString == "map[m:map[a:1 b:2]]")
    }
}
