internal import Files

/// From which sizes on reading goes other ways: for tests, which want all ways for small stores.
package struct UsageTuning: Sendable {
    /// How many bytes a thread reads at a time.
    package var pieceSize = 4 << 20
    /// How many bytes must have been read beyond the cache before a new one is written.
    package var cacheFrom = 2 << 20
    /// Whether there is a cache at all.
    package var usesCache = true
    /// Whether a line that says again what another one said counts again: to measure what the removal costs.
    package var countsRepeats = false
    /// How many bytes of logs `usage verify` takes the names of at once.
    package var checkedAtOnce = 512 << 20
    /// How many threads read.
    package var threads = Processors.count
    /// How many more bring the pieces from the disk ahead of them.
    package var readers = 2

    /// Whether large logs are read past the page cache; nil: where they are not in it.
    package var readsPastCache: Bool?

    /// What fits stores of people.
    package init() {}
}
