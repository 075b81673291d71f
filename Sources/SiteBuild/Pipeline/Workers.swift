internal import Glibc
internal import Synchronization

/// Does many pieces of work on a few threads.
enum Workers {
    /// The stack of a thread: templates that call each other need more than a thread gets by default.
    private static let stackSize = 64 << 20

    private final class Shared<Item: Sendable>: Sendable {
        let items: [Item]
        let next = Atomic(0)
        let work: @Sendable (Item) -> Void

        init(_ items: [Item], _ work: @escaping @Sendable (Item) -> Void) {
            self.items = items
            self.work = work
        }

        func run() {
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < items.count else { return }
                work(items[index])
            }
        }
    }

    /// Calls `work` with each item, on up to `threads` threads, and returns when all are done.
    static func run<Item: Sendable>(_ items: [Item], threads: Int, _ work: @escaping @Sendable (Item) -> Void) {
        guard !items.isEmpty else { return }
        let shared = Shared(items, work)
        let count = max(1, min(threads, items.count))
        var handles: [pthread_t] = []
        // Not made by its initializer, which the compiler finds in whichever C module it saw first.
        let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
        pthread_attr_init(attributes)
        pthread_attr_setstacksize(attributes, stackSize)
        defer {
            pthread_attr_destroy(attributes)
            attributes.deallocate()
        }
        for _ in 0..<count {
            let job = Unmanaged.passRetained(Job { shared.run() })
            var handle = pthread_t()
            let status = pthread_create(
                &handle, attributes,
                { argument in
                    if let argument { Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().body() }
                    return nil
                }, job.toOpaque())
            if status == 0 {
                handles.append(handle)
            } else {
                job.release()
            }
        }
        // Without any thread the work is still done.
        if handles.isEmpty { shared.run() }
        for handle in handles { pthread_join(handle, nil) }
    }

    private final class Job {
        let body: () -> Void
        init(_ body: @escaping () -> Void) { self.body = body }
    }
}
