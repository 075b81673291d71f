internal import Glibc
internal import KeyLedger
internal import Text

/// Makes the store of the demonstration: `demo-store DIR --until TIME [--seed N]`.
@main
enum DemoStore {
    private static let usage = "usage: demo-store DIR --until TIME [--seed N]\n"

    static func main() {
        exit(run(Array(CommandLine.arguments.dropFirst())))
    }

    private static func run(_ arguments: [String]) -> Int32 {
        var path: String?
        var until: Instant?
        var seed: UInt64 = 2026
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--until":
                guard let value = rest.popFirst(), let time = Instant(rfc3339: value) else { return wrong() }
                until = time
            case "--seed":
                guard let value = rest.popFirst(), let number = UInt64(value) else { return wrong() }
                seed = number
            case "--help", "-h":
                print(usage, terminator: "")
                return 0
            default:
                guard path == nil, !argument.hasPrefix("-") else { return wrong() }
                path = argument
            }
        }
        guard let path, let until else { return wrong() }
        do throws(LedgerError) {
            try Demonstration(path, until: until, seed: seed).run()
            return 0
        } catch {
            say(error.diagnostic.rendered + "\n")
            return error.status.rawValue
        }
    }

    private static func wrong() -> Int32 {
        say(usage)
        return 2
    }

    private static func say(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }
}
