/// The kind of content of a file, such as `text/html`.
package struct MediaType: Sendable, Hashable {
    /// The whole type: `application/rss+xml`.
    package let type: String
    /// The extensions without the dot, the one that is used for output first.
    package let suffixes: [String]
    /// What stands between the name and the extension.
    package let delimiter: String

    /// A type with its extensions.
    package init(_ type: String, suffixes: [String], delimiter: String = ".") {
        self.type = type
        self.suffixes = suffixes
        self.delimiter = delimiter
    }

    /// The part before the slash: `application`.
    package var mainType: String { String(type.prefix { $0 != "/" }) }

    /// The part behind the slash, without what follows a `+`: `rss`.
    package var subType: String {
        let rest = type.drop { $0 != "/" }.dropFirst()
        return String(rest.prefix { $0 != "+" })
    }

    /// The extension that is used for output with the delimiter: `.html`; empty when there is none.
    package var fullSuffix: String { suffixes.first.map { delimiter + $0 } ?? "" }

    /// The extension that is used for output: `html`.
    package var firstSuffix: String { suffixes.first ?? "" }

    /// What a file is whose extension nobody knows.
    package static let unknown = MediaType("", suffixes: [])

    /// Bytes of any kind.
    package static let octetStream = MediaType("application/octet-stream", suffixes: [])

    /// The types that Hugo 0.168 knows without configuration.
    package static let builtIn: [MediaType] = [
        MediaType("application/json", suffixes: ["json"]),
        MediaType("application/manifest+json", suffixes: ["webmanifest"]),
        octetStream,
        MediaType("application/pdf", suffixes: ["pdf"]),
        MediaType("application/rss+xml", suffixes: ["xml", "rss"]),
        MediaType("application/source-map", suffixes: ["map"]),
        MediaType("application/toml", suffixes: ["toml"]),
        MediaType("application/wasm", suffixes: ["wasm"]),
        MediaType("application/xml", suffixes: ["xml"]),
        MediaType("application/yaml", suffixes: ["yaml", "yml"]),
        MediaType("font/otf", suffixes: ["otf"]),
        MediaType("font/ttf", suffixes: ["ttf"]),
        MediaType("font/woff", suffixes: ["woff"]),
        MediaType("font/woff2", suffixes: ["woff2"]),
        MediaType("image/avif", suffixes: ["avif"]),
        MediaType("image/bmp", suffixes: ["bmp"]),
        MediaType("image/gif", suffixes: ["gif"]),
        MediaType("image/heic", suffixes: ["heic"]),
        MediaType("image/heif", suffixes: ["heif"]),
        MediaType("image/jpeg", suffixes: ["jpg", "jpeg", "jpe", "jif", "jfif"]),
        MediaType("image/png", suffixes: ["png"]),
        MediaType("image/svg+xml", suffixes: ["svg"]),
        MediaType("image/tiff", suffixes: ["tif", "tiff"]),
        MediaType("image/webp", suffixes: ["webp"]),
        MediaType("text/asciidoc", suffixes: ["adoc", "asciidoc", "ad"]),
        MediaType("text/calendar", suffixes: ["ics"]),
        MediaType("text/css", suffixes: ["css"]),
        MediaType("text/csv", suffixes: ["csv"]),
        MediaType("text/html", suffixes: ["html", "htm"]),
        MediaType("text/javascript", suffixes: ["js", "jsm", "mjs"]),
        MediaType("text/jsx", suffixes: ["jsx"]),
        MediaType("text/markdown", suffixes: ["md", "mdown", "markdown"]),
        MediaType("text/org", suffixes: ["org"]),
        MediaType("text/pandoc", suffixes: ["pandoc", "pdc"]),
        MediaType("text/plain", suffixes: ["txt"]),
        MediaType("text/rst", suffixes: ["rst"]),
        MediaType("text/tsx", suffixes: ["tsx"]),
        MediaType("text/typescript", suffixes: ["ts"]),
        MediaType("text/x-gotmpl", suffixes: ["gotmpl"]),
        MediaType("text/x-sass", suffixes: ["sass"]),
        MediaType("text/x-scss", suffixes: ["scss"]),
        MediaType("video/3gpp", suffixes: ["3gpp", "3gp"]),
        MediaType("video/mp4", suffixes: ["mp4"]),
        MediaType("video/mpeg", suffixes: ["mpg", "mpeg"]),
        MediaType("video/ogg", suffixes: ["ogv"]),
        MediaType("video/webm", suffixes: ["webm"]),
        MediaType("video/x-msvideo", suffixes: ["avi"]),
    ]

    /// Types of files that Hugo asks the system for, by extension; from shared-mime-info, as Hugo 0.168 names them on Debian 12.
    ///
    /// A table of our own, so that a site does not depend on what is installed where it is built.
    package static let ofSystem: [String: MediaType] = {
        var types: [String: MediaType] = [:]
        for (type, extensions) in systemTypes {
            for suffix in extensions.split(separator: " ") {
                types[String(suffix)] = MediaType(type, suffixes: [String(suffix)])
            }
        }
        return types
    }()

    private static let systemTypes: [(type: String, extensions: String)] = [
        ("application/epub+zip", "epub"),
        ("application/gpx+xml", "gpx"),
        ("application/gzip", "gz"),
        ("application/msword", "doc"),
        ("application/octet-stream", "bin exe"),
        ("application/postscript", "ai eps ps"),
        ("application/rtf", "rtf"),
        ("application/sql", "sql"),
        ("application/vnd.android.package-archive", "apk"),
        ("application/vnd.debian.binary-package", "deb"),
        ("application/vnd.google-earth.kml+xml", "kml"),
        ("application/vnd.ms-excel", "xls"),
        ("application/vnd.ms-powerpoint", "ppt"),
        ("application/vnd.oasis.opendocument.text", "odt"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
        ("application/vnd.rar", "rar"),
        ("application/x-7z-compressed", "7z"),
        ("application/x-apple-diskimage", "dmg"),
        ("application/x-bzip", "bz2"),
        ("application/x-cd-image", "iso"),
        ("application/x-compressed-tar", "tgz"),
        ("application/x-java-archive", "jar"),
        ("application/x-php", "php"),
        ("application/x-rpm", "rpm"),
        ("application/x-ruby", "rb"),
        ("application/x-shellscript", "sh"),
        ("application/x-subrip", "srt"),
        ("application/x-tar", "tar"),
        ("application/x-xz", "xz"),
        ("application/xhtml+xml", "xhtml"),
        ("application/zip", "zip"),
        ("audio/aac", "aac"),
        ("audio/flac", "flac"),
        ("audio/midi", "mid midi"),
        ("audio/mp4", "m4a"),
        ("audio/mpeg", "mp3"),
        ("audio/ogg", "oga ogg opus"),
        ("audio/wav", "wav"),
        ("audio/webm", "weba"),
        ("audio/x-mpegurl", "m3u8"),
        ("image/jxl", "jxl"),
        ("image/vnd.adobe.photoshop", "psd"),
        ("image/vnd.microsoft.icon", "ico"),
        ("text/tab-separated-values", "tsv"),
        ("text/vtt", "vtt"),
        ("text/x-bibtex", "bib"),
        ("text/x-c", "cpp"),
        ("text/x-chdr", "h"),
        ("text/x-csrc", "c"),
        ("text/x-go", "go"),
        ("text/x-java", "java"),
        ("text/x-log", "log"),
        ("text/x-python", "py"),
        ("text/x-tex", "tex"),
        ("video/quicktime", "mov"),
        ("video/x-matroska", "mkv"),
    ]
}
