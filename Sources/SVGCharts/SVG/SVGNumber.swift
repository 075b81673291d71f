internal import Text

extension ByteWriter {
    /// Appends a coordinate in the fewest characters that keep a tenth of a pixel: `12`, `-3.5`, `.5`.
    ///
    /// Rounded once, half away from zero, so that the same figure is the same bytes on every machine. What is no number
    /// is written as 0.
    mutating func write(coordinate value: Double) {
        guard value.isFinite, abs(value) < 1e12 else {
            write(byte: 0x30)
            return
        }
        let tenths = Int((value * 10).rounded())
        let magnitude = tenths.magnitude
        if tenths < 0 { write(byte: 0x2D) }
        if magnitude >= 10 || magnitude % 10 == 0 { write(integer: Int(magnitude / 10)) }
        if magnitude % 10 != 0 {
            write(byte: 0x2E)
            write(byte: 0x30 + UInt8(magnitude % 10))
        }
    }

    /// Appends a positive number with at most three decimals, for the scale of a transformation.
    mutating func write(thousandths value: Double) {
        guard value.isFinite, value >= 0, value < 1e9 else {
            write(byte: 0x31)
            return
        }
        let thousandths = Int((value * 1000).rounded())
        write(integer: thousandths / 1000)
        guard thousandths % 1000 != 0 else { return }
        write(byte: 0x2E)
        write(integer: thousandths % 1000, width: 3)
    }
}
