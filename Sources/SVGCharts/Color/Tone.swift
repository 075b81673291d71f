/// A role that a colour plays, with its value on a light and on a dark ground.
///
/// Classes (`Paint`) set fill and stroke from variables. The light value also stands as an attribute, so that a program
/// that knows no variables (librsvg), or a page without the style sheet, still draws the graph in its light colours.
package enum Tone: String, Sendable, Hashable, CaseIterable {
    /// The first colour for a series.
    case series1 = "1"
    /// The second colour for a series.
    case series2 = "2"
    /// The third colour for a series.
    case series3 = "3"
    /// The fourth colour for a series.
    case series4 = "4"
    /// The fifth colour for a series.
    case series5 = "5"
    /// The sixth colour for a series.
    case series6 = "6"
    /// All that is not one of the six.
    case other = "7"
    /// A graph of one series that is no key.
    case accent = "a"
    /// The quota.
    case quota = "q"
    /// Sunset and deprecation.
    case sunset = "s"
    /// Titles and values.
    case ink = "i"
    /// Labels.
    case muted = "m"
    /// The baseline, the marks for zero and for missing days.
    case axis = "x"
    /// Grid lines.
    case grid = "g"
    /// What the graph lies on.
    case ground = "b"

    /// The six colours that keys may have, in their order.
    package static let series: [Tone] = [.series1, .series2, .series3, .series4, .series5, .series6]

    /// The colour on a light ground, `#rrggbb`.
    package var light: String {
        switch self {
        case .series1: return "#04299e"
        case .series2: return "#ef5b33"
        case .series3: return "#b97aaa"
        case .series4: return "#5c2551"
        case .series5: return "#555bda"
        case .series6: return "#a42e07"
        case .other: return "#645a68"
        case .accent: return "#2257c5"
        case .quota: return "#b3261e"
        case .sunset: return "#8a5a00"
        case .ink: return "#1c2430"
        case .muted: return "#586272"
        case .axis: return "#818b99"
        case .grid: return "#e3e7ec"
        case .ground: return "#ffffff"
        }
    }

    /// The colour on a dark ground, `#rrggbb`.
    package var dark: String {
        switch self {
        case .series1: return "#2cb4e4"
        case .series2: return "#fedd4d"
        case .series3: return "#c94f7c"
        case .series4: return "#8ff4e0"
        case .series5: return "#7f66e9"
        case .series6: return "#bda434"
        case .other: return "#b6c0b2"
        case .accent: return "#77a9ff"
        case .quota: return "#ff8a78"
        case .sunset: return "#e0ac4a"
        case .ink: return "#e8ebf0"
        case .muted: return "#a3acb9"
        case .axis: return "#76808f"
        case .grid: return "#2a2f38"
        case .ground: return "#0f1115"
        }
    }

    /// The tone of a series at `slot`: 0 to 5 are the six colours, anything else is the grey of "other".
    package static func series(_ slot: Int) -> Tone { series.indices.contains(slot) ? series[slot] : .other }
}
