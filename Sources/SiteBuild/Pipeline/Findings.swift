internal import Synchronization
package import Text

/// What a build finds on its way; threads add to it, the end prints it in order.
package final class Findings: Sendable {
    private struct Held {
        var list: [Diagnostic] = []
        var known: Set<Diagnostic> = []
        var places: Set<Place> = []
        var hasErrors = false
    }

    private struct Place: Hashable {
        let location: SourceRange
        let message: String
    }

    private let held = Mutex(Held())

    package init() {}

    /// Adds a finding, unless the same one is there already; what fails in one place is said once, whoever stumbles over it.
    package func add(_ finding: Diagnostic) {
        held.withLock { held in
            if let location = finding.location {
                guard held.places.insert(Place(location: location, message: finding.message)).inserted else { return }
            } else {
                guard held.known.insert(finding).inserted else { return }
            }
            held.list.append(finding)
            if finding.severity == .error { held.hasErrors = true }
        }
    }

    /// Adds findings.
    package func add(_ findings: [Diagnostic]) { findings.forEach(add) }

    /// The findings in the order in which they are printed.
    package var sorted: [Diagnostic] { held.withLock { $0.list }.sorted(by: Diagnostic.precedes) }

    /// Whether one of them is an error.
    package var hasErrors: Bool { held.withLock { $0.hasErrors } }
}
