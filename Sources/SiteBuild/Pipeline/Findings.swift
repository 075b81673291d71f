internal import Synchronization
package import Text

/// What a build finds on its way; threads add to it, the end prints it in order.
package final class Findings: Sendable {
    private let list = Mutex<[Diagnostic]>([])

    package init() {}

    /// Adds a finding, unless the same one is there already; what fails in one place is said once, whoever stumbles over it.
    package func add(_ finding: Diagnostic) {
        list.withLock { list in
            let isKnown = list.contains { known in
                known == finding
                    || known.location != nil && known.location == finding.location && known.message == finding.message
            }
            if !isKnown { list.append(finding) }
        }
    }

    /// Adds findings.
    package func add(_ findings: [Diagnostic]) { findings.forEach(add) }

    /// The findings in the order in which they are printed.
    package var sorted: [Diagnostic] { list.withLock { $0 }.sorted(by: Diagnostic.precedes) }

    /// Whether one of them is an error.
    package var hasErrors: Bool { list.withLock { $0.contains { $0.severity == .error } } }
}
