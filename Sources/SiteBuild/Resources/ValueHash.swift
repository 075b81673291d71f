internal import GoTemplates
internal import Values

/// The hash by which Hugo tells values apart in the names of files that it makes: xxHash64 over their structure, as the
/// Go package hashstructure (format 2) defines it. Found out by experiment; `ValueHashTests` holds names that Hugo gave.
enum ValueHash {
    /// The hash of a text.
    static func of(_ text: String) -> UInt64 { XXHash.hash(Array(text.utf8)) }

    /// The hash of an integer of 64 bits.
    static func of(_ number: UInt64) -> UInt64 { XXHash.hash(bytes(number)) }

    /// The hash of a list whose elements have these hashes.
    static func of(list hashes: [UInt64]) -> UInt64 { hashes.reduce(0) { ordered($0, $1) } }

    /// The hash of a list of texts.
    static func of(list texts: [String]) -> UInt64 { of(list: texts.map { of($0) }) }

    /// The hash of a struct of that name, empty for one without, with these fields.
    static func of(struct name: String, fields: [(name: String, hash: UInt64)]) -> UInt64 {
        fields.reduce(of(name)) { of($0 ^ ordered(of($1.name), $1.hash)) }
    }

    /// The hash of a value of a configuration; nothing is as the number 0.
    static func of(_ value: Value) -> UInt64 {
        switch value {
        case .bool(let flag): return XXHash.hash([flag ? 1 : 0])
        case .int(let number), .int64(let number), .duration(let number): return of(UInt64(bitPattern: Int64(number)))
        case .uint(let number): return of(UInt64(number))
        case .float(let number): return of(number.bitPattern)
        case .string(let text): return of(text)
        case .list(let list): return of(list: list.map { of($0) })
        case .map(let map):
            return of(map.reduce(UInt64(0)) { $0 ^ ordered(of($1.0), of($1.1)) })
        default: return of(UInt64(0))
        }
    }

    /// Lower-case hexadecimal digits without zeros in front.
    static func hexadecimal(_ hash: UInt64) -> String { String(hash, radix: 16) }

    private static func ordered(_ first: UInt64, _ second: UInt64) -> UInt64 {
        XXHash.hash(bytes(first) + bytes(second))
    }

    private static func bytes(_ number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
