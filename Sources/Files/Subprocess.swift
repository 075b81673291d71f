internal import CLinux
internal import Glibc

/// Another program, run to its end.
package struct Subprocess: Sendable {
    /// The exit status; 128 and the signal's number for a program that a signal ended, 127 for one that is not there.
    package let status: Int32
    /// What it wrote to standard output.
    package let output: [UInt8]
    /// What it wrote to standard error.
    package let messages: [UInt8]

    /// Runs `words`, the first of which is looked for in `PATH`.
    ///
    /// - Parameters:
    ///   - input: what it reads from standard input.
    ///   - folder: the folder that it works in; nil for ours.
    ///   - environment: variables beside ours.
    package init(
        _ words: [String], input: [UInt8] = [], in folder: String? = nil, environment: [String: String] = [:]
    ) throws(FileError) {
        guard let program = words.first else { throw FileError("run", "", number: EINVAL) }
        let output = try Pipe(for: program)
        let messages = try Pipe(for: program)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let given = input.isEmpty ? -1 : try Self.memoryFile(input, for: program)
        defer { if given >= 0 { _ = close(given) } }
        if given >= 0 {
            posix_spawn_file_actions_adddup2(&actions, given, STDIN_FILENO)
        } else {
            posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, messages.writing, STDERR_FILENO)
        if let folder { linux_spawn_in(&actions, folder) }
        let arguments = CStrings(words)
        let variables = CStrings(Self.variables(adding: environment))
        var identifier: pid_t = 0
        let number = posix_spawnp(&identifier, program, &actions, nil, arguments.pointers, variables.pointers)
        output.closeWriting()
        messages.closeWriting()
        guard number == 0 else { throw FileError("run", program, number: number) }
        (self.output, self.messages) = Pipe.readAll(output, messages)
        var state: Int32 = 0
        while waitpid(identifier, &state, 0) < 0, errno == EINTR {}
        status = state & 0x7F == 0 ? state >> 8 & 0xFF : 128 + state & 0x7F
    }

    /// A file in memory with these bytes, at its start: unlike a pipe it takes them all before anyone reads.
    private static func memoryFile(_ bytes: [UInt8], for program: String) throws(FileError) -> Int32 {
        let file = linux_memory_file("input")
        guard file >= 0 else { throw FileError("run", program, number: errno) }
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let number = errno
                _ = close(file)
                throw FileError("run", program, number: number)
            }
            start += count
        }
        _ = lseek(file, 0, SEEK_SET)
        return file
    }

    private static func variables(adding more: [String: String]) -> [String] {
        var all: [String] = []
        var next = environ
        while let entry = next.pointee {
            let text = String(cString: entry)
            let name = String(text.prefix { $0 != "=" })
            if more[name] == nil { all.append(text) }
            next += 1
        }
        return all + more.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    }
}

/// Both ends of a pipe; what is still open is closed with it.
private final class Pipe {
    private var ends: [Int32] = [-1, -1]

    init(for program: String) throws(FileError) {
        guard linux_pipe(&ends) == 0 else { throw FileError("run", program, number: errno) }
    }

    var writing: Int32 { ends[1] }

    func closeWriting() {
        if ends[1] >= 0 { _ = close(ends[1]) }
        ends[1] = -1
    }

    deinit {
        for end in ends where end >= 0 { _ = close(end) }
    }

    /// Everything that comes through two pipes, read as it comes: a program that fills one must not wait for the other.
    static func readAll(_ first: Pipe, _ second: Pipe) -> ([UInt8], [UInt8]) {
        var results: [[UInt8]] = [[], []]
        var polls = [first, second].map { pollfd(fd: $0.ends[0], events: Int16(POLLIN), revents: 0) }
        var buffer = [UInt8](repeating: 0, count: 65536)
        while polls.contains(where: { $0.fd >= 0 }) {
            if poll(&polls, 2, -1) < 0 {
                if errno == EINTR { continue }
                break
            }
            for index in polls.indices where polls[index].fd >= 0 && polls[index].revents != 0 {
                let count = read(polls[index].fd, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                if count <= 0 { polls[index].fd = -1 } else { results[index].append(contentsOf: buffer[..<count]) }
            }
        }
        return (results[0], results[1])
    }
}

/// Texts as C wants them: a list of pointers with nil at its end.
private final class CStrings {
    let pointers: [UnsafeMutablePointer<CChar>?]

    init(_ texts: [String]) { pointers = texts.map { strdup($0) } + [nil] }

    deinit { for pointer in pointers { free(pointer) } }
}
