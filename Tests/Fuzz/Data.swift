import DataFormats
import FuzzInput
import Text
import Values

/// A data file in the format that its first byte counts out; what was read is written as JSON, YAML and TOML, and reads
/// the same again.
@_cdecl("LLVMFuzzerTestOneInput")
public func data(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    let formats = DataFormat.allCases
    let format = formats[Int(input.byte()) % formats.count]
    let file = SourceFile(path: "a.data", bytes: input.bytes)
    do throws(Diagnostic) {
        let document = try parseData(file, as: format)
        if format == .csv {
            var options = CSVParser.Options()
            options.delimiter = ";"
            _ = try? CSVParser.parse(file, options: options)
        }
        if let json = try? JSON.string(document.value) {
            let again = try JSON.parse(Array(json.utf8))
            let twice = try? JSON.string(again)
            // A zero below zero is a whole number when it is read.
            require(twice == json || json.contains("-0"), "JSON reads otherwise than it was written: \(json)")
        }
        if isWithinAllFormats(document.value) {
            if let yaml = try? YAMLWriter.text(of: document.value) {
                let again = try? parseData(SourceFile(path: "b.yaml", text: yaml), as: .yaml)
                let isSame = again.map { Value.isEqual($0.value, document.value) } ?? false
                require(isSame, "this YAML was written and reads otherwise: \(yaml)")
            }
            if let map = document.value.mapValue, let toml = try? TOMLWriter.text(of: map) {
                let again = try? parseData(SourceFile(path: "b.toml", text: toml), as: .toml)
                let isSame = again.map { Value.isEqual($0.value, document.value) } ?? false
                require(isSame, "this TOML was written and reads otherwise: \(toml)")
            }
        }
    } catch {
        require(!error.rendered.isEmpty, "an error without words")
    }
    return 0
}

/// Whether each format can hold it: TOML has no number beyond 64 bits with a sign, YAML as Hugo reads it no time.
private func isWithinAllFormats(_ value: Value) -> Bool {
    switch value {
    case .list(let list): return list.allSatisfy(isWithinAllFormats)
    case .map(let map): return map.allSatisfy { isWithinAllFormats($0.1) }
    case .null, .bool, .string, .int: return true
    // What is no number equals nothing, and `1e+20` is a text in YAML as Hugo reads it.
    case .float(let number): return number == 0 || (1e-4..<1e15).contains(number.magnitude)
    default: return false
    }
}
