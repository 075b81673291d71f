import FuzzInput
import RegularExpressions

/// A pattern of Go on the first line, a replacement on the second, and the text that they meet. A pattern that Go would
/// take must be one of PCRE2 after its translation.
@_cdecl("LLVMFuzzerTestOneInput")
public func patterns(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    let pattern = String(decoding: input.line(), as: UTF8.self)
    let replacement = String(decoding: input.line(), as: UTF8.self)
    do throws(RegularExpressionError) {
        let expression = try RegularExpression(go: pattern)
        require(expression.groupNames.count == expression.groupCount + 1, "a group is lost: \(pattern)")
        let subject = MatchSubject(input.bytes)
        var end = 0
        for match in try expression.allMatches(in: subject, limit: 100) {
            require(match.range.lowerBound >= end && match.range.upperBound <= subject.count, "matches overlap")
            end = match.range.upperBound
            for group in 0...expression.groupCount {
                guard let range = match.range(of: group) else { continue }
                require(range.upperBound <= subject.count, "a group lies outside of the text")
                _ = subject.text(range)
            }
        }
        let replaced = try expression.replacing(in: subject, with: replacement, limit: 100)
        require(!isUTF8(subject.bytes) || isUTF8(replaced), "UTF-8 became something else")
    } catch {
        require(!error.message.isEmpty, "an error without words")
        // PCRE2 has a limit of its own on the size of what it makes of a pattern, which repetitions multiply.
        let isRefused = error.message.contains("at offset") && !error.message.contains("is too large")
        require(!isRefused, "the translation of \(pattern) is refused: \(error.message)")
    }
    return 0
}
