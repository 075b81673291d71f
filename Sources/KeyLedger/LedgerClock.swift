internal import Glibc

/// Where the ledger gets the present from; injected, so that a test and `--now` decide it.
package struct LedgerClock: Sendable {
    private let read: @Sendable () -> Int

    /// A clock that answers nanoseconds since 1970-01-01T00:00:00Z.
    package init(_ read: @escaping @Sendable () -> Int) {
        self.read = read
    }

    /// The present.
    package var now: Instant { Instant(nanoseconds: read()) }

    /// The clock of this machine.
    package static let system = LedgerClock {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
    }

    /// A clock that stands still.
    package static func fixed(_ instant: Instant) -> LedgerClock {
        LedgerClock { instant.nanoseconds }
    }
}
