import Glibc
import Testing
import Values

/// The lines of a file in `Cases`, each a JSON list.
func cases(_ name: String, sourceFile: String = #filePath) throws -> [[Value]] {
    let folder = sourceFile.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let file = try #require(fopen("\(folder)/Cases/\(name)", "r"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte >= 0 { bytes.append(UInt8(byte)) }
    return try bytes.split(separator: 0x0A).map { try JSON.parse(Array($0)).listValue ?? [] }
}
