package import KeyLedger
internal import Text
internal import Values

/// The report of a period as a mail with its graph (RFC 5322, MIME of RFC 2045 to 2047).
package struct ReportMail: Sendable {
    private let report: ReportExport
    private let ledger: LedgerFigures
    private let alerts: [UsageAlert]
    private let sender: String
    private let recipients: [String]

    /// A mail from `sender` to `recipients`, addresses that `isAddress` has accepted.
    package init(
        _ report: ReportExport, in ledger: LedgerFigures, alerts: [UsageAlert], sender: String, recipients: [String]
    ) {
        self.report = report
        self.ledger = ledger
        self.alerts = alerts
        self.sender = sender
        self.recipients = recipients
    }

    /// Whether a text is an address that stands in a header as it is: no blanks, no line ends, one `@` with something at
    /// both sides.
    package static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && text.utf8.count <= 254
            && text.utf8.allSatisfy { 0x21...0x7E ~= $0 && !"<>()[],;:\\\"".utf8.contains($0) }
    }

    /// A name for the file of the mail: the period and the moment.
    package var fileName: String { "\(report.figures.name)-\(moment("20060102T150405Z", in: .utc)).eml" }

    private func moment(_ layout: String, in zone: TimeZoneRules) -> String {
        ledger.now.zoned(in: zone).format(goLayout: layout)
    }

    /// The mail, its lines ended by CR and LF.
    package func bytes() throws(LedgerError) -> [UInt8] {
        let name = report.figures.name
        let title = "\(ledger.workspace.name): CI tokens in \(name)"
        let subject = alerts.isEmpty ? title : "\(title), \(alerts.count) alert\(alerts.count == 1 ? "" : "s")"
        let host = sender.split(separator: "@").last.map(String.init) ?? "localhost"
        var text = alerts.map { "\($0.text)\n" }.joined()
        if !text.isEmpty { text += "\n" }
        text += String(decoding: try report.markdown(), as: UTF8.self)

        var out = ByteWriter(capacity: 65_536)
        func line(_ text: String) {
            out.write(text)
            out.write(literal: "\r\n")
        }
        line("Date: \(moment("Mon, 02 Jan 2006 15:04:05 -0700", in: ledger.workspace.zone))")
        line("From: \(sender)")
        line("To: \(recipients.joined(separator: ",\r\n "))")
        line("Subject: \(Self.encodedWords(subject))")
        line("Message-ID: <\(name).\(ledger.now.nanoseconds)@\(host)>")
        line("Auto-Submitted: auto-generated")
        line("MIME-Version: 1.0")
        // Every part is Base 64, which has no underscore: the boundary can stand in none of them.
        let boundary = "=_keyport_report"
        line("Content-Type: multipart/mixed; boundary=\"\(boundary)\"")
        line("")
        line("--\(boundary)")
        line("Content-Type: text/plain; charset=utf-8")
        line("Content-Transfer-Encoding: base64")
        line("")
        out.write(bytes: Base64.lines(Array(text.utf8)))
        line("--\(boundary)")
        line("Content-Type: image/svg+xml; name=\"\(name)-cumulative.svg\"")
        line("Content-Disposition: attachment; filename=\"\(name)-cumulative.svg\"")
        line("Content-Transfer-Encoding: base64")
        line("")
        out.write(bytes: Base64.lines(try report.svg(.cumulative)))
        line("--\(boundary)--")
        return out.bytes
    }

    /// The text as a header takes it: as it is when it is plain, else as encoded words of at most 75 characters, each of
    /// whole characters, folded (RFC 2047).
    static func encodedWords(_ text: String) -> String {
        let isPlain = text.utf8.count <= 60 && text.utf8.allSatisfy { 0x20...0x7E ~= $0 } && !text.contains("=?")
        guard !isPlain else { return text }
        var words: [String] = []
        var word: [UInt8] = []
        func close() {
            if !word.isEmpty { words.append("=?utf-8?B?\(Base64.text(word))?=") }
            word = []
        }
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            // 45 bytes are 60 characters of Base 64, and 12 more around them.
            if word.count + bytes.count > 45 { close() }
            word += bytes
        }
        close()
        return words.joined(separator: "\r\n ")
    }
}
