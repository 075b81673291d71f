internal import SiteModel
internal import Synchronization

/// The outputs of a build that show live data, found while they are rendered.
final class LiveOutputs: Sendable {
    private let outputs = Mutex<[String: Bool]>([:])

    /// Adds an output by the path of its first page; `quotesOthers` says whether it shows live content of other pages.
    func add(_ path: String, quotesOthers: Bool) {
        outputs.withLock { $0[path] = ($0[path] ?? false) || quotesOthers }
    }

    /// Whether an output shows live content of other pages; nil for one without live data.
    func quotesOthers(_ path: String) -> Bool? { outputs.withLock { $0[path] } }
}

/// The pages that templates ask for while live pages are rendered.
final class PageTrace: Sendable {
    private let found = Mutex<[ObjectIdentifier: Page]>([:])

    /// Takes down that a page was asked for.
    func note(_ page: Page) {
        found.withLock { $0[ObjectIdentifier(page)] = page }
    }

    /// The pages.
    var pages: [Page] { found.withLock { Array($0.values) } }
}
