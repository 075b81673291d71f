/// The flags, the width and the precision of one verb of a Go format.
struct FormatFlags {
    var minus = false
    var plus = false
    var sharp = false
    var space = false
    var zero = false
    /// `%+v` and `%#v`, which turn the flags off for what is inside.
    var plusV = false
    var sharpV = false
    var width: Int?
    var precision: Int?

    /// Appends `text` filled up to the width, which counts characters.
    func pad(_ text: [UInt8], zeros: Bool = false, into bytes: inout [UInt8]) {
        guard let width else {
            bytes.append(contentsOf: text)
            return
        }
        let length = text.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
        let fill = repeatElement(zeros && !minus ? 0x30 as UInt8 : 0x20, count: max(0, width - length))
        if !minus { bytes.append(contentsOf: fill) }
        bytes.append(contentsOf: text)
        if minus { bytes.append(contentsOf: fill) }
    }
}
