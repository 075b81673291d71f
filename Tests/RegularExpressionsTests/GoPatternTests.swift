import RegularExpressions
import Testing

/// What Hugo 0.168 answers to `replaceRE PATTERN "x" "aab"`.
@Suite struct GoPatternTests {
    @Test(arguments: [
        ("(?=a)", "invalid or unsupported Perl syntax: `(?=`"),
        ("(?<=a)b", "invalid named capture: `(?<=a)b`"),
        ("(?<!a)", "invalid named capture: `(?<!a)`"),
        ("(a", "missing closing ): `(a`"),
        ("a)", "unexpected ): `a)`"),
        ("[a", "missing closing ]: `[a`"),
        ("[z-a]", "invalid character class range: `z-a`"),
        ("\\y", "invalid escape sequence: `\\y`"),
        ("a\\", "trailing backslash at end of expression: ``"),
        ("a**", "invalid nested repetition operator: `**`"),
        ("*a", "missing argument to repetition operator: `*`"),
        ("a*+", "invalid nested repetition operator: `*+`"),
        ("a{1001}", "invalid repeat count: `{1001}`"),
        ("a{2,1}", "invalid repeat count: `{2,1}`"),
        ("(?P<n-x>a)", "invalid named capture: `(?P<n-x>`"),
        ("(?P=n)", "invalid or unsupported Perl syntax: `(?P`"),
        ("\\1", "invalid escape sequence: `\\1`"),
        ("(?x)a", "invalid or unsupported Perl syntax: `(?x`"),
        ("[[:foo:]]", "invalid character class range: `[:foo:]`"),
        ("\\pX", "invalid character class range: `\\pX`"),
        ("\\p{Foo}", "invalid character class range: `\\p{Foo}`"),
        ("(?i", "invalid or unsupported Perl syntax: `(?i`"),
        ("(?", "invalid or unsupported Perl syntax: `(?`"),
        ("[a-\\d]", "invalid escape sequence: `\\d`"),
        ("\\Z", "invalid escape sequence: `\\Z`"),
        ("(?>a)", "invalid or unsupported Perl syntax: `(?>`"),
        ("a{2}{3}", "invalid nested repetition operator: `{2}{3}`"),
        ("\\x{110000}", "invalid escape sequence: `\\x{110000`"),
        ("\\xg", "invalid escape sequence: `\\xg`"),
        ("(?P<n", "invalid named capture: `(?P<n`"),
        ("a||*", "missing argument to repetition operator: `*`"),
        ("(?i)*", "missing argument to repetition operator: `*`"),
        ("(|*)", "missing argument to repetition operator: `*`"),
        ("(?#c)", "invalid or unsupported Perl syntax: `(?#`"),
        ("a{1,1001}", "invalid repeat count: `{1,1001}`"),
        ("\\C", "invalid escape sequence: `\\C`"),
        ("[\\b]", "invalid escape sequence: `\\b`"),
        ("\\8", "invalid escape sequence: `\\8`"),
        ("(?-)a", "invalid or unsupported Perl syntax: `(?-)`"),
        ("(?i-)a", "invalid or unsupported Perl syntax: `(?i-)`"),
        ("((((x{10}){10}){10}){10})", "invalid repeat count: `{10}`"),
        ("a|(?i)*", "missing argument to repetition operator: `*`"),
        ("((?i)*)", "missing argument to repetition operator: `*`"),
        ("a{600}(?i){2}", "invalid repeat count: `{2}`"),
    ])
    func refusesWithTheWordsOfGo(_ pattern: String, _ message: String) {
        #expect(throws: RegularExpressionError("error parsing regexp: " + message)) {
            try RegularExpression(go: pattern)
        }
    }

    @Test(arguments: [
        ("^*", "aab", "xaxaxbx"), ("\\b+", "aab", "xaabx"), ("\\Q*", "aab", "aab"), ("[]a]", "aab", "xxb"),
        ("[^]a]", "aab", "aax"), ("\\08", "aab", "aab"), ("a{,2}", "aab", "aab"), ("(?P<n>a)(?P<n>b)", "aab", "ax"),
        ("", "ab", "xaxbx"), ("$", "a\n", "a\nx"), ("(?m)$", "a\n", "ax\nx"), ("(?m)^", "a\n", "xa\nx"),
        ("a*", "baac", "xbxcx"), ("\\s", "a\u{0B}b c", "a\u{0B}bxc"), ("[\\S]", "a\u{0B} ", "xx "),
        ("\\pL", "é1", "x1"), ("\\p{Greek}", "αb", "xb"), ("(?i)É", "é", "x"), ("\\w", "é", "é"),
        ("[[:alpha:]]", "aé", "xé"), (".", "é\n", "x\n"), ("(?s).", "é\n", "xx"), ("\\.", "a.b", "axb"),
        ("a{1,}b", "aab", "x"), ("\\x{e9}", "é", "x"), ("[a-c-]", "b-d", "xxd"), ("(?U)a+", "aa", "xx"),
        ("\\v", "a\u{0B}\n", "ax\n"), ("\\_", "_", "x"), ("\\#", "#", "x"), ("[[]", "[", "x"), ("[&&a]", "&", "x"),
    ])
    func matchesAsGoDoes(_ pattern: String, _ text: String, _ want: String) throws {
        #expect(try RegularExpression(go: pattern).replacing(in: text, with: "x") == want)
    }

    /// What Hugo 0.168 answers to `replaceRE PATTERN "<$0>"` on one text: flags, and `\Q\E`, are nothing that an operator repeats.
    @Test(arguments: [
        ("a(?i)*b?", "<aa>A<>A<> <a>*<>+<> <a>A<a>A<>\n<b><B>"),
        ("a(?i)+", "<aa>AA <a>*+ <a>A<a>A\nbB"),
        ("a*\\Q\\E+", "<aa>A<>A<> <a>*<>+<> <a>A<a>A<>\n<>b<>B<>"),
        ("a+(?i)*?A", "<a><a><A><A> <a>*+ <a><A><a><A>\nbB"),
        ("(?i)a(?-i)+", "<aaAA> <a>*+ <aAaA>\nbB"),
        ("(?i)a(?-i)+A", "<aaAA> a*+ <aAaA>\nbB"),
        ("a(?U)+", "<a><a>AA <a>*+ <a>A<a>A\nbB"),
        ("(?U)a(?-U)+", "<aa>AA <a>*+ <a>A<a>A\nbB"),
        ("a?(?)+", "<aa>A<>A<> <a>*<>+<> <a>A<a>A<>\n<>b<>B<>"),
        ("(a)(?i)(?s){2}", "<aa>AA a*+ aAaA\nbB"),
        ("a{2}(?i){2}", "aaAA a*+ aAaA\nbB"),
        ("a\\Q\\E*", "<aa>A<>A<> <a>*<>+<> <a>A<a>A<>\n<>b<>B<>"),
        (".(?s)+", "<aaAA a*+ aAaA>\n<bB>"),
        ("(?i:a)(?-i)+", "<aaAA> <a>*+ <aAaA>\nbB"),
        ("x*(?i)?", "<>a<>a<>A<>A<> <>a<>*<>+<> <>a<>A<>a<>A<>\n<>b<>B<>"),
        ("(a(?i)|b)+", "<aa>AA <a>*+ <a>A<a>A\n<bB>"),
        ("(a(?i)|b(?-i))*B", "aaAA a*+ aAaA\n<bB>"),
        ("a(?i)a(?-i){2}", "<aaA>A a*+ <aAa>A\nbB"),
        ("(?U)a+(?i)*b", "aaAA a*+ aAaA\n<b><B>"),
        ("(?i)a{2}(?)*", "<aaAA> <>a<>*<>+<> <aAaA>\n<>b<>B<>"),
    ])
    func repeatsWhatStandsBeforeFlags(_ pattern: String, _ expected: String) throws {
        let expression = try RegularExpression(go: pattern)
        #expect(try expression.replacing(in: "aaAA a*+ aAaA\nbB", with: "<$0>") == expected)
    }
}
