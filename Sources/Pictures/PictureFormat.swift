/// The forms of pictures that are read and written.
package enum PictureFormat: String, Sendable {
    /// Without loss, with transparency.
    case png
    /// With loss, without transparency.
    case jpeg
    /// At most 256 colours; of a moving picture the first frame.
    case gif
    /// With loss, with transparency.
    case webp

    /// The format of a name's ending, such as `jpg`; nil for one that is not written.
    package init?(fileExtension: String) {
        switch fileExtension.lowercased() {
        case "png": self = .png
        case "jpg", "jpeg", "jpe", "jif", "jfif": self = .jpeg
        case "gif": self = .gif
        case "webp": self = .webp
        default: return nil
        }
    }

    /// The format of a file, by its first bytes.
    package init?(of bytes: [UInt8]) {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8]) {
            self = .jpeg
        } else if bytes.starts(with: Array("GIF8".utf8)) {
            self = .gif
        } else if bytes.count >= 12, bytes.starts(with: Array("RIFF".utf8)),
            bytes[8..<12].elementsEqual(Array("WEBP".utf8))
        {
            self = .webp
        } else {
            return nil
        }
    }

    /// The ending of names without its dot.
    package var fileExtension: String { self == .jpeg ? "jpg" : rawValue }

    /// Whether pixels can be seen through.
    package var hasTransparency: Bool { self != .jpeg }
}
