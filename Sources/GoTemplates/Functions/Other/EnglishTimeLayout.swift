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
        time.format(goLayout: layouts[layout.lowercased()] ?? layout)
    }
}
