/// Shares of a whole as bars, the largest first.
package struct RankedChart: Chart {
    /// A bar.
    package struct Entry: Sendable, Hashable {
        /// What it counts for: a key, a project, a provider.
        package var name: String
        /// What is to be known of it, such as `deleted`; empty for nothing.
        package var note: String
        /// The colour, as in `ChartSeries.slot`; nil for what is no key and has none of theirs.
        package var slot: Int?
        /// The tokens.
        package var tokens: Int

        /// A bar.
        package init(name: String, note: String = "", slot: Int?, tokens: Int) {
            self.name = name
            self.note = note
            self.slot = slot
            self.tokens = max(0, tokens)
        }
    }

    /// The subject.
    package var title: String
    /// Unit, period, zone.
    package var subtitle: String
    /// The bars in any order.
    package var entries: [Entry]
    /// Up to when there are data.
    package var dataTo: String?
    /// The most bars; the rest is one grey bar.
    package var limit: Int

    /// A graph of `entries`.
    package init(title: String, subtitle: String, entries: [Entry], dataTo: String? = nil, limit: Int = 12) {
        self.title = title
        self.subtitle = subtitle
        self.entries = entries
        self.dataTo = dataTo
        self.limit = max(2, limit)
    }

    private var total: Int { entries.map(\.tokens).saturatedSum() }

    private var ranked: [Entry] {
        entries.enumerated().sorted { ($1.element.tokens, $0.offset) < ($0.element.tokens, $1.offset) }.map(\.element)
    }

    /// The drawing for a column of `width` pixels.
    package func drawing(width: Int) -> ChartDrawing {
        var canvas = Canvas(width: width)
        let style = canvas.labelStyle
        var y = Heading(title: title, subtitle: subtitle, stamp: dataTo.map { "data to \($0)" }).draw(on: &canvas)
        var rows = ranked
        if rows.count > limit {
            let rest = rows[(limit - 1)...]
            rows = Array(rows.prefix(limit - 1))
            rows.append(Entry(name: "\(rest.count) others", slot: -1, tokens: rest.map(\.tokens).saturatedSum()))
        }
        guard !rows.isEmpty else {
            canvas.text(.muted, style, [("No data yet.", 0, y + 16)])
            return canvas.drawing(height: y + 28, title: title, description: "\(subtitle): no data yet.")
        }
        let total = self.total
        let counts = rows.map { ChartNumber.text($0.tokens) }
        let shares = rows.map { ChartNumber.percent($0.tokens, of: total) }
        let countWidth = counts.map { style.width(of: $0) }.max() ?? 0
        let shareWidth = shares.map { style.width(of: $0) }.max() ?? 0
        let names = rows.map { $0.note.isEmpty ? $0.name : "\(BidiText.isolated($0.name)) (\($0.note))" }
        // In a narrow column the name stands above its bar, else beside it.
        let nameWidth =
            canvas.isNarrow ? 0 : min(canvas.width * 0.34, names.map { style.width(of: $0) }.max() ?? 0).rounded(.up)
        let left = canvas.isNarrow ? 0 : nameWidth + 12
        let figures = countWidth + shareWidth + 28
        let barRight = canvas.isNarrow ? canvas.width : canvas.width - figures
        let pitch = canvas.isNarrow ? 38.0 : 26.0
        let length = max(20, barRight - left)
        let largest = max(1, rows.map(\.tokens).max() ?? 1)
        var nameLabels: [(text: String, x: Double, y: Double)] = []
        var countLabels: [(text: String, x: Double, y: Double)] = []
        var shareLabels: [(text: String, x: Double, y: Double)] = []
        var targets: [(box: Box, text: String)] = []
        y = y.rounded() + 4
        for (row, entry) in rows.enumerated() {
            let top = y + Double(row) * pitch
            let baseline = canvas.isNarrow ? top + 12 : top + 16
            let room = canvas.isNarrow ? canvas.width - figures - 4 : nameWidth
            nameLabels.append((style.clipped(names[row], to: room), 0, baseline))
            countLabels.append((counts[row], canvas.width - shareWidth - 14, baseline))
            shareLabels.append((shares[row], canvas.width, baseline))
            var bar = SVGPath()
            let barTop = canvas.isNarrow ? top + 18 : top + 4
            let width = entry.tokens > 0 ? max(1, (Double(entry.tokens) / Double(largest) * length).rounded()) : 0
            if width > 0 {
                bar.rectangle(Box(x: left, y: barTop, width: width, height: canvas.isNarrow ? 12 : 16))
                canvas.fill(entry.slot.map { .series($0) } ?? .accent, bar)
            } else {
                bar.vertical(x: left + 1, y: barTop, length: canvas.isNarrow ? 12 : 16)
                canvas.stroke(.axis, width: 1, bar)
            }
            targets.append(
                (
                    Box(x: 0, y: top, width: canvas.width, height: pitch),
                    "\(BidiText.isolated(names[row])): \(ChartNumber.text(entry.tokens)) (\(shares[row]))"
                ))
        }
        canvas.text(.ink, style, nameLabels)
        canvas.text(.ink, style, .end, countLabels)
        canvas.text(.muted, style, .end, shareLabels)
        canvas.hover(targets)
        let all = zip(rows, shares).map { "\(BidiText.isolated($0.name)) \(ChartNumber.exact($0.tokens)) (\($1))" }
        return canvas.drawing(
            height: y + Double(rows.count) * pitch + 4, title: title,
            description: "\(subtitle): \(ChartNumber.exact(total)) in total. \(all.joined(separator: ", ")).")
    }

    /// A row an entry, none left out.
    package var table: ChartTable {
        var table = ChartTable(caption: "\(title), \(subtitle)")
        table.columns = [.init("Name"), .init("Tokens", isNumeric: true), .init("Share", isNumeric: true)]
        let total = self.total
        for entry in ranked {
            table.rows.append([
                entry.note.isEmpty ? entry.name : "\(BidiText.isolated(entry.name)) (\(entry.note))",
                ChartNumber.exact(entry.tokens),
                ChartNumber.percent(entry.tokens, of: total),
            ])
        }
        table.footer = ["Total", ChartNumber.exact(total), total > 0 ? "100%" : "0%"]
        return table
    }
}
