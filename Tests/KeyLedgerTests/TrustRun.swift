import Glibc

/// How much of a search through many states, seeds or kills is done.
enum TrustRun {
    /// Whether `KEYPORT_LONG_TESTS` is set: all of it, which takes minutes; else what every change can wait for.
    static let isLong = getenv("KEYPORT_LONG_TESTS") != nil
}
