internal import Files
internal import Glibc
internal import KeyLedger
internal import Text

/// A search for secrets through files and folders, in pieces, so that a file of any size takes little memory.
struct SecretScan {
    /// A secret and where it stands.
    struct Place {
        let path: String
        /// The line, counted from 1.
        let line: Int
        /// The byte in the line, counted from 1.
        let column: Int
        let found: SecretIndex.Found
    }

    /// What was found, in the order of the paths.
    private(set) var places: [Place] = []
    /// What could not be read.
    private(set) var problems: [Diagnostic] = []
    /// The files that were read.
    private(set) var files = 0
    /// The bytes that were read.
    private(set) var bytes = 0
    private let index: SecretIndex
    private var buffer: [UInt8]
    private static let piece = 1 << 20

    /// A search for the secrets that `index` knows.
    init(_ index: SecretIndex) {
        self.index = index
        buffer = [UInt8](repeating: 0, count: Self.piece + index.longest)
    }

    /// Searches standard input.
    mutating func input(_ console: Console) { read(console.inputDescriptor, as: "<stdin>") }

    /// Searches a file, or a folder with all below it. The path itself may be a link; those below are not followed.
    mutating func path(_ path: String) {
        do throws(FileError) {
            guard let status = try FileSystem.status(path) else {
                throw FileError("read", path, number: ENOENT)
            }
            if status.kind == .directory { folder(path) } else { file(path, flags: 0) }
        } catch {
            problems.append(error.diagnostic)
        }
    }

    private mutating func folder(_ path: String) {
        // Folders wait in a list and not on the stack: a tree may be deep.
        var waiting = [path]
        while let folder = waiting.popLast() {
            let entries: [FileSystem.Entry]
            do throws(FileError) {
                entries = try FileSystem.list(folder)
            } catch {
                problems.append(error.diagnostic)
                continue
            }
            let within = folder.hasSuffix("/") ? folder : folder + "/"
            for entry in entries where entry.kind == .file { file(within + entry.name, flags: O_NOFOLLOW) }
            waiting += entries.reversed().filter { $0.kind == .directory }.map { within + $0.name }
        }
    }

    private mutating func file(_ path: String, flags: Int32) {
        // Without O_NONBLOCK a pipe that took the place of a file would hold the search up for ever.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | flags)
        guard descriptor >= 0 else {
            problems.append(FileError("read", path, number: errno).diagnostic)
            return
        }
        defer { _ = close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            problems.append(
                Diagnostic(code: "file", "it is no file and no folder", path: path))
            return
        }
        read(descriptor, as: path)
    }

    private mutating func read(_ descriptor: Int32, as path: String) {
        files += 1
        var lines = LineCount()
        var kept = 0
        var start = 0
        while true {
            let got = buffer.withUnsafeMutableBytes { space in
                Glibc.read(descriptor, space.baseAddress?.advanced(by: kept), Self.piece)
            }
            if got < 0, errno == EINTR { continue }
            if got < 0 { problems.append(FileError("read", path, number: errno).diagnostic) }
            if got <= 0 { return }
            bytes += got
            let filled = kept + got
            let rest = min(filled, index.longest - 1)
            buffer.withUnsafeBytes { space in
                let piece = UnsafeRawBufferPointer(rebasing: space[..<filled])
                for found in index.secrets(in: piece) where start + found.offset >= lines.searched {
                    lines.count(piece, upTo: found.offset, from: start)
                    places.append(
                        Place(path: path, line: lines.line, column: lines.column(start + found.offset), found: found))
                    lines.searched = start + found.offset + 1
                }
                // What stays for the next piece is counted with it.
                lines.count(piece, upTo: filled - rest, from: start)
            }
            buffer.replaceSubrange(0..<rest, with: Array(buffer[(filled - rest)..<filled]))
            start += filled - rest
            kept = rest
        }
    }

    /// The line that an offset lies in.
    private struct LineCount {
        var line = 1
        /// The offset up to which secrets were found: what stands across two pieces is found twice.
        var searched = 0
        private var counted = 0
        private var lineStart = 0

        /// Counts the lines of `piece`, which begins at `start`, up to `end` within it.
        mutating func count(_ piece: UnsafeRawBufferPointer, upTo end: Int, from start: Int) {
            var at = counted - start
            guard at < end, let base = piece.baseAddress else { return }
            while at < end, let hit = memchr(base + at, 0x0A, end - at) {
                at = base.distance(to: UnsafeRawPointer(hit)) + 1
                line += 1
                lineStart = start + at
            }
            counted = start + end
        }

        func column(_ offset: Int) -> Int { offset - lineStart + 1 }
    }
}
