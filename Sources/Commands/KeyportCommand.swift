internal import Files
internal import Glibc
internal import KeyLedger
internal import SiteModel
internal import Text

/// The program behind the `keyport` executable.
public enum KeyportCommand {
    /// Every command, in the order in which the help lists them.
    static let commands: [Command] = {
        let site: [Command] = [.build, .serve, .check, .publish, .newSite, .new]
        let tools: [Command] = [.report, .markdown, .template, .version]
        return site + Command.ofKeys + Command.ofUsage + Command.ofAudit + tools
    }()

    /// Runs a command line (without the program's name) and returns the exit status.
    public static func run(_ words: [String]) -> Int32 {
        // A reader of standard output that goes away, or a browser that leaves, must not end the process.
        signal(SIGPIPE, SIG_IGN)
        return dispatch(words, console: Console()).rawValue
    }

    static func dispatch(_ words: [String], console: Console) -> ExitStatus {
        guard let first = words.first else {
            console.write(HelpText.list(commands))
            return .usage
        }
        if ["help", "--help", "-h"].contains(first) {
            return help(Array(words.dropFirst()), console)
        }
        if first == "--version" { return dispatch(["version"], console: console) }
        guard let command = commands.first(where: { words.starts(with: $0.words) }) else {
            return unknown(words, console)
        }
        let rest = Array(words.dropFirst(command.words.count))
        if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
            console.write(HelpText.of(command))
            return .done
        }
        do {
            let status = try command.run(try Arguments(rest, for: command), console)
            if status == .done, let failure = console.outputFailure { throw failure.diagnostic }
            return status
        } catch let error as UsageError {
            console.report(
                Diagnostic(code: "command-line", "\(command.name): \(error.message)", suggestion: error.suggestion))
            return .usage
        } catch let diagnostic as Diagnostic {
            console.report(diagnostic)
            return .failed
        } catch let error as SiteError {
            console.report(error.diagnostics)
            return .failed
        } catch let failure as PortalFailure {
            console.report(failure.diagnostics)
            return failure.status
        } catch let error as FileError {
            console.report(error.diagnostic)
            return .failed
        } catch let error as LedgerError {
            console.report(error.diagnostic)
            return ExitStatus(rawValue: error.status.rawValue) ?? .failed
        } catch {
            console.report(Diagnostic(code: "failure", "\(error)"))
            return .failed
        }
    }

    private static func help(_ words: [String], _ console: Console) -> ExitStatus {
        guard let first = words.first else {
            console.write(HelpText.list(commands))
            return .done
        }
        if let command = commands.first(where: { words.starts(with: $0.words) }) {
            console.write(HelpText.of(command))
            return .done
        }
        if commands.contains(where: { $0.words.first == first }) {
            console.write(HelpText.list(commands, group: first))
            return .done
        }
        return unknown(words, console)
    }

    private static func unknown(_ words: [String], _ console: Console) -> ExitStatus {
        let first = words.first ?? ""
        let group = commands.filter { $0.words.first == first }
        if !group.isEmpty {
            let second = words.dropFirst().first
            if second == nil || second == "--help" || second == "-h" {
                console.write(HelpText.list(commands, group: first))
                return second == nil ? .usage : .done
            }
            let near = nearestName(to: second ?? "", among: group.compactMap { $0.words.dropFirst().first })
            console.report(
                Diagnostic(
                    code: "command-line", "unknown command \(first) \(second ?? "")",
                    suggestion: near.map { "did you mean keyport \(first) \($0)?" } ?? "see keyport help \(first)"))
            return .usage
        }
        let near = nearestName(to: first, among: commands.compactMap(\.words.first))
        console.report(
            Diagnostic(
                code: "command-line", "unknown command \(first)",
                suggestion: near.map { "did you mean keyport \($0)?" } ?? "see keyport help"))
        return .usage
    }
}
