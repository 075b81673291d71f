internal import RegularExpressions

/// Cuts text into tokens with the rules of a lexer.
///
/// The machine is that of Pygments and Chroma: a stack of states; in each the first rule that matches at the offset is
/// taken; what no rule knows is an error of one character, and a line break among them returns to the first state.
/// It ends for every text: a match of nothing may repeat only so often at one place, the stack has a bottom and a top,
/// and when searches have cost more than honest text needs, the rest is plain text.
struct Tokenizer {
    /// Finds another language by name.
    let find: (String) -> Lexer?

    init(find: @escaping (String) -> Lexer?) { self.find = find }

    /// The tokens of `text`, and the text that they cut: a language may want it to end with a line break.
    func tokenize(_ text: [UInt8], with lexer: Lexer) -> (text: [UInt8], tokens: TokenList) {
        var list = TokenList()
        var whole = text
        if lexer.definition.ensuresNewline, text.last != 0x0A { whole.append(0x0A) }
        let run = TokenizerRun(find: find, budget: SearchBudget(bytes: text.count))
        run.tokenize(whole, with: lexer, from: lexer.root, end: text.count, base: 0, depth: 0, into: &list)
        return (whole, list)
    }
}

/// One text on its way through a `Tokenizer`, with the languages within it.
private struct TokenizerRun {
    let find: (String) -> Lexer?
    let budget: SearchBudget

    private static let stackLimit = 100_000
    private static let stallLimit = 64
    private static let giveUpLimit = 8
    /// Languages within languages within languages.
    private static let depthLimit = 8

    /// Reads `text` up to `end` and appends its tokens, whose offsets count from `base`.
    func tokenize(
        _ text: [UInt8], with lexer: Lexer, from state: Int, end: Int, base: Int, depth: Int, into list: inout TokenList
    ) {
        if let outer = lexer.definition.outerLanguage, state == lexer.root, depth < Self.depthLimit,
            let outerLexer = find(outer)
        {
            var inner = TokenList()
            cut(text, with: lexer, from: state, end: end, base: 0, depth: depth, into: &inner)
            join(inner, text, outerLexer, base, depth, &list)
        } else {
            cut(text, with: lexer, from: state, end: end, base: base, depth: depth, into: &list)
        }
    }

    /// Appends `inner`, with what is of the kind `other` read as another language, all of it as one text.
    private func join(
        _ inner: TokenList, _ text: [UInt8], _ lexer: Lexer, _ base: Int, _ depth: Int, _ list: inout TokenList
    ) {
        var outerText: [UInt8] = []
        var start = 0
        for token in inner.tokens {
            if token.kind == .other { outerText += text[start..<token.end] }
            start = token.end
        }
        var outer = TokenList()
        tokenize(
            outerText, with: lexer, from: lexer.root, end: outerText.count, base: 0, depth: depth + 1, into: &outer)
        var index = 0
        var outerOffset = 0
        start = 0
        for token in inner.tokens {
            if token.kind != .other {
                list.append(token.kind, upTo: base + token.end)
            } else {
                let outerEnd = outerOffset + token.end - start
                while outerOffset < outerEnd, index < outer.tokens.count {
                    let piece = outer.tokens[index]
                    start += min(piece.end, outerEnd) - outerOffset
                    outerOffset = min(piece.end, outerEnd)
                    list.append(piece.kind, upTo: base + start)
                    if piece.end <= outerEnd { index += 1 }
                }
            }
            start = token.end
        }
    }

