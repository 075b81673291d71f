/// The list markers that definitions and footnotes are parsed with.
///
/// An item beside a list of the same marker would become part of that list, so those are taken that a document has not.
struct StandInMarkers {
    /// What stands for the `:` of a definition.
    private(set) var definition: UInt8 = 0x2B
    /// What stands for `[^label]:`.
    private(set) var footnote: [UInt8] = [0x31, 0x29]
    /// The same where two spaces stand before it, so that its content begins at the fourth column as well.
    private(set) var indentedFootnote: [UInt8] = [0x2A]

    /// Those for a document without lists.
    init() {}

    /// Those that no line of `bytes` begins with, as far as there are any left.
    init(avoidingThoseOf bytes: UnsafeBufferPointer<UInt8>) {
        var used: Set<UInt8> = []
        var index = 0
        while index < bytes.count {
            while index < bytes.count, isBeforeMarker(bytes[index]) { index += 1 }
            if index < bytes.count {
                let follows = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
                switch bytes[index] {
                case 0x2B, 0x2A, 0x2D, 0x29, 0x2E:
                    if follows == 0x20 || follows == 0x09 || follows == 0x0A || follows == 0x0D {
                        used.insert(bytes[index])
                    }
                default: break
                }
            }
            while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        }
        let bullets = [0x2B, 0x2A, 0x2D].filter { !used.contains($0) }
        definition = bullets.first ?? definition
        let second = bullets.dropFirst().first ?? bullets.first
        if let second { indentedFootnote = [second] }
        if !used.contains(0x29) { return }
        if !used.contains(0x2E) {
            footnote = [0x31, 0x2E]
        } else if let second {
            footnote = [second]
        }
    }

    /// White space, quotations and digits, which may stand before a marker.
    private func isBeforeMarker(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x3E || (byte >= 0x30 && byte <= 0x39)
    }
}
