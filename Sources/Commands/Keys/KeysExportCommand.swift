internal import KeyLedger
internal import Text
internal import UsageReports

extension Command {
    /// `keyport keys export`.
    static let keysExport = Command(
        ["keys", "export"], "Print every key, the deleted ones too, without its use.",
        options: LedgerAccess.options + [
            .value("format", nil, "FORMAT", "json or csv (default json)"),
            .flag("with-hashes", nil, "the hashes of the secrets too, for another store"),
        ],
        discussion: """
            The form is that of keys.json. Hashes are left out unless they are asked for by name: with them, keys import
            makes the same keys in another store, where the same secrets are good. CSV has no room for the old secrets of
            a rotation that is in its overlap. Usage is not looked at, so this works when a usage file is damaged.
            """,
        examples: ["keyport keys export", "keyport keys export --format csv", "keyport keys export --with-hashes"]
    ) { arguments, console in
        let format = try ListFormat.json.or(arguments, among: [.json, .csv])
        let keys = try LedgerAccess.read(arguments, console).keys
        let withHashes = arguments.flag("with-hashes")
        if withHashes {
            console.report(
                Diagnostic(
                    .note, code: "hashes",
                    "the output holds the hashes of secrets; keep it where only those who run the store can read it"))
        }
        console.write(
            format == .csv
                ? KeyExport.csv(keys, withHashes: withHashes) : KeyExport.json(keys, withHashes: withHashes))
        return .done
    }
}

/// How a list is printed.
enum ListFormat: String, CaseIterable {
    /// Columns for people.
    case table
    /// JSON.
    case json
    /// CSV with a header.
    case csv

    /// The form that a command line asks for by `--format`, or by `--json` where the command has it; else this one.
    func or(_ arguments: Arguments, among known: [ListFormat] = allCases) throws(UsageError) -> ListFormat {
        guard let text = arguments.value("format") else { return arguments.flag("json") ? .json : self }
        guard let format = ListFormat(rawValue: text), known.contains(format) else {
            throw UsageError(
                message: "--format: there is no form \(text.singleLine)",
                suggestion: "one of " + known.map(\.rawValue).joined(separator: ", "))
        }
        return format
    }
}
