internal import CPCRE2
internal import Synchronization

/// A compiled pattern that any number of threads may use at once; a face on PCRE2.
///
/// Patterns are written in Go's dialect (see `GoPattern`) or in PCRE2's own. A search that would backtrack without end
/// is given up with an error.
package final class RegularExpression: Sendable {
    /// Switches of PCRE2's own dialect; Go's patterns carry theirs inside.
    package struct Options: OptionSet, Sendable {
        /// The bits.
        package let rawValue: UInt32
        /// Options of these bits.
        package init(rawValue: UInt32) { self.rawValue = rawValue }
        /// Letters match without regard to case.
        package static let ignoringCase = Options(rawValue: PCRE2_CASELESS)
        /// `^` and `$` match at line breaks.
        package static let multiline = Options(rawValue: PCRE2_MULTILINE)
        /// `.` matches a line break.
        package static let dotMatchesNewline = Options(rawValue: PCRE2_DOTALL)
        /// `\w`, `\d`, `\s` and `\b` know Unicode.
        package static let unicodeClasses = Options(rawValue: PCRE2_UCP)
        /// White space in the pattern is no part of it.
        package static let extended = Options(rawValue: PCRE2_EXTENDED)
    }

    /// The pattern as it was written.
    package let pattern: String
    /// The names of the groups 0, 1, …, empty where a group has none; only for the dialect of Go.
    package let groupNames: [String]
    /// The number of groups without the whole.
    package let groupCount: Int

    // PCRE2 never writes to a compiled pattern after the JIT compiler ran, and frees it in `deinit` only.
    private nonisolated(unsafe) let code: OpaquePointer
    private let scratch = Mutex<[MatchScratch]>([])

    /// Compiles a pattern of Go's dialect.
    package convenience init(go pattern: String) throws(RegularExpressionError) {
        let translated = try GoPattern.translate(pattern)
        try self.init(
            pattern, source: translated.source,
            options: PCRE2_DOLLAR_ENDONLY | PCRE2_ALT_CIRCUMFLEX | PCRE2_NEVER_BACKSLASH_C,
            groupNames: translated.groupNames)
    }

    /// Compiles a pattern of PCRE2's own dialect.
    package convenience init(pcre pattern: String, options: Options = []) throws(RegularExpressionError) {
        try self.init(pattern, source: pattern, options: options.rawValue | PCRE2_NEVER_BACKSLASH_C, groupNames: [])
    }

    private init(
        _ pattern: String, source: String, options: UInt32, groupNames: [String]
    ) throws(RegularExpressionError) {
        self.pattern = pattern
        self.groupNames = groupNames
        let context = pcre2_compile_context_create_8(nil)
        defer { pcre2_compile_context_free_8(context) }
        pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
        pcre2_set_parens_nest_limit_8(context, 250)
        var number: Int32 = 0
        var offset = 0
        let bytes = Array(source.utf8)
        let compiled = bytes.withUnsafeBufferPointer { buffer in
            // A pattern of no bytes has no address, and PCRE2 wants one.
            withUnsafePointer(to: UInt8(0)) { empty in
                pcre2_compile_8(
                    buffer.baseAddress ?? empty, buffer.count, options | PCRE2_UTF, &number, &offset, context)
            }
        }
        guard let compiled else {
            throw RegularExpressionError(
                "error parsing regexp: \(Self.message(number)) at offset \(offset): `\(pattern)`")
        }
        code = compiled
        // Where the machine has no JIT the interpreter runs: slower, the same result.
        _ = pcre2_jit_compile_8(compiled, PCRE2_JIT_COMPLETE)
        var groups: UInt32 = 0
        _ = pcre2_pattern_info_8(compiled, UInt32(PCRE2_INFO_CAPTURECOUNT), &groups)
        groupCount = Int(groups)
    }

    deinit {
        scratch.withLock { pool in
            for entry in pool { entry.free() }
            pool = []
        }
        pcre2_code_free_8(code)
    }

    /// The first match at or after `offset`, or exactly at `offset` when `anchored`.
    ///
    /// Look-behind and `\b` see what stands before `offset`. Throws when the search was given up.
    package func firstMatch(
        in subject: MatchSubject, from offset: Int = 0, anchored: Bool = false
    ) throws(RegularExpressionError) -> RegularExpressionMatch? {
        guard offset >= 0, offset <= subject.count else { return nil }
        let room = scratch.withLock { $0.popLast() } ?? MatchScratch(code)
        defer { scratch.withLock { $0.append(room) } }
        let options = PCRE2_NO_UTF_CHECK | (anchored ? PCRE2_ANCHORED : 0)
        var status = run(subject, offset, options, room)
        // The JIT compiler's own stack is small; the interpreter takes memory from the heap, up to its limit.
        if status == PCRE2_ERROR_JIT_STACKLIMIT { status = run(subject, offset, options | PCRE2_NO_JIT, room) }
        if status == PCRE2_ERROR_NOMATCH { return nil }
        guard status >= 0 else {
            throw RegularExpressionError("cannot match `\(pattern)`: \(Self.message(status))")
        }
        let vector = pcre2_get_ovector_pointer_8(room.data)
        guard let vector, vector[0] <= vector[1] else { return nil }
        let offsets = [Int](unsafeUninitializedCapacity: (groupCount + 1) * 2) { buffer, count in
            count = (groupCount + 1) * 2
            // What PCRE2 did not set is its ~0, which is -1 as a signed number.
            for index in 0..<count { buffer[index] = vector[index] }
        }
        return RegularExpressionMatch(offsets: offsets)
    }

    private func run(_ subject: MatchSubject, _ offset: Int, _ options: UInt32, _ room: MatchScratch) -> Int32 {
        subject.withSearchedBytes { buffer in
            withUnsafePointer(to: UInt8(0)) { empty in
                pcre2_match_8(
                    code, buffer.baseAddress ?? empty, buffer.count, offset, options, room.data, room.context)
            }
        }
    }

    private static func message(_ number: Int32) -> String {
        let capacity = 256
        var text = [UInt8](repeating: 0, count: capacity)
        let length = pcre2_get_error_message_8(number, &text, capacity)
        return String(decoding: text.prefix(max(0, Int(length))), as: UTF8.self)
    }
}

/// The memory that one search at a time needs; kept with its pattern and used again.
private struct MatchScratch: @unchecked Sendable {
    let data: OpaquePointer?
    let context: OpaquePointer?

    /// Backtracking steps from one start; a pattern that needs more has run away.
    private static let stepLimit: UInt32 = 2_000_000
    /// Kibibytes of heap that the interpreter may use.
    private static let heapLimit: UInt32 = 65_536

    init(_ code: OpaquePointer) {
        data = pcre2_match_data_create_from_pattern_8(code, nil)
        context = pcre2_match_context_create_8(nil)
        pcre2_set_match_limit_8(context, Self.stepLimit)
        pcre2_set_heap_limit_8(context, Self.heapLimit)
    }

    func free() {
        pcre2_match_data_free_8(data)
        pcre2_match_context_free_8(context)
    }
}
