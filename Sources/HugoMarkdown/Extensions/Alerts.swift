internal import Text
internal import Values

extension BlockquoteContext {
    /// A quotation with the rendered `content`; one that begins with `[!NOTE]` is an alert.
    init(content: [UInt8], ordinal: Int, attributes: ValueMap) {
        self.ordinal = ordinal
        self.attributes = attributes
        let trimmed = content.trimmingSpace
        guard let alert = Alert(trimmed) else {
            type = "regular"
            alertType = ""
            alertTitle = ""
            alertSign = ""
            text = String(decoding: content, as: UTF8.self)
            return
        }
        type = "alert"
        alertType = alert.type
        alertTitle = alert.title
        alertSign = alert.sign
        if let newline = trimmed.firstIndex(of: 0x0A) {
            let first = trimmed[..<newline]
            let rest = String(decoding: trimmed[(newline + 1)...], as: UTF8.self)
            // The first line is the title; the paragraph that it began goes on behind it.
            let closes = first.suffix(4).elementsEqual("</p>".utf8)
            text = closes ? rest : "<p>" + rest
        } else {
            text = ""
        }
    }
}

/// The head of an alert: `<p>[!TYPE]`, a sign and a title.
private struct Alert {
    let type: String
    let sign: String
    let title: String

    init?(_ content: ArraySlice<UInt8>) {
        guard content.starts(with: "<p>[!".utf8) else { return nil }
        var rest = content.dropFirst(5)
        let letters = rest.prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
        rest = rest.dropFirst(letters.count)
        guard !letters.isEmpty, rest.first == 0x5D else { return nil }
        rest = rest.dropFirst()
        var sign = ""
        if let first = rest.first, first == 0x2B || first == 0x2D {
            sign = String(Unicode.Scalar(first))
            rest = rest.dropFirst()
        }
        var line = rest.prefix { $0 != 0x0A }.trimmingSpace
        if line.suffix(4).elementsEqual("</p>".utf8) { line = line.dropLast(4) }
        type = String(decoding: letters, as: UTF8.self).lowercased()
        self.sign = sign
        title = String(decoding: line, as: UTF8.self)
    }
}

extension Collection<UInt8> where SubSequence: BidirectionalCollection<UInt8>, SubSequence.SubSequence == SubSequence {
    /// The bytes without white space at both ends.
    var trimmingSpace: SubSequence {
        var rest = self[...]
        while let first = rest.first, first == 0x20 || (first >= 0x09 && first <= 0x0D) { rest = rest.dropFirst() }
        while let last = rest.last, last == 0x20 || (last >= 0x09 && last <= 0x0D) { rest = rest.dropLast() }
        return rest
    }
}
