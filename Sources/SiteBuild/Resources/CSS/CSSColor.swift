/// Colours in as few characters as they take.
enum CSSColor {
    /// The shorter of name and digits, for an identifier or a hash; anything else as it is.
    static func shortest(_ token: CSSToken) -> CSSToken {
        if token.kind == .identifier {
            guard let digits = digits[token.word] else { return token }
            return CSSToken(kind: .hash, text: digits)
        }
        guard token.kind == .hash else { return token }
        var text = token.text.lowercased()
        let bytes = Array(text.utf8)
        if bytes.count == 9, bytes[7] == bytes[8] {
            if bytes[7] == 0x66 { text = String(text.prefix(7)) }
            if bytes[7] == 0x30 { text = "#0000" }
        }
        if let name = names[text] { return .identifier(name) }
        return CSSToken(kind: .hash, text: halved(text))
    }

    /// The colour of three parts between 0 and 1.
    static func token(red: Double, green: Double, blue: Double) -> CSSToken {
        let parts = [red, green, blue].map { part in
            let digits = String(Int(min(max(part, 0), 1) * 255 + 0.5), radix: 16)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }
        let text = "#" + parts.joined()
        if let name = names[text] { return .identifier(name) }
        return CSSToken(kind: .hash, text: halved(text))
    }

    /// `#aabbcc` as `#abc`, when each digit stands there twice.
    private static func halved(_ text: String) -> String {
        let digits = Array(text.utf8.dropFirst())
        guard digits.count == 6 || digits.count == 8 else { return text }
        let pairs = stride(from: 0, to: digits.count, by: 2)
        guard pairs.allSatisfy({ digits[$0] == digits[$0 + 1] }) else { return text }
        return "#" + String(decoding: pairs.map { digits[$0] }, as: UTF8.self)
    }

    /// The parts of a colour of hue, saturation and lightness, each between 0 and 1 (CSS Color Module Level 3).
    static func rgb(hue: Double, saturation: Double, lightness: Double) -> (Double, Double, Double) {
        let high = lightness <= 0.5 ? lightness * (saturation + 1) : lightness + saturation - lightness * saturation
        let low = lightness * 2 - high
        func part(_ hue: Double) -> Double {
            let hue = hue < 0 ? hue + 1 : hue > 1 ? hue - 1 : hue
            if hue * 6 < 1 { return low + (high - low) * hue * 6 }
            if hue * 2 < 1 { return high }
            if hue * 3 < 2 { return low + (high - low) * (2.0 / 3 - hue) * 6 }
            return low
        }
        return (part(hue + 1.0 / 3), part(hue), part(hue - 1.0 / 3))
    }

    /// Names that are shorter than their digits.
    private static let names: [String: String] = [
        "#000080": "navy", "#008000": "green", "#008080": "teal", "#4b0082": "indigo", "#800000": "maroon",
        "#800080": "purple", "#808000": "olive", "#808080": "gray", "#a0522d": "sienna", "#a52a2a": "brown",
        "#c0c0c0": "silver", "#cd853f": "peru", "#d2b48c": "tan", "#da70d6": "orchid", "#dda0dd": "plum",
        "#ee82ee": "violet", "#f0e68c": "khaki", "#f0ffff": "azure", "#f5deb3": "wheat", "#f5f5dc": "beige",
        "#fa8072": "salmon", "#faf0e6": "linen", "#ff6347": "tomato", "#ff7f50": "coral", "#ffa500": "orange",
        "#ffc0cb": "pink", "#ffd700": "gold", "#ffe4c4": "bisque", "#fffafa": "snow", "#fffff0": "ivory",
        "#ff0000": "red", "#f00": "red",
    ]

    /// Digits that are shorter than their names.
    private static let digits: [String: String] = [
        "black": "#000", "darkblue": "#00008b", "mediumblue": "#0000cd", "darkgreen": "#006400",
        "darkcyan": "#008b8b", "deepskyblue": "#00bfff", "darkturquoise": "#00ced1", "mediumspringgreen": "#00fa9a",
        "springgreen": "#00ff7f", "midnightblue": "#191970", "dodgerblue": "#1e90ff", "lightseagreen": "#20b2aa",
        "forestgreen": "#228b22", "seagreen": "#2e8b57", "darkslategray": "#2f4f4f", "limegreen": "#32cd32",
        "mediumseagreen": "#3cb371", "turquoise": "#40e0d0", "royalblue": "#4169e1", "steelblue": "#4682b4",
        "darkslateblue": "#483d8b", "mediumturquoise": "#48d1cc", "darkolivegreen": "#556b2f", "cadetblue": "#5f9ea0",
        "cornflowerblue": "#6495ed", "mediumaquamarine": "#66cdaa", "slateblue": "#6a5acd", "olivedrab": "#6b8e23",
        "slategray": "#708090", "lightslateblue": "#789", "mediumslateblue": "#7b68ee", "lawngreen": "#7cfc00",
        "chartreuse": "#7fff00", "aquamarine": "#7fffd4", "lightskyblue": "#87cefa", "blueviolet": "#8a2be2",
        "darkmagenta": "#8b008b", "saddlebrown": "#8b4513", "darkseagreen": "#8fbc8f", "lightgreen": "#90ee90",
        "mediumpurple": "#9370db", "darkviolet": "#9400d3", "palegreen": "#98fb98", "darkorchid": "#9932cc",
        "yellowgreen": "#9acd32", "darkgray": "#a9a9a9", "lightblue": "#add8e6", "greenyellow": "#adff2f",
        "paleturquoise": "#afeeee", "lightsteelblue": "#b0c4de", "powderblue": "#b0e0e6", "firebrick": "#b22222",
        "darkgoldenrod": "#b8860b", "mediumorchid": "#ba55d3", "rosybrown": "#bc8f8f", "darkkhaki": "#bdb76b",
        "mediumvioletred": "#c71585", "indianred": "#cd5c5c", "chocolate": "#d2691e", "lightgray": "#d3d3d3",
        "goldenrod": "#daa520", "palevioletred": "#db7093", "gainsboro": "#dcdcdc", "burlywood": "#deb887",
        "lightcyan": "#e0ffff", "lavender": "#e6e6fa", "darksalmon": "#e9967a", "palegoldenrod": "#eee8aa",
        "lightcoral": "#f08080", "aliceblue": "#f0f8ff", "honeydew": "#f0fff0", "sandybrown": "#f4a460",
        "whitesmoke": "#f5f5f5", "mintcream": "#f5fffa", "ghostwhite": "#f8f8ff", "antiquewhite": "#faebd7",
        "lightgoldenrodyellow": "#fafad2", "fuchsia": "#f0f", "magenta": "#f0f", "deeppink": "#ff1493",
        "orangered": "#ff4500", "darkorange": "#ff8c00", "lightsalmon": "#ffa07a", "lightpink": "#ffb6c1",
        "peachpuff": "#ffdab9", "navajowhite": "#ffdead", "moccasin": "#ffe4b5", "mistyrose": "#ffe4e1",
        "blanchedalmond": "#ffebcd", "papayawhip": "#ffefd5", "lavenderblush": "#fff0f5", "seashell": "#fff5ee",
        "cornsilk": "#fff8dc", "lemonchiffon": "#fffacd", "floralwhite": "#fffaf0", "yellow": "#ff0",
        "lightyellow": "#ffffe0", "white": "#fff",
    ]
}
