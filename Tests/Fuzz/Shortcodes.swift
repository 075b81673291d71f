import FuzzInput
import HugoMarkdown
import Text

/// The body of a page: its shortcodes are found, and stand-ins for them are put in and taken out again.
@_cdecl("LLVMFuzzerTestOneInput")
public func shortcodes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    let findsDivider = input.byte() & 1 == 0
    let file = SourceFile(path: "a.md", bytes: input.bytes)
    let parser = ShortcodeParser(file: file, range: 0..<file.bytes.count, findsSummaryDivider: findsDivider) { name in
        // The first letter tells what the template of that name would: that there is none, or that it encloses.
        switch name.utf8.first ?? 0 {
        case 0x6E: nil
        case let letter: letter & 1 == 0
        }
    }
    do {
        let items = try parser.parse()
        check(items, within: 0..<file.bytes.count, depth: 0)
        let placeholders = ShortcodePlaceholders(avoiding: file.bytes)
        let text = file.bytes + items.indices.prefix(1000).flatMap { placeholders.placeholder($0) }
        var found = 0
        _ = placeholders.expand(text) { number in
            found += 1
            return [UInt8(truncatingIfNeeded: number)]
        }
        require(found == min(items.count, 1000), "a stand-in is lost")
    } catch {
        require(!error.rendered.isEmpty, "an error without words")
    }
    return 0
}

private func check(_ items: [ContentItem], within range: Range<Int>, depth: Int) {
    require(depth <= ShortcodeParser.maximumDepth, "nested too deep")
    var end = range.lowerBound
    for item in items {
        require(item.range.lowerBound >= end && item.range.upperBound <= range.upperBound, "items overlap")
        end = item.range.upperBound
        if case .shortcode(let shortcode) = item {
            check(shortcode.inner, within: shortcode.range, depth: depth + 1)
        }
    }
}
