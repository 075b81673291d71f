/// How wide text is, in thousandths of its size, without asking a font.
///
/// A graph is drawn once and read with whatever sans serif the reader's system has. Each entry is therefore the wider of
/// DejaVu Sans (the widest of the common system fonts) and Liberation Sans (the metrics of Arial and Helvetica),
/// measured from their `hmtx` tables: a label that fits here fits there.
enum AdvanceWidths {
    /// U+0020 to U+007E, regular.
    private static let regular: [UInt16] = [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
        636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556,
        1015, 684, 686, 722, 770, 667, 611, 778, 752, 295, 500, 667, 557, 863, 748, 787,
        667, 787, 722, 667, 611, 732, 684, 989, 685, 667, 685, 390, 337, 390, 838, 556,
        500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
        635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
    ]

    /// U+0020 to U+007E, bold; semi-bold is never wider.
    private static let bold: [UInt16] = [
        348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365,
        696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 611,
        1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 556, 775, 637, 995, 837, 850,
        733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 556,
        500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687,
        716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
    ]

    /// The advance of one scalar in thousandths of the font size.
    static func advance(of scalar: Unicode.Scalar, isBold: Bool) -> Int {
        let code = scalar.value
        if code >= 0x20 && code < 0x7F { return Int((isBold ? bold : regular)[Int(code) - 0x20]) }
        switch code {
        case 0..<0x20, 0x300..<0x370, 0x200B..<0x2010, 0x202A..<0x202F, 0x2066..<0x206A, 0xFE00..<0xFE10: return 0
        case 0xA0, 0xB7, 0x2009, 0x202F: return 380
        case 0x2013, 0x2018, 0x2019: return 560
        case 0x2014, 0x2026, 0x2192, 0x2190, 0x2248: return 1000
        // Ideographs, kana, hangul and full-width forms fill the em; pictographs are wider than it in some fonts.
        case 0x1100..<0x1160, 0x2E80..<0xA4D0, 0xAC00..<0xD7A4, 0xF900..<0xFB00, 0xFF00..<0xFF61: return 1000
        case 0x2600..<0x2800, 0x1F000...0x1FFFF: return 1400
        case 0x20000...: return 1000
        default: return isBold ? 880 : 820
        }
    }

    /// The width of `text` at `size` pixels, never less than what a reader sees.
    static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
        var thousandths = 0
        for scalar in text.unicodeScalars { thousandths += advance(of: scalar, isBold: isBold) }
        return Double(thousandths) * size / 1000
    }
}
