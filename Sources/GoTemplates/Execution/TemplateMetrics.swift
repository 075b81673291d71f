internal import Synchronization

/// How often templates were executed and how long it took, those they call included; what they need is counted for each.
package final class TemplateMetrics: Sendable {
    /// One template.
    package struct Row: Sendable {
        /// The name of the template: its path below `layouts`.
        package let name: String
        /// How often it was executed.
        package internal(set) var count = 0
        /// How long that took altogether.
        package internal(set) var total = Duration.zero
        /// How long the longest time took.
        package internal(set) var longest = Duration.zero

        /// How long it took on the average.
        package var average: Duration { count == 0 ? .zero : total / count }
    }

    private let found = Mutex<[String: Row]>([:])

    /// Nothing measured yet.
    package init() {}

    func add(_ name: String, _ taken: Duration) {
        found.withLock { rows in
            var row = rows[name] ?? Row(name: name)
            row.count += 1
            row.total += taken
            row.longest = max(row.longest, taken)
            rows[name] = row
        }
    }

    /// What was measured, the longest altogether first.
    package var rows: [Row] {
        found.withLock { Array($0.values) }.sorted { ($1.total, $0.name) < ($0.total, $1.name) }
    }
}
