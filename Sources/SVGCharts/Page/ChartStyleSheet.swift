internal import Text

/// The style sheet that inlined graphs and their tables need; the page's theme ships it as a file of its own.
///
/// It follows the reader's system, and a page's switch where there is one (`data-theme` on the root element). Print is
/// always light. Inlined graphs carry no style of their own, so a policy of `style-src 'self'` lets them through.
package let chartStyleSheet: [UInt8] = {
    var css = ByteWriter()
    css.write(literal: "/* Graphs: colours of both themes, the wide and the narrow drawing, tables of figures. */\n")
    css.write(":root{\(ChartStyle.variables(\.light))}\n")
    css.write(
        "@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){\(ChartStyle.variables(\.dark))}}\n"
    )
    css.write("@media screen{:root[data-theme=dark]{\(ChartStyle.variables(\.dark))}}\n")
    css.write(ChartStyle.classes)
    css.write(
        literal: """

            .kc-fig{container-type:inline-size;margin:1.5rem 0}
            .kc-fig svg{display:block;width:100%;height:auto}
            .kc-wide{max-width:60rem}
            .kc-narrow{max-width:30rem}
            .kc-fig .kc-narrow{display:none}
            @container (max-width:599px){.kc-fig .kc-wide{display:none}.kc-fig .kc-narrow{display:block}}
            .kc-spark{width:7.75rem;height:1.75rem;vertical-align:middle}
            .kc-data{margin:.5rem 0 0}
            .kc-data summary{cursor:pointer;font-size:.875rem}
            .kc-scroll{overflow-x:auto}
            .kc-table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums}
            .kc-table caption{text-align:start}
            .kc-table th,.kc-table td{padding:.25rem .75rem;text-align:start;font-weight:400}
            .kc-table thead th,.kc-table tfoot :is(th,td){font-weight:600}
            .kc-table tr{border-bottom:1px solid var(--kc-g)}
            .kc-table .kc-num{text-align:end}
            @media print{.kc-fig,.kc-table tr{break-inside:avoid}}

            """)
    return css.bytes
}()

/// The rules that the style sheet of a page and the `<style>` of a file share.
enum ChartStyle {
    /// `--kc-1:#…;` for each tone.
    static func variables(_ value: (Tone) -> String) -> String {
        Tone.allCases.map { "--kc-\($0.rawValue):\(value($0))" }.joined(separator: ";")
    }

    /// A rule for each paint, tabular figures, and the shade under the pointer.
    static let classes: String =
        Paint.all.map { $0.rule(prefix: "kc-") }.joined()
        + ".kc{font-variant-numeric:tabular-nums}.kc-h :hover{fill:var(--kc-m);fill-opacity:.12}"

    /// What stands in the `<style>` of a file: the values of both themes and the classes.
    ///
    /// Only what that drawing uses; the rest would only make the file larger.
    static func fileRules(_ used: Set<Paint>) -> String {
        let tones = Tone.allCases.filter { tone in used.contains { $0.tone == tone } }
        func variables(_ value: (Tone) -> String) -> String {
            tones.map { "--\($0.rawValue):\(value($0))" }.joined(separator: ";")
        }
        return ":root{color-scheme:light dark;\(variables(\.light))}"
            + "@media screen and (prefers-color-scheme:dark){:root{\(variables(\.dark))}}"
            + Paint.all.filter(used.contains).map { $0.rule(prefix: "") }.joined()
            + ".kc{font-variant-numeric:tabular-nums}"
    }
}
