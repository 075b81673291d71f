internal import Synchronization
internal import Text

/// Tells open pages to load themselves again, through server-sent events.
final class LiveReload: Sendable {
    /// The address of the event stream.
    static let streamPath = "/__keyport/events"
    /// The address of the script that listens to it; a file of its own, so that a page's policy may forbid inline scripts.
    static let scriptPath = "/__keyport/reload.js"

    static let script = """
        (() => {
          const source = new EventSource("\(streamPath)");
          let known;
          source.onmessage = (event) => {
            if (known !== undefined && known !== event.data) location.reload();
            known = event.data;
          };
        })();

        """

    private let generation = Mutex(0)

    /// How many reloads were asked for so far.
    var current: Int { generation.withLock { $0 } }

    /// Asks every open page to load itself again.
    func reload() { generation.withLock { $0 += 1 } }

    /// `html` with the listening script before the end of its body, or at its end when it has no such tag.
    static func inject(into html: [UInt8]) -> [UInt8] {
        let tag = Array("<script src=\"\(scriptPath)\" defer></script>".utf8)
        let position = lastBodyEnd(in: html) ?? html.count
        return html[..<position] + tag + html[position...]
    }

    private static func lastBodyEnd(in html: [UInt8]) -> Int? {
        let wanted = Array("</body".utf8)
        var index = html.count - wanted.count
        while index >= 0 {
            if html[index] == 0x3C,
                html[index..<index + wanted.count].elementsEqual(wanted, by: { $0 | 0x20 == $1 | 0x20 })
            {
                return index
            }
            index -= 1
        }
        return nil
    }
}
