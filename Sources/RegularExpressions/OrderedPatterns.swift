internal import CPCRE2

/// A list of patterns of PCRE2's dialect of which the first that matches at an offset wins, compiled as one.
///
/// Each pattern keeps its own numbering of groups: they are the branches of a branch reset, and a mark tells which one
/// matched. One search of the whole list costs little more than one of a single pattern.
package final class OrderedPatterns: Sendable {
    /// The most groups that one of the patterns has.
    package let groupCount: Int

    // PCRE2 never writes to a compiled pattern after the JIT compiler ran, and frees it in `deinit` only.
    fileprivate nonisolated(unsafe) let code: OpaquePointer
    fileprivate let isJIT: Bool

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

    deinit { pcre2_code_free_8(code) }
}

/// What one text is matched with, list after list: PCRE2's memory, taken once a text.
package struct PatternScanner: ~Copyable {
    /// What a search came to.
    package enum Outcome: Equatable, Sendable {
        /// The pattern of this index matched.
        case matched(Int)
        /// No pattern matches here.
        case none
        /// The search was given up: it would have taken too many steps or too much memory.
        case givenUp
    }

    private let text: UnsafeBufferPointer<UInt8>
    private let data: OpaquePointer?
    private let context: OpaquePointer?
    private let stack: OpaquePointer?

    /// Backtracking steps of one search; what needs more has run away.
    private static let stepLimit: UInt32 = 400_000
    /// Kibibytes of heap that the interpreter may use.
    private static let heapLimit: UInt32 = 16_384

    fileprivate init(_ text: UnsafeBufferPointer<UInt8>, groupLimit: Int) {
        self.text = text
        data = pcre2_match_data_create_8(UInt32(clamping: groupLimit + 1), nil)
        context = pcre2_match_context_create_8(nil)
        stack = pcre2_jit_stack_create_8(32 * 1024, 512 * 1024, nil)
        pcre2_set_match_limit_8(context, Self.stepLimit)
        pcre2_set_heap_limit_8(context, Self.heapLimit)
        pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
    }

    deinit {
        pcre2_match_data_free_8(data)
        pcre2_match_context_free_8(context)
        pcre2_jit_stack_free_8(stack)
    }

    /// Tries `patterns` exactly at `offset`; look-behind sees what stands before it.
    package func match(_ patterns: OrderedPatterns, at offset: Int) -> Outcome {
        guard offset >= 0, offset <= text.count, let start = text.baseAddress else { return .none }
        var status = PCRE2_ERROR_JIT_BADOPTION
        if patterns.isJIT { status = pcre2_jit_match_8(patterns.code, start, text.count, offset, 0, data, context) }
        // The stack of compiled patterns is small; the interpreter takes memory from the heap, up to its limit.
        if status == PCRE2_ERROR_JIT_BADOPTION || status == PCRE2_ERROR_JIT_STACKLIMIT {
            let options = PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT
            status = pcre2_match_8(patterns.code, start, text.count, offset, options, data, context)
        }
        if status == PCRE2_ERROR_NOMATCH { return .none }
        guard status >= 0, let mark = pcre2_get_mark_8(data) else { return .givenUp }
        var index = 0
        var digit = mark
        while digit.pointee != 0 {
            index = index * 10 + Int(digit.pointee &- 0x30)
            digit += 1
        }
        return .matched(index)
    }

    /// The bytes that `group` took in the last match, 0 for the whole; nil when it took no part.
    package func range(of group: Int) -> Range<Int>? {
        guard let vector = pcre2_get_ovector_pointer_8(data), group >= 0,
            group < Int(pcre2_get_ovector_count_8(data))
        else { return nil }
        // What PCRE2 did not set is its ~0, which is -1 as a signed number.
        let start = vector[group * 2]
        let end = vector[group * 2 + 1]
        return start >= 0 && start <= end ? start..<end : nil
    }
}

extension MatchSubject {
    /// Gives `body` a scanner over the text, for lists of patterns that have at most `groupLimit` groups.
    package func withScanner<Result>(
        groupLimit: Int, _ body: (borrowing PatternScanner) throws -> Result
    ) rethrows -> Result {
        try withSearchedBytes { try body(PatternScanner($0, groupLimit: groupLimit)) }
    }

    /// The offset of the character after the one at `offset`, at most the end.
    package func nextOffset(after offset: Int) -> Int { min(self.offset(after: offset), count) }
}
