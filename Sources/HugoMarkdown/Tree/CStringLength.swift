internal import Glibc

/// The number of bytes before the NUL that ends `text`.
func cStringLength(_ text: UnsafePointer<CChar>) -> Int { strlen(text) }
