package import Text

/// The events of one file, some at a time: a large delivery is never in memory as a whole but for its bytes.
package struct UsageDelivery {
    /// How a file is read.
    enum Form {
        /// From an offset on, each line an event; the number of the next line.
        case lines(at: Int, line: Int)
        /// A document, read as a whole.
        case list([IncomingEvent])
        /// CSV, with the names of its columns.
        case rows(CSVRows, [String])
    }

    private let file: SourceFile
    private var form: Form
    private var done = 0

    /// A delivery; its form is found in the first bytes.
    ///
    /// - Throws: status 1 when the file as a whole cannot be read: a CSV whose header lacks a column.
    package init(_ file: SourceFile) throws(LedgerError) {
        self.file = file
        form = try UsageImport.form(file)
    }

    /// The next events, at most `limit` of them; none at the end.
    package mutating func next(_ limit: Int) -> [IncomingEvent] {
        var events: [IncomingEvent] = []
        switch form {
        case .lines(var at, var line):
            while at < file.bytes.count, events.count < limit {
                let (event, next) = UsageImport.line(file, at: at, number: line)
                if let event { events.append(event) }
                at = next
                line += 1
            }
            form = .lines(at: at, line: line)
        case .list(let list):
            events = Array(list[done..<(done + min(limit, list.count - done))])
        case .rows(var rows, let names):
            while events.count < limit, let row = rows.next() {
                if let event = UsageImport.event(row, names, path: file.path) { events.append(event) }
            }
            form = .rows(rows, names)
        }
        done += events.count
        return events
    }

    /// How much of the file has been read, 0 to 1.
    package var progress: Double {
        let size = Double(max(1, file.bytes.count))
        switch form {
        case .lines(let at, _): return Double(at) / size
        case .list(let list): return list.isEmpty ? 1 : Double(done) / Double(list.count)
        case .rows(let rows, _): return Double(rows.offset) / size
        }
    }
}
