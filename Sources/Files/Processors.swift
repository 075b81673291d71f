internal import Glibc

/// The processors of this machine.
package enum Processors {
    /// How many threads a large piece of work gets: one a processor, at most eight.
    package static let count = min(8, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}
