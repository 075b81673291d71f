/// Names in right-to-left scripts between words and figures that run from left to right.
enum BidiText {
    /// `name` between a first strong isolate (U+2068) and its end (U+2069) when it has letters that run from right to left or
    /// signs that turn the direction, else as it is.
    ///
    /// Without it the figure behind such a name would be shown in front of it (Unicode Standard Annex 9).
    static func isolated(_ name: String) -> String {
        name.unicodeScalars.contains(where: turns) ? "\u{2068}\(name)\u{2069}" : name
    }

    private static func turns(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Hebrew to the Arabic supplements; presentation forms; the scripts of the supplementary plane.
        case 0x590..<0x900, 0xFB1D..<0xFE00, 0xFE70..<0xFF00, 0x10800..<0x11000, 0x1E800..<0x1F000: return true
        // Marks, embeddings, overrides and isolates.
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return true
        default: return false
        }
    }
}
