/// What searches may still cost, counted in bytes that they look at; the same for the same text, on any machine and at
/// any load.
///
/// A rule that looks for an end which never comes reads the text again and again. What it reads is taken from the
/// budget, and a search for which none is left is refused.
package final class SearchBudget {
    private var left: Int

    /// Enough for `bytes` of honest text, which needs hardly any: a token seldom looks further than its line.
    package init(bytes: Int) { left = (1 << 20) + min(bytes, 1 << 40) * 16 }

    /// Takes what a search of `bytes` costs; false when there is not that much left.
    func spend(_ bytes: Int) -> Bool {
        left -= bytes
        return left >= 0
    }
}
