/// How long a text may take: far more than any honest text needs, so that only a hostile one meets it.
///
/// Its rest is plain text then. What it catches are rules that read far ahead, again and again, for an end that never
/// comes; Chroma bounds each search by the clock for the same reason.
struct TimeLimit {
    private let end: ContinuousClock.Instant

    /// Two seconds and five microseconds a byte.
    init(bytes: Int) {
        end = ContinuousClock.now.advanced(by: .seconds(2) + .microseconds(5) * min(bytes, 1 << 40))
    }

    var isPast: Bool { ContinuousClock.now > end }
}
