internal import Commands
internal import Glibc

@main
struct Keyport {
    static func main() {
        exit(KeyportCommand.run(Array(CommandLine.arguments.dropFirst())))
    }
}