    private func cut(
        _ text: [UInt8], with lexer: Lexer, from state: Int, end: Int, base: Int, depth: Int, into list: inout TokenList
    ) {
        let subject = MatchSubject(text)
        subject.withScanner(groupLimit: lexer.groupLimit, budget: budget) { scanner in
            var stack = [state]
            var offset = 0
            var stalls = 0
            var surrenders = 0
            while offset < end, let current = stack.last {
                let rules = lexer.states[current]
                switch scanner.match(rules.patterns, at: offset) {
                case .none:
                    if text[offset] == 0x0A, current != state {
                        stack = [state]
                    } else {
                        offset = subject.nextOffset(after: offset)
                        list.append(.error, upTo: base + offset)
                    }
                case .refused:
                    list.append(.text, upTo: base + end)
                    return
                case .givenUp:
                    surrenders += 1
                    guard surrenders < Self.giveUpLimit else {
                        list.append(.text, upTo: base + end)
                        return
                    }
                    offset = subject.nextOffset(after: offset)
                    list.append(.text, upTo: base + offset)
                case .matched(let index):
                    guard index < rules.actions.count, let range = scanner.range(of: 0) else { return }
                    let action = rules.actions[index]
                    if range.isEmpty {
                        stalls += 1
                        guard stalls < Self.stallLimit else {
                            stalls = 0
                            stack = [state]
                            offset = subject.nextOffset(after: offset)
                            list.append(.error, upTo: base + offset)
                            continue
                        }
                    } else {
                        stalls = 0
                        emit(action, range, scanner, text, lexer, base, depth, &list)
                    }
                    offset = range.upperBound
                    move(action.moves, current, &stack)
                }
            }
            // The bottom of the stack is gone: Chroma calls the rest an error.
            if offset < end { list.append(stack.isEmpty ? .error : .text, upTo: base + end) }
        }
        // Whatever no token took, so that the tokens together are the text.
        list.append(.text, upTo: base + end)
    }

    private func move(_ moves: [Lexer.Action.Move], _ current: Int, _ stack: inout [Int]) {
        for move in moves {
            switch move {
            case .push(let state): if stack.count < Self.stackLimit { stack.append(state) }
            case .pushSame: if stack.count < Self.stackLimit { stack.append(current) }
            case .pop(let depth): stack.removeLast(min(depth, stack.count))
            }
        }
    }

    private func emit(
        _ action: Lexer.Action, _ range: Range<Int>, _ scanner: borrowing PatternScanner, _ text: [UInt8],
        _ lexer: Lexer, _ base: Int, _ depth: Int, _ list: inout TokenList
    ) {
        if action.isByGroup {
            // Taken first: reading a part as another language may use PCRE2 again.
            let ranges = (1...max(1, action.emissions.count)).map { scanner.range(of: $0) }
            for (index, emission) in action.emissions.enumerated() {
                guard let part = ranges[index], !part.isEmpty else { continue }
                list.append(.text, upTo: base + part.lowerBound)
                emit(emission, part, ranges, text, lexer, base, depth, &list)
            }
        } else if let emission = action.emissions.first {
            emit(emission, range, [], text, lexer, base, depth, &list)
        }
        list.append(.text, upTo: base + range.upperBound)
    }

    private func emit(
        _ emission: Lexer.Action.Emission, _ part: Range<Int>, _ groups: [Range<Int>?], _ text: [UInt8],
        _ lexer: Lexer, _ base: Int, _ depth: Int, _ list: inout TokenList
    ) {
        switch emission {
        case .nothing: list.append(.text, upTo: base + part.upperBound)
        case .token(let kind): list.append(kind, upTo: base + part.upperBound)
        case .state(let state): read(part, lexer, state, text, base, depth, &list)
        case .language(let name, let other):
            let inner = find(name)
            guard let other else { return read(part, inner, inner?.root ?? 0, text, base, depth, &list) }
            var fresh = TokenList()
            let start = max(part.lowerBound, list.end - base)
            guard start < part.upperBound else { return }
            read(
                0..<part.upperBound - start, inner, inner?.root ?? 0, Array(text[start..<part.upperBound]), 0, depth,
                &fresh)
            for token in fresh.tokens {
                list.append(token.kind == .other ? other : token.kind, upTo: base + start + token.end)
            }
        case .named(let group, let unknown):
            var other: Lexer?
            if group > 0, group <= groups.count, let range = groups[group - 1] {
                other = find(String(decoding: text[range], as: UTF8.self))
            }
            guard other != nil else { return list.append(unknown, upTo: base + part.upperBound) }
            read(part, other, other?.root ?? 0, text, base, depth, &list)
        }
    }

    private func read(
        _ part: Range<Int>, _ lexer: Lexer?, _ state: Int, _ text: [UInt8], _ base: Int, _ depth: Int,
        _ list: inout TokenList
    ) {
        // Part of it may be taken already where groups stand within groups.
        let start = max(part.lowerBound, list.end - base)
        guard start < part.upperBound else { return }
        guard let lexer, depth < Self.depthLimit else {
            list.append(.text, upTo: base + part.upperBound)
            return
        }
        tokenize(
            Array(text[start..<part.upperBound]), with: lexer, from: state, end: part.upperBound - start,
            base: base + start, depth: depth + 1, into: &list)
    }
}
