import FuzzInput
import SyntaxColor
import Text

private let highlighter = SyntaxHighlighter()
private let languages = highlighter.languages

/// Code in the language that its first line names, else in the one that the line's first byte counts out; a second line
/// has the options of a code fence.
@_cdecl("LLVMFuzzerTestOneInput")
public func lexers(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    let line = input.line()
    var language = String(decoding: line, as: UTF8.self)
    if !highlighter.knows(language: language) { language = languages[Int(line.first ?? 0) % languages.count] }
    var options = HighlightOptions()
    options.setAll(String(decoding: input.line(), as: UTF8.self))
    let code = input.bytes
    let isSound = isUTF8(code)
    let tokens = highlighter.tokens(code: code, language: language) ?? []
    let together = tokens.flatMap(\.text)
    if !code.contains(0x0D) {
        require(together == code || together == code + [0x0A], "the tokens of \(language) are not the text")
    }
    if isSound {
        for token in tokens { require(isUTF8(token.text), "a token of \(language) cuts a character") }
    }
    let html = highlighter.html(code: code, language: language, options: options)
    require(!isSound || isUTF8(html), "UTF-8 became something else")
    return 0
}
