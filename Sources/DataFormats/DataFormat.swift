/// The notations in which a site writes structured data.
package enum DataFormat: String, Sendable, Hashable, CaseIterable {
    /// YAML 1.2 with the habits of Hugo's decoder.
    case yaml
    /// TOML 1.0.
    case toml
    /// JSON.
    case json
    /// Comma-separated values, RFC 4180.
    case csv
    /// XML.
    case xml

    /// The format that files with this extension (without the dot, any case) hold.
    package init?(fileExtension: String) {
        switch fileExtension.lowercased() {
        case "yaml", "yml": self = .yaml
        case "toml": self = .toml
        case "json": self = .json
        case "csv": self = .csv
        case "xml": self = .xml
        default: return nil
        }
    }
}
