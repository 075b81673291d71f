internal import Synchronization
internal import Text

/// Tells open pages to load themselves again, through server-sent events.
final class LiveReload: Sendable {
    /// The address of the event stream.
    static let streamPath = "/__keyport/events"
    /// The address of the script that listens to it; a file of its own, so that a page's policy may forbid inline scripts.
    static let scriptPath = "/__keyport/reload.js"

    /// Loads the page again after a build, and shows the findings of a build that failed over the last good page.
    ///
    /// Styles are set through the object model, which a page's content security policy does not forbid.
    static let script = """
        (() => {
          const source = new EventSource("\(streamPath)");
          let known;
          source.onmessage = (event) => {
            if (known !== undefined && known !== event.data) location.reload();
            known = event.data;
          };
          source.addEventListener("problem", (event) => {
            let box = document.getElementById("keyport-problem");
            if (!box) {
              box = document.createElement("pre");
              box.id = "keyport-problem";
              box.setAttribute("role", "alert");
              Object.assign(box.style, {
                position: "fixed", inset: "auto 0 0 0", zIndex: "2147483647", margin: "0", padding: "1rem 1.25rem",
                maxHeight: "60vh", overflow: "auto", font: "13px/1.5 ui-monospace, monospace", whiteSpace: "pre-wrap",
                color: "#fff", background: "#7a1212", borderTop: "4px solid #ff6b5e",
              });
              document.body.append(box);
            }
            box.textContent = JSON.parse(event.data);
          });
        })();

        """

    private struct State {
        var generation = 0
        var problem: String?
        var problems = 0
    }

    private let state = Mutex(State())

    /// How many reloads were asked for so far, how many problems there were, and the present problem.
    var current: (generation: Int, problems: Int, problem: String?) {
        state.withLock { ($0.generation, $0.problems, $0.problem) }
    }

    /// Asks every open page to load itself again; what was wrong is right again.
    func reload() {
        state.withLock { state in
            state.generation += 1
            state.problem = nil
        }
    }

    /// Shows `problem`, a JSON string, over every open page.
    func show(problem: String) {
        state.withLock { state in
            state.problems += 1
            state.problem = problem
        }
    }

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
