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
}
