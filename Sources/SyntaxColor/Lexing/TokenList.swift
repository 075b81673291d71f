/// Kinds and ends of consecutive tokens that together are a whole text.
struct TokenList: Sendable, Equatable {
    struct Token: Sendable, Equatable {
        let kind: TokenClass
        /// The offset behind the token, which is where the next one starts.
        var end: Int
    }

    private(set) var tokens: [Token] = []

    /// Chroma joins neighbours of one kind until they are this long.
    private static let joinLimit = 8192

    /// The offset behind the last token.
    private(set) var end = 0
    private var lastStart = 0

    /// Appends the text up to `end`; nothing when it ends before what is there already.
    mutating func append(_ kind: TokenClass, upTo end: Int) {
        guard end > self.end else { return }
        if let last = tokens.last, last.kind == kind, self.end - lastStart < Self.joinLimit {
            tokens[tokens.count - 1].end = end
        } else {
            lastStart = self.end
            tokens.append(Token(kind: kind, end: end))
        }
        self.end = end
    }
}
