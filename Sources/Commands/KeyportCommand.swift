/// The program behind the `keyport` executable.
public enum KeyportCommand {
    /// Runs a command line (without the program's name) and returns the exit status.
    public static func run(_ arguments: [String]) -> Int32 { 2 }
}
