/// A tone as the fill or the stroke of an element: the class `kc-f…` or `kc-s…`.
struct Paint: Sendable, Hashable {
    /// What is painted.
    enum Property: String, Sendable, Hashable, CaseIterable {
        /// The inside.
        case fill
        /// The line.
        case stroke
    }

    /// What is painted.
    let property: Property
    /// The colour.
    let tone: Tone

    /// A paint.
    init(_ property: Property, _ tone: Tone) {
        self.property = property
        self.tone = tone
    }

    /// Every paint, in the order in which style sheets list them.
    static let all: [Paint] = Property.allCases.flatMap { property in Tone.allCases.map { Paint(property, $0) } }

    /// The name of the class.
    var name: String { "kc-\(property == .fill ? "f" : "s")\(tone.rawValue)" }

    /// The class, and the light colour for readers that know no style sheet.
    var attributes: String { "class=\"\(name)\" \(property.rawValue)=\"\(tone.light)\"" }

    /// The rule of the class, with variables that begin with `prefix`.
    func rule(prefix: String) -> String { ".\(name){\(property.rawValue):var(--\(prefix)\(tone.rawValue))}" }
}
