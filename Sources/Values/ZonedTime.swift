/// An instant with the zone it is shown in: Go's `time.Time`.
///
/// Placeholder shape; the Time folder completes it.
package struct ZonedTime: Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    package var seconds: Int
    /// Nanoseconds within the second, 0 to 999,999,999.
    package var nanoseconds: Int32

    /// An instant.
    package init(seconds: Int, nanoseconds: Int32 = 0) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }
}
