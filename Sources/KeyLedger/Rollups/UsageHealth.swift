package import Text

/// What a reading of every usage line found.
package struct UsageHealth: Sendable {
    /// The files that were read.
    package var files = 0
    /// The lines that are sound events.
    package var events = 0
    /// The lines that name an event that was there before and say the same.
    package var duplicates = 0
    /// The lines that name an event that was there before and say something else; they do not count.
    package var conflicts = 0
    /// The corrections.
    package var voids = 0
    /// The lines without a checksum: they came from elsewhere and cannot be checked.
    package var unchecked = 0
    /// The events in quarantine.
    package var quarantined = 0
    /// The closed reports that are what the audit log says.
    package var reports = 0
    /// The damage, each with file and line; the last line of a file that was torn is a warning.
    package var findings: [Diagnostic] = []

    /// Nothing read yet.
    package init() {}

    /// Whether everything is sound.
    package var isSound: Bool { !findings.contains { $0.severity == .error } }
}
