internal import Files
internal import Text

/// Who answers for which files: a `CODEOWNERS` file.
///
/// Each line is a pattern in the manner of `.gitignore` and its owners; the last line that fits a file counts.
struct CodeOwners: Sendable {
    private struct Rule: Sendable {
        let pattern: [Token]
        let owners: [String]
    }

    private enum Token: Sendable {
        case byte(UInt8)
        /// Any bytes but `/`.
        case name
        /// Any bytes.
        case path
    }

    private let rules: [Rule]

    /// Reads the first such file in the folder of a site, or in `docs`, `.github` or `.gitlab` there; nil when there is none.
    init?(inFolder folder: String) {
        for place in ["", "docs/", ".github/", ".gitlab/"] {
            if let bytes = try? FileSystem.read(folder + "/" + place + "CODEOWNERS") {
                self.init(text: bytes)
                return
            }
        }
        return nil
    }

    /// The rules in `text`; a line without owners takes them away.
    init(text: [UInt8]) {
        rules = text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).compactMap { line in
            let words = line.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 })
            // A pattern longer than the name of any file fits none.
            guard let pattern = words.first, pattern.first != 0x23, pattern.count <= 4096 else { return nil }
            let owners = words.dropFirst().prefix { $0.first != 0x23 }.map { String(decoding: $0, as: UTF8.self) }
            return Rule(pattern: Self.tokens(pattern), owners: owners)
        }
    }

    /// The owners of the file at `path` inside the folder of the site.
    func owners(of path: String) -> [String] {
        let bytes = Array(path.utf8)
        return rules.last { Self.fits($0.pattern, bytes) }?.owners ?? []
    }

    private static func tokens(_ pattern: ArraySlice<UInt8>) -> [Token] {
        // What does not begin with a slash fits at any depth.
        var tokens: [Token] = pattern.first == 0x2F ? [] : [.path]
        var rest = pattern.first == 0x2F ? pattern.dropFirst() : pattern
        if pattern.first != 0x2F { tokens.append(.byte(0x2F)) }
        while let byte = rest.first {
            let stars = rest.prefix { $0 == 0x2A }.count
            if stars > 1 {
                tokens.append(.path)
                rest = rest.dropFirst(stars)
                // `**/` is any number of folders, none as well.
                if rest.first == 0x2F { rest = rest.dropFirst() }
            } else {
                tokens.append(stars == 1 ? .name : .byte(byte))
                rest = rest.dropFirst()
            }
        }
        if pattern.last == 0x2F { tokens.append(.path) }
        return tokens
    }

    /// Whether `pattern` fits all of `path`, in time in proportion to their product.
    private static func fits(_ pattern: [Token], _ path: [UInt8]) -> Bool {
        // A slash before the path lets a pattern for any depth fit at the top.
        let text = pattern.first.map { if case .path = $0 { true } else { false } } == true ? [0x2F] + path : path
        var reached = [Bool](repeating: false, count: text.count + 1)
        reached[0] = true
        for token in pattern {
            var next = [Bool](repeating: false, count: text.count + 1)
            switch token {
            case .byte(let byte):
                for index in text.indices where reached[index] && text[index] == byte { next[index + 1] = true }
            case .name, .path:
                var isOpen = false
                for index in 0...text.count {
                    isOpen = isOpen || reached[index]
                    next[index] = isOpen
                    if case .name = token, index < text.count, text[index] == 0x2F { isOpen = false }
                }
            }
            reached = next
        }
        return reached[text.count]
    }
}
