import FuzzInput
import Text
import Values

@testable import SiteModel

/// A pattern on the first line (a glob, a permalink) and a text (a path, an address): matched, expanded, cleaned, taken
/// apart and put together.
@_cdecl("LLVMFuzzerTestOneInput")
public func addresses(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    let pattern = String(decoding: input.line(), as: UTF8.self)
    let text = input.text
    if let glob = try? Glob(pattern) { _ = glob.matches(text) }
    if PermalinkPattern.problem(of: pattern) == nil, PermalinkPattern.hasTokens(pattern) {
        let facts = PermalinkPattern.Facts(
            date: ZonedTime(seconds: 1_700_000_000), title: text, slug: "", contentBaseName: text, fileName: text,
            sections: text.split(separator: "/").map(String.init), sectionSlugs: [text])
        _ = PermalinkPattern.expand(pattern, facts)
    }
    for text in [pattern, text] {
        let clean = pathSanitized(text, keepingCase: false, removingAccents: count & 1 == 0)
        require(clean.utf8.count <= 4 * text.utf8.count, "a path grows")
        _ = urlized(text)
        for part in [URLPart.path, .pathSegment, .queryComponent, .fragment, .userInfo] {
            let escaped = urlEscaped(text, for: part)
            require((try? urlUnescaped(escaped, for: part)) == text, "\(text) is not \(escaped)")
        }
        if let url = try? ParsedURL(parsing: text) {
            _ = (url.hostName, url.port, url.requestURI, url.userInfo)
            _ = url.string
        }
        _ = plainText(ofHTML: text)
        _ = strippingTags(Array(text.utf8))
        _ = CharacterReferences.unescaping(text)
    }
    return 0
}
