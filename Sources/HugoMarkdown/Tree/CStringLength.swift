internal import Glibc

extension UnsafeBufferPointer<UInt8> {
    /// The offset of the first `byte` at or after `start`, nil when there is none.
    func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
        guard start < count, let base = baseAddress, let found = memchr(base + start, Int32(byte), count - start) else {
            return nil
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}

/// The number of bytes before the NUL that ends `text`.
func cStringLength(_ text: UnsafePointer<CChar>) -> Int { strlen(text) }
