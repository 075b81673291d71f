import Glibc
import Testing

@testable import Pictures

@Suite struct LoadedLibrariesTests {
    /// Each command of the program loads what this room is linked to, also those that make no picture.
    @Test func libgdBringsNoLibraryForFormatsThatAreNotRead() throws {
        let descriptor = open("/proc/self/maps", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            print("skipped: there is no /proc here")
            return
        }
        defer { _ = close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        let maps = String(decoding: bytes, as: UTF8.self)
        #expect(PictureFormat(of: try Picture(width: 1, height: 1, color: .white).encoded(.png, quality: 1)) == .png)
        // The list is that of this process: the C library is in it.
        try #require(maps.contains("/libc.so") || maps.contains("/libc-"))
        for name in ["gd", "heif", "avif", "tiff", "Xpm", "fontconfig", "de265"] {
            #expect(!maps.contains("/lib\(name).so"))
        }
    }
}
