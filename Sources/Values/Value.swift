/// Anything a template, a front matter or a data file can hold; closed, so that every consumer covers every case.
///
/// A payload is at most two words, so that a list of values stays small.
package enum Value: Sendable {
    /// Go's nil.
    case null
    /// A truth value.
    case bool(Bool)
    /// A signed integer: what templates write, count and measure.
    case int(Int)
    /// A signed integer of 64 bits by name, which differs from `int` only for `printf "%T"` and its like: whole numbers of
    /// TOML, negative ones of YAML, and what arithmetic yields.
    case int64(Int)
    /// An unsigned integer: what YAML's whole numbers are to a Hugo template.
    case uint(UInt)
    /// A floating-point number.
    case float(Double)
    /// Text.
    case string(String)
    /// Text that its maker declared safe in one context of a page, such as `template.HTML`.
    case safe(SafeText)
    /// An instant with the zone it was written in.
    indirect case time(ZonedTime)
    /// A span of time in nanoseconds.
    case duration(Int)
    /// A list.
    case list([Value])
    /// A map with text keys.
    case map(ValueMap)
    /// A thing with methods: a page, a site, a resource.
    case object(any ValueObject)
}

/// Text that must not be escaped in the context of its kind; what `safeHTML` and its family make.
package final class SafeText: Sendable {
    /// The context in which the text is trusted; the names of Go's `html/template`.
    package enum Kind: Sendable, Hashable {
        /// A fragment of HTML.
        case html
        /// An attribute such as `dir="ltr"`.
        case htmlAttribute
        /// A URL or a part of one.
        case url
        /// A JavaScript expression.
        case javaScript
        /// The inside of a JavaScript string.
        case javaScriptString
        /// CSS that is complete.
        case css
        /// A `srcset` attribute.
        case srcset
    }

    /// The context in which the text is trusted.
    package let kind: Kind
    /// The text.
    package let text: String

    /// Declares `text` safe as `kind`.
    package init(_ text: String, _ kind: Kind) {
        self.text = text
        self.kind = kind
    }
}

extension Value {
    /// A fragment of HTML that is written as it is.
    package static func html(_ text: String) -> Value { .safe(SafeText(text, .html)) }

    /// The map, when this is one.
    package var mapValue: ValueMap? {
        if case .map(let map) = self { return map }
        return nil
    }

    /// The list, when this is one, or the elements of an object that is a sequence.
    package var listValue: [Value]? {
        switch self {
        case .list(let list): return list
        case .object(let object): return object.elements
        default: return nil
        }
    }

    /// The text of a string or a safe text.
    package var stringValue: String? {
        switch self {
        case .string(let text): return text
        case .safe(let safe): return safe.text
        default: return nil
        }
    }

    /// The whole number, when this is one that fits.
    package var intValue: Int? {
        switch self {
        case .int(let number), .int64(let number): return number
        case .uint(let number): return Int(exactly: number)
        case .float(let number): return Int(exactly: number)
        case .object(let object): return object.namedNumber
        default: return nil
        }
    }

    /// The integer that an object stands for, such as a month; any other value as it is.
    package var unnamed: Value {
        if case .object(let object) = self, let number = object.namedNumber { return .int(number) }
        return self
    }

    /// The truth value, when this is one.
    package var boolValue: Bool? {
        if case .bool(let flag) = self { return flag }
        return nil
    }

    /// Whether this is nil.
    package var isNull: Bool {
        if case .null = self { return true }
        return false
    }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    /// Text.
    package init(stringLiteral value: String) { self = .string(value) }
    /// A signed integer.
    package init(integerLiteral value: Int) { self = .int(value) }
    /// A truth value.
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A floating-point number.
    package init(floatLiteral value: Double) { self = .float(value) }
    /// A list.
    package init(arrayLiteral elements: Value...) { self = .list(elements) }
    /// A map in the order written; a key that stands twice keeps the last value.
    package init(dictionaryLiteral elements: (String, Value)...) {
        var map = ValueMap()
        for (key, value) in elements { map[key] = value }
        self = .map(map)
    }
    /// Nil.
    package init(nilLiteral: ()) { self = .null }
}
