package import Values

/// Hugo's layouts with a colon (`:date_long`) as English writes them, with a narrow space before `pm`; others are Go's.
package enum EnglishTimeLayout {
    private static let layouts: [String: String] = [
        ":date_full": "Monday, January 2, 2006", ":date_long": "January 2, 2006", ":date_medium": "Jan 2, 2006",
        ":date_short": "1/2/06", ":time_full": "3:04:05\u{202F}pm MST", ":time_long": "3:04:05\u{202F}pm MST",
        ":time_medium": "3:04:05\u{202F}pm", ":time_short": "3:04\u{202F}pm",
    ]

    /// The time in a layout of either kind.
    package static func format(_ time: ZonedTime, layout: String) -> String {
        guard let named = layouts[layout.lowercased()] else { return time.format(goLayout: layout) }
        guard time.components.year < 1000 else { return time.format(goLayout: named) }
        // Unlike Go's, years of these layouts have no zeros in front.
        let text = time.format(goLayout: named.replacing("2006", with: "\u{1}"))
        return text.replacing("\u{1}", with: String(time.components.year))
    }
}
