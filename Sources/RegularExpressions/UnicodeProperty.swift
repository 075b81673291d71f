internal import CPCRE2

/// A Unicode category or script by the name that Go gives it.
struct UnicodeProperty {
    /// The name between the braces of PCRE2's `\p{…}`.
    let pcreName: String

    private static let categories: Set<String> = [
        "C", "Cc", "Cf", "Cn", "Co", "Cs", "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N", "Nd", "Nl",
        "No", "P", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "S", "Sc", "Sk", "Sm", "So", "Z", "Zl", "Zp", "Zs", "Any",
    ]

    /// The long names that Go knows since 1.25.
    private static let longNames: [String: String] = [
        "Letter": "L", "Uppercase_Letter": "Lu", "Lowercase_Letter": "Ll", "Titlecase_Letter": "Lt",
        "Modifier_Letter": "Lm", "Other_Letter": "Lo", "Mark": "M", "Nonspacing_Mark": "Mn", "Spacing_Mark": "Mc",
        "Enclosing_Mark": "Me", "Number": "N", "Decimal_Number": "Nd", "Letter_Number": "Nl", "Other_Number": "No",
        "Punctuation": "P", "Connector_Punctuation": "Pc", "Dash_Punctuation": "Pd", "Open_Punctuation": "Ps",
        "Close_Punctuation": "Pe", "Initial_Punctuation": "Pi", "Final_Punctuation": "Pf", "Other_Punctuation": "Po",
        "Symbol": "S", "Math_Symbol": "Sm", "Currency_Symbol": "Sc", "Modifier_Symbol": "Sk", "Other_Symbol": "So",
        "Separator": "Z", "Space_Separator": "Zs", "Line_Separator": "Zl", "Paragraph_Separator": "Zp", "Other": "C",
        "Control": "Cc", "Format": "Cf", "Surrogate": "Cs", "Private_Use": "Co", "Unassigned": "Cn",
    ]

    /// The property, or nil where Go knows none of that name.
    init?(goName name: String) {
        if Self.categories.contains(name) {
            pcreName = name
        } else if let short = Self.longNames[name] {
            pcreName = short
        } else if Self.isScript(name) {
            // Without `sc:` PCRE2 takes the script extensions too, which Go does not.
            pcreName = "sc:\(name)"
        } else {
            return nil
        }
    }

    /// Asks PCRE2, which knows every script, by compiling the name alone.
    private static func isScript(_ name: String) -> Bool {
        guard name.utf8.first.map({ $0 >= 0x41 && $0 <= 0x5A }) == true, name.utf8.count > 2,
            name.utf8.allSatisfy(\.isASCIIWord)
        else { return false }
        let source = Array("\\p{sc:\(name)}".utf8)
        var number: Int32 = 0
        var offset = 0
        guard let code = pcre2_compile_8(source, source.count, PCRE2_UTF, &number, &offset, nil) else { return false }
        pcre2_code_free_8(code)
        return true
    }
}
