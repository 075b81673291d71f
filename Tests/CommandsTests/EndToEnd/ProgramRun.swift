import Files
import Glibc

/// What the built program did with one command line.
struct ProgramRun {
    let status: Int32
    let output: String
    let messages: String

    /// Runs a command line to its end.
    init(_ words: [String], in folder: SiteFolder, environment: [String: String] = [:], limit: Double = 30) throws {
        let process = try RunningProgram(words, in: folder, environment: environment)
        status = process.wait(limit: limit)
        output = process.output
        messages = process.messages
    }

    /// The first lines of findings, without the excerpts and the notes under them.
    var findings: [String] {
        messages.split(separator: "\n").map(String.init).filter {
            $0.contains(": error: ") || $0.contains(": warning: ") || $0.hasPrefix("error: ")
        }
    }
}

/// One process of the built program, its streams on files.
final class RunningProgram {
    private(set) var identifier: pid_t = 0
    private let folder: String
    private var ended: Int32?

    /// Where the programs of the build are: beside the tests.
    static func path(of product: String) throws -> String {
        let tests = try FileSystem.realPath("/proc/self/exe")
        let beside = tests.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/" + product
        if FileSystem.isFile(beside) { return beside }
        // The tests may be loaded by a runner that stands elsewhere.
        return repository + "/.build/debug/" + product
    }

    /// The checkout that the tests stand in.
    static let repository = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

    /// Starts `product` in the site's folder with an environment of its own.
    init(
        _ words: [String], in site: SiteFolder, product: String = "keyport", environment: [String: String] = [:]
    ) throws {
        folder = site.scratch()
        try FileSystem.makeDirectory(folder)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, folder + "/out", O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, folder + "/err", O_WRONLY | O_CREAT, 0o600)
        let program = try Self.path(of: product)
        var variables = ["PATH": "/usr/bin:/bin", "HOME": site.path, "TZ": "UTC"]
        variables.merge(environment) { $1 }
        // The threads of a test runner hold signals back, which a process would inherit.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        // `env -C` changes the folder and becomes the program: the C library hides its own way from Swift.
        let arguments = (["env", "-C", site.path, program] + words).map { strdup($0) } + [nil]
        let environment = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (arguments + environment).forEach { free($0) } }
        let number = posix_spawn(&identifier, "/usr/bin/env", &actions, &attributes, arguments, environment)
        if number != 0 { throw FileError("start", program, number: number) }
    }

    deinit {
        if ended == nil {
            kill(identifier, SIGKILL)
            _ = waitpid(identifier, nil, 0)
        }
    }

    /// What it has written to standard output so far.
    var output: String { text("out") }
    /// What it has written to standard error so far.
    var messages: String { text("err") }

    private func text(_ name: String) -> String {
        String(decoding: (try? FileSystem.read("\(folder)/\(name)")) ?? [], as: UTF8.self)
    }

    /// Waits for the end and returns the exit status; 128 and the signal when one ended it, -1 when it had to be killed.
    func wait(limit: Double) -> Int32 {
        if let ended { return ended }
        var status: Int32 = 0
        let isDone = eventually(within: limit) { waitpid(self.identifier, &status, WNOHANG) == self.identifier }
        if !isDone {
            kill(identifier, SIGKILL)
            _ = waitpid(identifier, nil, 0)
        }
        let result = !isDone ? -1 : status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
        ended = result
        return result
    }

    /// The exit status, as `wait` gives it, when it has ended by now.
    func poll() -> Int32? {
        if let ended { return ended }
        var status: Int32 = 0
        guard waitpid(identifier, &status, WNOHANG) == identifier else { return nil }
        ended = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
        return ended
    }

    /// Ends it at once, wherever it is in its work.
    func kill9() { if ended == nil { kill(identifier, SIGKILL) } }

    /// Asks it to end as `kill` does.
    func terminate() { kill(identifier, SIGTERM) }
}

/// Whether `condition` comes true before so many seconds are over.
func eventually(within seconds: Double = 15, _ condition: () throws -> Bool) rethrows -> Bool {
    let end = ContinuousClock.now + .milliseconds(Int(seconds * 1000))
    while true {
        if try condition() { return true }
        if ContinuousClock.now > end { return false }
        usleep(5000)
    }
}
