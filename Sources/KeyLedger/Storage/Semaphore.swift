internal import Glibc

/// A count that threads wait for.
final class Semaphore: @unchecked Sendable {
    // Made once, and gone with the object; the kernel's own calls guard it.
    private let handle: UnsafeMutablePointer<sem_t>

    init(_ count: Int = 0) {
        handle = .allocate(capacity: 1)
        sem_init(handle, 0, UInt32(clamping: count))
    }

    deinit {
        sem_destroy(handle)
        handle.deallocate()
    }

    /// Adds one.
    func signal() { sem_post(handle) }

    /// Waits until there is one, and takes it.
    func wait() { while sem_wait(handle) != 0 && errno == EINTR {} }
}
