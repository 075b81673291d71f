import Testing

@testable import Commands

@Suite struct TextTableTests {
    @Test(arguments: [
        ("abc", 3), ("", 0), ("日本", 4), ("é", 1), ("e\u{301}", 1), ("👩‍👩‍👧", 2), ("…", 1),
    ])
    func aTextHasTheWidthThatATerminalGivesIt(_ text: String, _ width: Int) {
        #expect(text.terminalWidth == width)
    }

    @Test func theFirstColumnGivesWayToANarrowTerminal() {
        var table = TextTable([.init(title: "NAME"), .init(title: "TOKENS", isNumber: true)])
        table.add(["a name that is far too long for it", "7"])
        table.add(["日本語日本語日本語", "12"])
        #expect(table.rendered(width: 24) == "NAME              TOKENS\na name that is …       7\n日本語日本語日…       12\n")
        #expect(table.rendered(width: nil).split(separator: "\n").first == "NAME                                TOKENS")
    }

    @Test func aLongTableIsTheSameAsRowByRow() {
        let columns: [TextTable.Column] = [
            .init(title: "NAME"), .init(title: "TOKENS", isNumber: true), .init(title: "ID"),
        ]
        @Sendable func row(_ number: Int) -> [String] {
            [
                "größer \(number)" + String(repeating: "+", count: number % 17), "\(number * number)",
                number % 5 == 0 ? "" : "k",
            ]
        }
        for count in [0, 1, 999, 1_000, 1_001, 3_001] {
            var table = TextTable(columns)
            for number in 0..<count { table.add(row(number)) }
            let long = TextTable(columns, of: Array(0..<count), row)
            for width in [nil, 30] { #expect(table.bytes(width: width) == long.bytes(width: width)) }
        }
    }

    @Test func whatSteersATerminalIsNotPrinted() {
        #expect("a\u{1B}[31mb\u{9B}c\u{202E}d\ne".terminalText == "a\u{FFFD}[31mb\u{FFFD}c\u{FFFD}d\\ne")
    }
}
