internal import Files
internal import Glibc
internal import KeyLedger
internal import Text
internal import Values

/// Opens the store that a command line names.
enum LedgerAccess {
    /// The options of every command that only works with the store.
    static let options: [Option] = [
        .value("source", "s", "DIR", "the folder of the site (default .)"),
        .value("store", nil, "DIR", "the store of keys and usage (default store beside the source)"),
        .value("now", nil, "TIME", "the present, as 2026-03-15T09:12:44Z"),
    ]

    /// The same for the commands of single events, where `--source` is the sender of the event: the site is `--site`.
    static let eventOptions: [Option] =
        [.value(eventSite, "s", "DIR", "the folder of the site (default .)")] + options.dropFirst()

    /// The option that names the site in `eventOptions`.
    static let eventSite = "site"

    /// The store, to look at.
    static func read(_ arguments: Arguments, _ console: Console) throws -> Ledger {
        let clock: LedgerClock = Present.isFixed(arguments) ? .fixed(try present(arguments)) : .system
        return warned(try open(path(arguments), .read, clock), console)
    }

    /// The store, to change it; `site` is the option that names the folder of the site.
    static func write(_ arguments: Arguments, _ console: Console, site: String = "source") throws -> Ledger {
        warned(try open(path(arguments, site: site), .write, try writersClock(arguments)), console)
    }

    /// The store, to change it; a new one where there is nothing yet.
    static func writeOrMake(_ arguments: Arguments, _ console: Console) throws -> Ledger {
        do {
            return try write(arguments, console)
        } catch let error as LedgerError where error.diagnostic.code == "ledger.missing" {
            let path = path(arguments)
            return try make(path, name: try workspaceName(forNewStore: path, otherwise: error), arguments, console)
        }
    }

    /// Who works, as the audit log says it.
    static var actor: String {
        guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "cli:\(getuid())" }
        return "cli:" + String(cString: name)
    }

    // What is written has the time at which it is written: a SOURCE_DATE_EPOCH, which many build environments set for
    // everything in them, decides what is shown but not when a key was made.
    private static func writersClock(_ arguments: Arguments) throws -> LedgerClock {
        arguments.value("now") == nil ? .system : .fixed(try present(arguments))
    }

    private static func present(_ arguments: Arguments) throws(UsageError) -> Instant {
        guard let instant = Instant(try Present.time(arguments)) else {
            throw UsageError(message: "--now: a store knows the years 1678 to 2261 only")
        }
        return instant
    }

    private static func path(_ arguments: Arguments, site: String = "source") -> String {
        if let given = arguments.value("store") { return given }
        let folder = arguments.value(site) ?? "."
        return folder == "." ? "store" : folder + "/store"
    }

    private static func open(
        _ path: String, _ access: Ledger.Access, _ clock: LedgerClock
    ) throws(LedgerError) -> Ledger {
        do throws(LedgerError) {
            return try Ledger.open(path, access: access, clock: clock, actor: actor)
        } catch {
            guard error.diagnostic.code == "ledger.missing" else { throw error }
            var diagnostic = error.diagnostic
            diagnostic.suggestion = "name the folder with --store, or make a store with keyport keys create NAME"
            throw LedgerError(error.status, diagnostic)
        }
    }

    private static func warned(_ ledger: Ledger, _ console: Console) -> Ledger {
        console.report(ledger.warnings)
        return ledger
    }

    /// The name of a workspace whose store would be at `path`, after the folder that holds it; throws where no store can
    /// be made.
    private static func workspaceName(
        forNewStore path: String, otherwise error: LedgerError
    ) throws(LedgerError) -> String {
        func refused(_ suggestion: String) -> LedgerError {
            var diagnostic = error.diagnostic
            diagnostic.suggestion = suggestion
            return LedgerError(error.status, diagnostic)
        }
        let parent = path.split(separator: "/").dropLast().joined(separator: "/")
        let around = path.hasPrefix("/") ? "/" + parent : parent.isEmpty ? "." : parent
        // A folder that was mistyped is not made.
        guard let folder = try? FileSystem.realPath(around) else { throw refused("make the folder \(around) first") }
        // A folder with keys but without settings is a damaged store; new settings would hide that.
        let left = (try? FileSystem.status(path)) == nil ? [] : try? FileSystem.list(path)
        guard let left, left.allSatisfy({ $0.name.hasPrefix(".") || $0.name == "lock" }) else {
            throw refused("the folder is not empty: bring workspace.json back, or name another one with --store")
        }
        return folder.split(separator: "/").last.map(String.init) ?? "Workspace"
    }

    private static func make(
        _ path: String, name: String, _ arguments: Arguments, _ console: Console
    ) throws -> Ledger {
        let clock = try writersClock(arguments)
        let settings = Ledger.standardWorkspace(name: name, quota: nil, from: clock.now.day(in: .utc))
        let ledger: Ledger
        do throws(LedgerError) {
            ledger = try Ledger.create(path, workspace: settings, clock: clock, actor: actor)
        } catch {
            // Somebody else has made it in this moment.
            guard error.diagnostic.code == "ledger.exists" else { throw error }
            return try write(arguments, console)
        }
        console.report(
            Diagnostic(
                .note, code: "store-made",
                "made a new store: workspace \"\(name)\", unlimited quota, periods from the first of the month in UTC",
                path: path, suggestion: "its settings are in \(path)/workspace.json"))
        return ledger
    }
}

extension Instant {
    /// The instant of a time; nil beyond the years that the store can write.
    init?(_ time: ZonedTime) {
        guard 1678...2261 ~= time.in(.utc).components.year else { return nil }
        self.init(nanoseconds: time.seconds * 1_000_000_000 + Int(time.nanoseconds))
    }
}
