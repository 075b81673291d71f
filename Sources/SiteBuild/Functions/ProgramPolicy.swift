internal import RegularExpressions
internal import Values

/// Which programs the templates of a site may run, by the setting `security.exec.allow` of Hugo
/// (`docs/decisions/0042-programs-of-a-site.md`).
struct ProgramPolicy {
    /// Whether no program at all may run.
    let allowsNone: Bool
    private let allowed: [RegularExpression]
    private let refused: [RegularExpression]
    /// Whether the site says anything.
    private let isSet: Bool

    /// Reads the section `security`; a pattern behind `! ` refuses.
    init(_ security: ValueMap) throws(ValueError) {
        let setting = security.value(atPath: "exec.allow")
        isSet = setting != nil
        let patterns = setting?.listValue?.map(\.goString) ?? setting.map { [$0.goString] } ?? []
        allowsNone = isSet && (patterns.contains("none") || patterns.allSatisfy(\.isEmpty))
        var allowed: [RegularExpression] = []
        var refused: [RegularExpression] = []
        for pattern in patterns where !pattern.isEmpty && pattern != "none" {
            let isRefusal = pattern.hasPrefix("! ")
            do throws(RegularExpressionError) {
                let expression = try RegularExpression(go: isRefusal ? String(pattern.dropFirst(2)) : pattern)
                if isRefusal { refused.append(expression) } else { allowed.append(expression) }
            } catch {
                throw ValueError("security.exec.allow: \"\(pattern)\" is no pattern: \(error.message)")
            }
        }
        self.allowed = allowed
        self.refused = refused
    }

    /// Whether a program may run that Hugo would run by `runners`, such as `node`, or has built in where there are none.
    func allows(_ program: String, runners: [String]) -> Bool {
        guard isSet else { return true }
        func fits(_ name: String, _ patterns: [RegularExpression]) -> Bool {
            patterns.contains { (try? $0.matches(MatchSubject(name))) == true }
        }
        if allowsNone || fits(program, refused) { return false }
        return runners.isEmpty || allowed.isEmpty || ([program] + runners).contains { fits($0, allowed) }
    }
}
