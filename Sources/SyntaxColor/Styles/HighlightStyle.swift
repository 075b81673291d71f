/// The colours of a style by kind of token.
struct HighlightStyle: Sendable {
    let name: String
    /// Colours of the whole block.
    let base: StyleEntry
    /// The declarations for a marked line, for line numbers beside the code, and for those in a table.
    let markedLine: String
    let lineNumber: String
    let tableLineNumber: String
    private let entries: [TokenClass: StyleEntry]
    private let css: [String?]

    /// A style whose `entries` are lines such as `k bold #ff0000`, `t` for plain text.
    init(
        name: String, background: String, markedLine: String, lineNumber: String, tableLineNumber: String? = nil,
        entries: String
    ) {
        var table: [TokenClass: StyleEntry] = [:]
        for line in entries.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, let kind = parts[0] == "t" ? .text : TokenClass(cssName: parts[0]) else { continue }
            table[kind] = StyleEntry(String(parts[1]))
        }
        // What a style does not say of these it takes from the kind that they are a special case of.
        let bases: [(TokenClass, TokenClass)] = [
            (.nameBuiltinPseudo, .nameBuiltin), (.nameFunctionMagic, .nameFunction),
            (.nameVariableClass, .nameVariable), (.nameVariableGlobal, .nameVariable),
            (.nameVariableInstance, .nameVariable), (.nameVariableMagic, .nameVariable),
        ]
        for (kind, broader) in bases {
            guard let other = table[broader] else { continue }
            table[kind] = (table[kind] ?? StyleEntry("")).inheriting(other)
        }
        let own = StyleEntry(background)
        let base = own.inheriting(table[.text])
        self.name = name
        self.base = base
        self.markedLine = markedLine
        self.lineNumber = lineNumber
        self.tableLineNumber = tableLineNumber ?? lineNumber
        self.entries = table
        let difference: (TokenClass) -> StyleEntry = { kind in
            (table[kind] ?? StyleEntry(""))
                .inheriting(kind.group == kind ? nil : table[kind.group])
                .inheriting(kind.category == kind ? nil : table[kind.category])
                .inheriting(table[.text]).inheriting(own).subtracting(base)
        }
        // A kind that looks like the block itself falls back to its group and then its category.
        css = TokenClass.allCases.map { kind in
            for candidate in [kind, kind.group, kind.category] {
                let entry = difference(candidate)
                if !entry.isEmpty { return entry.css }
            }
            return nil
        }
    }

    /// The declarations for tokens of `kind`; nil where they look like the block, empty where they differ in what is not
    /// written.
    func css(of kind: TokenClass) -> String? { css[Int(kind.rawValue)] }

    /// The style of that name, or the one that Chroma takes where it knows none.
    static func named(_ name: String) -> HighlightStyle {
        all[name.lowercased()] ?? swapoff
    }

    private static let all: [String: HighlightStyle] = Dictionary(
        uniqueKeysWithValues: [
            abap, arduino, ashen, auraThemeDark, auraThemeDarkSoft, autumn, average, base16Snazzy, borland, bw,
            catppuccinFrappe, catppuccinLatte, catppuccinMacchiato, catppuccinMocha, colorful, darcula, doomOne,
            doomOne2, dracula, emacs, friendly, fruity, github, githubDark, gruvbox, gruvboxLight, hrHighContrast,
            hrdark, igor, kanagawaDragon, kanagawaLotus, kanagawaWave, lovelace, manni, modusOperandi, modusVivendi,
            monokai, monokailight, murphy, native, nord, nordic, onedark, onesenterprise, paraisoDark, paraisoLight,
            pastie, perldoc, pygments, rPGLE, rainbowDash, rosePine, rosePineDawn, rosePineMoon, rrt, solarizedDark,
            solarizedDark256, solarizedLight, swapoff, tango, tokyonightDay, tokyonightMoon, tokyonightNight,
            tokyonightStorm, trac, vim, vs, vulcan, witchhazel, xcode, xcodeDark,
        ].map { ($0.name, $0) })
}
