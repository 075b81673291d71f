package import Files
internal import Glibc
package import Text

/// Why the ledger did not do what was asked, with the exit status that a command ends with.
package struct LedgerError: Error, Sendable {
    /// Who has to act, as the exit status of the program.
    package enum Status: Int32, Sendable {
        /// The work cannot be done as asked: no such key, a name that is taken.
        case failed = 1
        /// What was given is no such value: an empty name, an overlap of 40 days.
        case invalid = 2
        /// The store is damaged, locked, newer than this program, or cannot be read or written.
        case store = 3
    }

    /// What is printed.
    package let diagnostic: Diagnostic
    /// The exit status.
    package let status: Status

    /// An error of the given status.
    package init(_ status: Status, _ diagnostic: Diagnostic) {
        self.status = status
        self.diagnostic = diagnostic
    }

    /// A call on the file system that failed: the store cannot be used.
    package init(_ error: FileError) {
        var diagnostic = error.diagnostic
        diagnostic.suggestion = Self.wayOut(of: error)
        self.init(.store, diagnostic)
    }

    /// What a person can do about a call that failed.
    private static func wayOut(of error: FileError) -> String? {
        switch error.number {
        case ENOSPC, EDQUOT: return "make room on the disk and say it again; the store is as it was"
        case EACCES, EPERM:
            return error.operation == "read" || error.operation == "list"
                ? "run it as somebody who may read the store"
                : "run it as somebody who may write to the store's folder; to look at it takes less"
        case EROFS: return "the disk can only be read: what lists and shows works, what changes the store does not"
        case ENOTDIR, EISDIR: return "name the folder of a store with --store"
        case EIO:
            return "the disk may be failing: save a copy of the store first, then check it with keyport usage verify"
        default: return nil
        }
    }

    static func failed(_ code: String, _ message: String, suggestion: String? = nil) -> LedgerError {
        LedgerError(.failed, Diagnostic(code: "ledger." + code, message, suggestion: suggestion))
    }

    static func invalid(_ code: String, _ message: String, suggestion: String? = nil) -> LedgerError {
        LedgerError(.invalid, Diagnostic(code: "ledger." + code, message, suggestion: suggestion))
    }

    static func store(
        _ code: String, _ message: String, path: String? = nil, at location: SourceRange? = nil,
        suggestion: String? = nil
    ) -> LedgerError {
        LedgerError(
            .store,
            Diagnostic(code: "ledger." + code, message, at: location, path: path, suggestion: suggestion))
    }
}
