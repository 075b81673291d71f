internal import Synchronization

/// What the live data that a page shows hang on, taken down while it is rendered.
///
/// Nothing is known of a page until its templates say: each function that shows live data names the stamped data that it
/// shows (`GeneratedPage.Stamp`), or else it shows what may be another thing each time.
package final class LiveDemand: Sendable {
    private struct Asked {
        var names: Set<String> = []
        var isOpen = false
    }

    private let asked = Mutex(Asked())

    init() {}

    /// Takes down that data were asked for: those of a stamp of that name, nil for any others.
    package func note(_ name: String?) {
        asked.withLock { asked in
            if let name { asked.names.insert(name) } else { asked.isOpen = true }
        }
    }

    /// The name of the stamp that all of the data have; nil when there is none, or when there are others.
    var onlyName: String? {
        asked.withLock { asked in asked.isOpen || asked.names.count != 1 ? nil : asked.names.first }
    }
}
