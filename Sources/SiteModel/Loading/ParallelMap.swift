internal import Glibc

/// Applies `transform` to each index below `count` on `threads` threads; results stand in the order of the indexes.
///
/// Plain threads, because files are read and parsed here without ever waiting for anything else.
func parallelMap<Result: Sendable>(
    count: Int, threads: Int, _ transform: @escaping @Sendable (Int) -> Result
) -> [Result] {
    let workers = min(max(1, threads), max(1, count / 64))
    guard workers > 1 else { return (0..<count).map(transform) }
    let box = Work(count: count, transform: transform)
    var handles: [pthread_t] = []
    for _ in 1..<workers {
        var handle = pthread_t()
        let argument = Unmanaged.passRetained(box as AnyObject)
        let status = pthread_create(
            &handle, nil,
            { argument in
                guard let argument else { return nil }
                let object = Unmanaged<AnyObject>.fromOpaque(argument).takeRetainedValue()
                (object as? any Runnable)?.run()
                return nil
            }, argument.toOpaque())
        if status == 0 {
            handles.append(handle)
        } else {
            argument.release()
        }
    }
    box.run()
    for handle in handles { pthread_join(handle, nil) }
    return box.takeResults()
}

private protocol Runnable: AnyObject {
    func run()
}

/// Each index is taken by one thread only and has a slot of its own, so the slots need no lock.
private final class Work<Result: Sendable>: Runnable, @unchecked Sendable {
    private let count: Int
    private let transform: @Sendable (Int) -> Result
    private let slots: UnsafeMutablePointer<Result?>
    private var next = 0
    private var lock = pthread_mutex_t()

    init(count: Int, transform: @escaping @Sendable (Int) -> Result) {
        self.count = count
        self.transform = transform
        slots = .allocate(capacity: count)
        slots.initialize(repeating: nil, count: count)
        pthread_mutex_init(&lock, nil)
    }

    deinit {
        slots.deinitialize(count: count)
        slots.deallocate()
        pthread_mutex_destroy(&lock)
    }

    func run() {
        let step = 32
        while true {
            pthread_mutex_lock(&lock)
            let start = next
            next += step
            pthread_mutex_unlock(&lock)
            guard start < count else { return }
            for index in start..<min(count, start + step) { slots[index] = transform(index) }
        }
    }

    func takeResults() -> [Result] {
        (0..<count).compactMap { slots[$0] }
    }
}
