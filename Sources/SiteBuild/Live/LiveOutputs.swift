internal import SiteModel
internal import Synchronization

/// The outputs of a build that show live data, found while they are rendered.
final class LiveOutputs: Sendable {
    private struct Output {
        var quotesOthers: Bool
        var stampName: String?
    }

    private let outputs = Mutex<[String: Output]>([:])

    /// Adds an output, or one more pager of it, by the path of its first page.
    ///
    /// - Parameters:
    ///   - quotesOthers: whether it shows live content of other pages.
    ///   - stampName: the name of the stamp of all its live data; nil when they have none, or several.
    func add(_ path: String, quotesOthers: Bool, stampName: String?) {
        outputs.withLock { outputs in
            var output = outputs[path] ?? Output(quotesOthers: false, stampName: stampName)
            output.quotesOthers = output.quotesOthers || quotesOthers
            if output.stampName != stampName { output.stampName = nil }
            outputs[path] = output
        }
    }

    /// Whether an output shows live content of other pages; nil for one without live data.
    func quotesOthers(_ path: String) -> Bool? { outputs.withLock { $0[path]?.quotesOthers } }

    /// The name of the stamp that covers all that is live in an output, if there is one.
    func stampName(_ path: String) -> String? {
        outputs.withLock { outputs in outputs[path].flatMap { $0.quotesOthers ? nil : $0.stampName } }
    }
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
