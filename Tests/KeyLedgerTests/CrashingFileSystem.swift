import Files
import Glibc
import KeyLedger
import Synchronization

/// A file system in memory that knows what was synced, and can say what a crash may leave.
///
/// What was written to a file and not synced may be there in part, from its start; what was done to names and not synced
/// may be done up to any of its steps.
final class CrashingFileSystem: LedgerFileSystem {
    /// The content of a file: what is safe, and what is there now.
    fileprivate struct Content {
        var safe: [UInt8] = []
        var now: [UInt8] = []
    }

    fileprivate enum NameStep {
        case set(String, Int)
        case remove(String)
    }

    /// One moment.
    struct Image {
        fileprivate var contents: [Int: Content] = [:]
        fileprivate var names: [String: Int] = [:]
        fileprivate var safeNames: [String: Int] = [:]
        /// By folder, in order.
        fileprivate var steps: [String: [NameStep]] = [:]
        fileprivate var next = 1
        fileprivate var handles: [Int: Int] = [:]

        /// Tells states apart.
        var fingerprint: Int {
            var hasher = Hasher()
            for (path, file) in names.sorted(by: { $0.key < $1.key }) {
                hasher.combine(path)
                hasher.combine(contents[file]?.now)
            }
            return hasher.finalize()
        }
    }

    private let state: Mutex<(image: Image, moments: [Image])>

    private let isRecording: Bool

    /// A file system as `image` has it; one that does not record its moments is a plain one in memory.
    init(_ image: Image = Image(), isRecording: Bool = true) {
        state = Mutex((image, []))
        self.isRecording = isRecording
    }

    /// Every moment so far: the state after each call.
    var moments: [Image] { state.withLock { $0.moments } }

    private func change<T: Sendable>(_ body: (inout Image) -> T) -> T {
        state.withLock { state in
            let result = body(&state.image)
            if isRecording { state.moments.append(state.image) }
            return result
        }
    }

    private static func folder(_ path: String) -> String {
        String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    }

    /// What a crash at this moment may leave, by chance.
    static func crash(_ image: Image, using random: inout some RandomNumberGenerator) -> Image {
        var left = Image()
        left.next = image.next
        left.names = image.safeNames
        for folder in image.steps.keys.sorted() {
            let steps = image.steps[folder] ?? []
            for step in steps.prefix(Int.random(in: 0...steps.count, using: &random)) {
                switch step {
                case .set(let path, let file): left.names[path] = file
                case .remove(let path): left.names[path] = nil
                }
            }
        }
        left.safeNames = left.names
        for (file, content) in image.contents.sorted(by: { $0.key < $1.key }) {
            var bytes = content.safe
            if content.now.starts(with: content.safe) {
                let rest = content.now.count - content.safe.count
                // None, all, or torn anywhere.
                let kept = [0, rest, Int.random(in: 0...rest, using: &random)].randomElement(using: &random) ?? 0
                bytes += content.now[content.safe.count..<(content.safe.count + kept)]
                // The length may have come to the disk before what was written.
                if kept < rest, Int.random(in: 0..<4, using: &random) == 0 {
                    bytes += [UInt8](repeating: 0, count: rest - kept)
                }
            } else if Bool.random(using: &random) {
                bytes = content.now
            }
            left.contents[file] = Content(safe: bytes, now: bytes)
        }
        return left
    }

    func size(of path: String) throws(FileError) -> Int? {
        state.withLock { state in state.image.names[path].flatMap { state.image.contents[$0]?.now.count } }
    }

    func contents(of path: String, limit: Int?) throws(FileError) -> FileContents? {
        let bytes = state.withLock { state in state.image.names[path].flatMap { state.image.contents[$0]?.now } }
        return bytes.map { FileContents($0[..<min($0.count, limit ?? $0.count)]) }
    }

    private func open(_ path: String, isEmpty: Bool) -> Int {
        change { image in
            let file: Int
            if let known = image.names[path] {
                file = known
                if isEmpty { image.contents[file]?.now = [] }
            } else {
                file = image.next
                image.next += 1
                image.contents[file] = Content()
                image.names[path] = file
                image.steps[Self.folder(path), default: []].append(.set(path, file))
            }
            image.handles[image.next] = file
            image.next += 1
            return image.next - 1
        }
    }

    func openForAppending(_ path: String) throws(FileError) -> Int { open(path, isEmpty: false) }

    func create(_ path: String) throws(FileError) -> Int { open(path, isEmpty: true) }

    func write(_ bytes: UnsafeRawBufferPointer, to handle: Int) throws(FileError) -> Int {
        let bytes = Array(bytes)
        return change { image in
            if let file = image.handles[handle] { image.contents[file]?.now += bytes }
            return bytes.count
        }
    }

    func sync(_ handle: Int) throws(FileError) {
        change { image in
            guard let file = image.handles[handle], let now = image.contents[file]?.now else { return }
            image.contents[file]?.safe = now
        }
    }

    func close(_ handle: Int) { change { $0.handles[handle] = nil } }

    func truncate(_ path: String, to size: Int) throws(FileError) {
        change { image in
            guard let file = image.names[path], let now = image.contents[file]?.now else { return }
            image.contents[file] = Content(safe: Array(now[..<size]), now: Array(now[..<size]))
        }
    }

    func rename(_ old: String, to new: String) throws(FileError) {
        change { image in
            guard let file = image.names[old] else { return }
            image.names[old] = nil
            image.names[new] = file
            // At once: never seen without either.
            image.steps[Self.folder(new), default: []].append(.set(new, file))
            image.steps[Self.folder(new), default: []].append(.remove(old))
        }
    }

    func remove(_ path: String) throws(FileError) {
        change { image in
            guard image.names[path] != nil else { return }
            image.names[path] = nil
            image.steps[Self.folder(path), default: []].append(.remove(path))
        }
    }

    func syncFolder(_ path: String) throws(FileError) {
        change { image in
            for step in image.steps[path] ?? [] {
                switch step {
                case .set(let name, let file): image.safeNames[name] = file
                case .remove(let name): image.safeNames[name] = nil
                }
            }
            image.steps[path] = nil
        }
    }

    func makeFolder(_ path: String) throws(FileError) {}

    func list(_ path: String) throws(FileError) -> [String] {
        state.withLock { state in
            state.image.names.keys.filter { Self.folder($0) == path }.map { String($0.dropFirst(path.count + 1)) }
                .sorted()
        }
    }

    func lock(_ path: String, waitingSeconds seconds: Int) throws(FileError) -> Int? { 1 << 40 }
}
