internal import Glibc
package import Text

/// A call on the file system that failed.
package struct FileError: Error, Sendable, Equatable {
    /// What was tried, as a verb: `read`, `write`, `list`.
    package let operation: String
    /// The path as it was given.
    package let path: String
    /// The C error number.
    package let number: Int32

    /// An error with the given number.
    package init(_ operation: String, _ path: String, number: Int32) {
        self.operation = operation
        self.path = path
        self.number = number
    }

    /// Whether the file is not there.
    package var isNotFound: Bool { number == ENOENT || number == ENOTDIR }

    /// What the system calls the error, such as `No such file or directory`.
    package var reason: String {
        return String(cString: strerror(number))
    }

    /// The finding that is printed.
    package var diagnostic: Diagnostic {
        Diagnostic(code: "file.\(operation)", "cannot \(operation): \(reason)", path: path)
    }
}
