import Files
import Testing

/// What every command of the program loads before it does anything: most of the time of a short one.
@Suite struct LoadedLibrariesTests {
    @Test func noCommandLoadsWhatOnlyPicturesStyleSheetsOrThePreviewNeed() throws {
        let listing = try Subprocess(["ldd", RunningProgram.path(of: "keyport")])
        try #require(listing.status == 0, "\(String(decoding: listing.messages, as: UTF8.self))")
        let libraries = String(decoding: listing.output, as: UTF8.self)
        // The list is that of the program: the C library is in it.
        try #require(libraries.contains("libc.so"))
        for name in ["gd", "heif", "avif", "tiff", "Xpm", "fontconfig", "de265", "sass", "microhttpd", "gnutls"] {
            #expect(!libraries.contains("lib\(name).so"))
        }
    }
}
