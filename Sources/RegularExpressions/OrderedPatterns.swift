internal import CPCRE2
internal import Synchronization

/// A list of patterns of PCRE2's dialect of which the first that matches at an offset wins, compiled as one.
///
/// Each pattern keeps its own numbering of groups: they are the branches of a branch reset, and a mark tells which one
/// matched. One search of the whole list costs little more than one of a single pattern.
package final class OrderedPatterns: Sendable {
    /// The most groups that one of the patterns has.
    package let groupCount: Int

    // PCRE2 never writes to a compiled pattern after the JIT compiler ran, and frees it in `deinit` only.
    nonisolated(unsafe) let code: OpaquePointer
    let isJIT: Bool
    private let partial = Mutex<PartialCode?>(nil)

    /// A copy for windows of a text. Short texts are searched whole, so that few patterns ever need one.
    private struct PartialCode: @unchecked Sendable {
        let code: OpaquePointer
        let isJIT: Bool
    }

    /// Compiles the list; no pattern may name a group, and `\1` means the first group of its own pattern.
    package init(_ patterns: [String], options: RegularExpression.Options = []) throws(RegularExpressionError) {
        var source = "(?|"
        for (index, pattern) in patterns.enumerated() {
            source += "\(index == 0 ? "" : "|")(*MARK:\(index))(?:\(pattern))"
        }
        // A list of nothing matches nothing.
        source += patterns.isEmpty ? "(*FAIL))" : ")"
        let context = pcre2_compile_context_create_8(nil)
        defer { pcre2_compile_context_free_8(context) }
        pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
        pcre2_set_parens_nest_limit_8(context, 250)
        var number: Int32 = 0
        var offset = 0
        let bytes = Array(source.utf8)
        let flags = options.rawValue | PCRE2_UTF | PCRE2_ANCHORED | PCRE2_NEVER_BACKSLASH_C
        guard let code = pcre2_compile_8(bytes, bytes.count, flags, &number, &offset, context) else {
            let around = bytes[max(0, offset - 30)..<min(bytes.count, offset + 10)]
            throw RegularExpressionError(
                "cannot compile a list of patterns: error \(number) near `\(String(decoding: around, as: UTF8.self))`")
        }
        self.code = code
        isJIT = pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE) == 0
        var groups: UInt32 = 0
        _ = pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &groups)
        groupCount = Int(groups)
    }

    deinit {
        pcre2_code_free_8(code)
        partial.withLock { pcre2_code_free_8($0?.code) }
    }

    /// The code for a search that may end at a window's end, and whether it is machine code.
    func partialCode() -> (OpaquePointer, Bool) {
        partial.withLock { known in
            if let known { return (known.code, known.isJIT) }
            guard isJIT, let copy = pcre2_code_copy_8(code) else { return (code, false) }
            let compiled = pcre2_jit_compile_8(copy, PCRE2_JIT_PARTIAL_HARD) == 0
            known = PartialCode(code: copy, isJIT: compiled)
            return (copy, compiled)
        }
    }
}
