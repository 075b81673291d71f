import Testing
import Values

@Suite struct ValueMapTests {
    @Test(arguments: [3, 8, 9, 40])
    func keepsTheOrderOfItsKeys(_ count: Int) {
        var map = ValueMap()
        for index in 0..<count { map["k\(index)"] = .int(index) }
        map["k1"] = .int(99)
        map["k0"] = nil
        #expect(map.keys == (1..<count).map { "k\($0)" })
        #expect(map["k1"]?.intValue == 99)
        #expect(map["k\(count - 1)"]?.intValue == (count == 2 ? 99 : count - 1))
        #expect(map["k0"] == nil)
    }

    @Test func isCopiedWhenOneHolderChangesIt() {
        var first: ValueMap = ValueMap([("a", 1)])
        let second = first
        first["a"] = 2
        #expect(second["a"]?.intValue == 1)
    }

    @Test func isAskedInAnyCaseWhenItFoldsCase() {
        let map = ValueMap([("MyKey", Value.map(ValueMap([("Inner", Value.int(1))])))]).foldingCase()
        #expect(map["MYKEY"]?.mapValue?["iNNer"]?.intValue == 1)
        #expect(map.keys == ["mykey"])
        #expect(ValueMap([("A", 1)])["a"] == nil)
    }
}
