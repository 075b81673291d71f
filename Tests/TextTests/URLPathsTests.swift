import Testing
import Text

/// What Hugo 0.168 answers to the same texts.
@Suite struct URLPathsTests {
    @Test(arguments: [
        ("Hello World", "hello-world"),
        ("  a  b  ", "a-b"),
        ("a - b", "a-b"),
        ("C++ & C#", "c++-c"),
        ("é à Ü", "%C3%A9-%C3%A0-%C3%BC"),
        ("ümläut Straße", "%C3%BCml%C3%A4ut-stra%C3%9Fe"),
        ("a/b c", "a/b-c"),
        ("100%", "100"),
        ("%20x", "%20x"),
        ("a:b", "ab"),
        ("ΑΣ", "%CE%B1%CF%83"),
        ("日本 語", "%E6%97%A5%E6%9C%AC-%E8%AA%9E"),
        ("#x y", "#x-y"),
        ("a?b", "ab"),
        ("a--b", "a--b"),
        ("a+b@c~d", "a+b@c~d"),
        ("İI", "ii"),
        ("x%zz", "xzz"),
        ("a'b(c)*d!e", "abcde"),
        ("ﬁ ²", "%EF%AC%81"),
        ("A.B", "a.b"),
        ("\\a\\", "%5Ca%5C"),
        ("a\u{00a0}b", "a-b"),
        ("Ǆ", "%C7%86"),
        ("é", "e%CC%81"),
        ("a#b%20", "a#b%20"),
        ("a_b", "a_b"),
        ("a\tb", "a-b"),
        ("---", "---"),
        ("-", "-"),
        ("", ""),
        ("%e9", "%e9"),
        ("ſ", "%C5%BF"),
    ])
    func urlizes(_ text: String, _ want: String) {
        #expect(urlized(text).utf8.elementsEqual(want.utf8), "\(urlized(text))")
    }

    @Test(arguments: [
        ("https://u:p@ex.org:80/a b/%c3%bc?q=1 2&x#f r", "https://u:p@ex.org:80/a%20b/%C3%BC?q=1 2&x#f%20r"),
        ("mailto:a@b", "mailto:a@b"),
        ("a:b", "a:b"),
        ("/a:b", "/a:b"),
        ("./a:b", "./a:b"),
        ("//h/p", "//h/p"),
        ("///p", "///p"),
        ("file:/x", "file:/x"),
        ("http://[::1]:80/x", "http://[::1]:80/x"),
        ("http://ex.org?", "http://ex.org?"),
        ("/é?ü#ö", "/%C3%A9?ü#%C3%B6"),
        ("*", "*"),
        ("http://é.de/", "http://%C3%A9.de/"),
        ("a%2Fb", "a%2Fb"),
        ("x?y?", "x?y?"),
        ("http://u@h", "http://u@h"),
        ("HTTP://EX.org/A", "http://EX.org/A"),
        ("/a/../b", "/a/../b"),
        ("/*!'()[]", "/*!'()[]"),
        ("#", ""),
        ("http://h/%41", "http://h/%41"),
        ("/a;b,c=d", "/a;b,c=d"),
    ])
    func putsAURLTogetherAgain(_ text: String, _ want: String) throws {
        #expect(try ParsedURL(parsing: text).string == want)
    }

    @Test(arguments: [
        ("http://a:b", "invalid port \":b\" after host"),
        (":x", "missing protocol scheme"),
        ("1:x", "first path segment in URL cannot contain colon"),
        ("http://a b/", "invalid character \" \" in host name"),
        ("http://ex.org/%zz", "invalid URL escape \"%zz\""),
        ("http://%41/", "invalid URL escape \"%41\""),
        ("http://us er@h/", "net/url: invalid userinfo"),
        ("\u{01}", "net/url: invalid control character in URL"),
    ])
    func refusesWhatIsNoURL(_ text: String, _ reason: String) {
        #expect(throws: URLError("parse \(text.goQuoted): \(reason)")) { try ParsedURL(parsing: text) }
    }

    @Test func takesAURLApart() throws {
        let url = try ParsedURL(parsing: "https://u:p@ex.org:80/a b/%c3%bc?q=1 2&x#f r")
        #expect(url.hostName == "ex.org" && url.port == "80" && url.path == "/a b/ü" && url.rawQuery == "q=1 2&x")
        #expect(url.user == "u" && url.password == "p" && url.fragment == "f r")
    }

    @Test func removesAccentsOnRequest() {
        #expect(pathSanitized("Éa ñ/ø", keepingCase: false, removingAccents: true) == "ea-n/ø")
        #expect(pathSanitized("A b") == "A-b")
    }
}
