import Glibc
import GoTemplates
import Testing
import Values

/// Every expression of `Cases/Functions/*.cases` against what the real Hugo answered (`regenerate.py` there asks it again).
@Suite struct FunctionCaseTests {
    @Test(arguments: [
        "cast", "collections", "compare", "crypto", "encoding", "fmt", "inflect", "lang", "math", "path", "reflect",
        "strings", "time", "transform", "urls",
    ])
    func answersAsHugoDoes(_ name: String) throws {
        let expressions = try Self.lines(name + ".cases").filter { !$0.isEmpty && !$0.hasPrefix("#") }
        var wants = try Self.lines(name + ".want")[...]
        var variables: [String: Value] = [:]
        for expression in expressions {
            if let split = expression.range(of: " := ") {
                let text = String(expression[split.upperBound...])
                variables[String(expression[..<split.lowerBound])] = try CaseExpression.evaluate(
                    text, variables, .standard)
                continue
            }
            let want = wants.popFirst() ?? ""
            if Self.knownDifferences.contains(expression) { continue }
            let answer: String
            do {
                answer = "= " + (try CaseExpression.evaluate(expression, variables, .standard)).goString
            } catch let error as ValueError {
                answer = "! " + error.message
            } catch is CaseExpression.Unsupported {
                continue
            }
            #expect(Self.escaped(answer) == Self.untyped(want), "\(expression)")
        }
        #expect(wants.isEmpty)
    }

    /// Where the engine refuses the argument before the function sees it, where Go's mathematics rounds its own way, and
    /// where Hugo takes safe text for no text; a text here is always UTF-8, so that a binary code is not its bytes.
    private static let knownDifferences: Set<String> = [
        "printf 3", "time.Format 3 \"2020-03-04\"", "math.Tan 1", "len nil",
        "len (hmac \"sha256\" \"key\" \"msg\" \"binary\")", "lt (safeHTML \"10\") \"9\"",
    ]

    /// Go knows what a list holds; here every list can hold anything.
    private static func untyped(_ text: String) -> String {
        var text = text
        for type in ["[]int", "[]string", "[]map[string]interface {}"] {
            text = text.split(separator: type + " ", omittingEmptySubsequences: false).joined(
                separator: "[]interface {} ")
            text = text.split(separator: type + "{", omittingEmptySubsequences: false).joined(
                separator: "[]interface {}{")
            text = text.split(separator: type + ";", omittingEmptySubsequences: false).joined(
                separator: "[]interface {};")
        }
        return text
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func lines(_ name: String) throws -> [String] {
        let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        let path = "/\(folder)/Cases/Functions/\(name)"
        let file = try #require(fopen(path, "r"), "\(path)")
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        return lines.map { String($0) }
    }
}

extension String {
    fileprivate func range(of part: String) -> Range<String.Index>? {
        guard hasPrefix("$") else { return nil }
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
            start = index(after: start)
        }
        return nil
    }
}
