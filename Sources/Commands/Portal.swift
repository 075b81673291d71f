internal import Files
internal import SiteBuild
internal import Text
internal import Values

/// What keeps the portal's pages from being made, with the exit status that it means.
struct PortalFailure: Error {
    let diagnostics: [Diagnostic]
    let status: ExitStatus
}

/// Brings the store into a build: the `keyport` function and the pages of keys and reports.
enum Portal {
    /// Adds what the store has; a site without a store gets the function without data.
    static func add(to options: inout SiteBuildOptions, arguments: Arguments) throws {
    }
}
