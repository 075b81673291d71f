internal import CPCRE2

/// What one text is matched with, list after list: PCRE2's memory, taken once a text.
///
/// A search sees a window of the text first, and a larger one when it wants to read on; so what it reads is known
/// within a factor, and a `SearchBudget` can bound it.
package struct PatternScanner: ~Copyable {
    /// What a search came to.
    package enum Outcome: Equatable, Sendable {
        /// The pattern of this index matched.
        case matched(Int)
        /// No pattern matches here.
        case none
        /// The search was given up: it would have taken too many steps or too much memory.
        case givenUp
        /// The budget is spent.
        case refused
    }

    private let text: UnsafeBufferPointer<UInt8>
    private let budget: SearchBudget
    private let data: OpaquePointer?
    private let context: OpaquePointer?
    private let patientContext: OpaquePointer?
    private let stack = LateStack()

    /// Texts up to this length are searched whole.
    private static let shortText = 2_048
    private static let firstWindow = 1_024
    /// Backtracking steps of a search; one that needs more pays for it and gets many more, and behind those has run away.
    private static let stepLimit: UInt32 = 10_000
    private static let patientStepLimit: UInt32 = 400_000
    /// Kibibytes of heap that the interpreter may use.
    private static let heapLimit: UInt32 = 16_384

    init(_ text: UnsafeBufferPointer<UInt8>, groupLimit: Int, budget: SearchBudget) {
        self.text = text
        self.budget = budget
        data = pcre2_match_data_create_8(UInt32(clamping: groupLimit + 1), nil)
        context = Self.makeContext(Self.stepLimit)
        patientContext = Self.makeContext(Self.patientStepLimit)
    }

    private static func makeContext(_ steps: UInt32) -> OpaquePointer? {
        let context = pcre2_match_context_create_8(nil)
        pcre2_set_match_limit_8(context, steps)
        pcre2_set_heap_limit_8(context, heapLimit)
        return context
    }

    deinit {
        pcre2_match_data_free_8(data)
        pcre2_match_context_free_8(context)
        pcre2_match_context_free_8(patientContext)
    }

    /// Tries `patterns` exactly at `offset`; look-behind sees what stands before it.
    package func match(_ patterns: OrderedPatterns, at offset: Int) -> Outcome {
        guard offset >= 0, offset <= text.count else { return .none }
        if text.count > Self.shortText {
            let (code, isJIT) = patterns.partialCode()
            var window = Self.firstWindow
            while window < text.count - offset {
                var end = offset + window
                while text[end] & 0xC0 == 0x80 { end -= 1 }
                guard let status = run(code, isJIT, end: end, at: offset, PCRE2_PARTIAL_HARD) else { return .refused }
                // What does not want to read on would come to the same in a longer text.
                if status != PCRE2_ERROR_PARTIAL { return outcome(status) }
                window *= 8
                guard budget.spend(min(window, text.count - offset)) else { return .refused }
            }
        }
        guard let status = run(patterns.code, patterns.isJIT, end: text.count, at: offset, 0) else { return .refused }
        return outcome(status)
    }

    /// PCRE2's answer, nil when the budget is spent.
    private func run(_ code: OpaquePointer, _ isJIT: Bool, end: Int, at offset: Int, _ options: UInt32) -> Int32? {
        let status = run(code, isJIT, end: end, at: offset, options, context)
        guard status == PCRE2_ERROR_MATCHLIMIT else { return status }
        guard budget.spend(Int(Self.patientStepLimit)) else { return nil }
        return run(code, isJIT, end: end, at: offset, options, patientContext)
    }

    private func run(
        _ code: OpaquePointer, _ isJIT: Bool, end: Int, at offset: Int, _ options: UInt32, _ context: OpaquePointer?
    ) -> Int32 {
        guard let start = text.baseAddress else { return PCRE2_ERROR_NOMATCH }
        if isJIT {
            var status = pcre2_jit_match_8(code, start, end, offset, options, data, context)
            if status == PCRE2_ERROR_JIT_STACKLIMIT, stack.assign(to: context) {
                status = pcre2_jit_match_8(code, start, end, offset, options, data, context)
            }
            if status != PCRE2_ERROR_JIT_BADOPTION, status != PCRE2_ERROR_JIT_STACKLIMIT { return status }
        }
        // The stack of compiled patterns is small; the interpreter takes memory from the heap, up to its limit.
        return pcre2_match_8(code, start, end, offset, options | PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, data, context)
    }

    private func outcome(_ status: Int32) -> Outcome {
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

/// A stack for compiled patterns beside the machine's own, of which they use 32 KiB; made when one wants more.
private final class LateStack {
    private var stack: OpaquePointer?

    deinit { pcre2_jit_stack_free_8(stack) }

    /// Gives the stack to a context; false when there is none.
    func assign(to context: OpaquePointer?) -> Bool {
        if stack == nil { stack = pcre2_jit_stack_create_8(32 * 1024, 512 * 1024, nil) }
        guard let stack else { return false }
        pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
        return true
    }
}

extension MatchSubject {
    /// Gives `body` a scanner over the text, for lists of patterns that have at most `groupLimit` groups.
    package func withScanner<Result>(
        groupLimit: Int, budget: SearchBudget, _ body: (borrowing PatternScanner) throws -> Result
    ) rethrows -> Result {
        try withSearchedBytes { try body(PatternScanner($0, groupLimit: groupLimit, budget: budget)) }
    }

    /// The offset of the character after the one at `offset`, at most the end.
    package func nextOffset(after offset: Int) -> Int { min(self.offset(after: offset), count) }
}
