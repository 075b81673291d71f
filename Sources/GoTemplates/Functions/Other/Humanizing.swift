internal import Text
package import Values

/// Words made of names, as Hugo's `humanize` makes them of terms and file names.
package enum Humanizing {
    /// `my-first_postID` as `My first post ID`; a whole number as its ordinal, `103rd`.
    ///
    /// A name is cut at spaces, `_`, `-`, `:` and `/`, before a capital and at symbols; known acronyms are written in
    /// capitals. Throws where nothing is left, as Hugo does.
    package static func humanize(_ text: String) throws(ValueError) -> String {
        if let number = Int(text) { return text + ordinalSuffix(number) }
        let first = try sentence(text)
        return try sentence(first.goLowercased)
    }

    /// The ending of an ordinal: `st`, `nd`, `rd` or `th`.
    package static func ordinalSuffix(_ number: Int) -> String {
        let rest = number.magnitude % 100
        if (11...13).contains(rest) { return "th" }
        switch rest % 10 {
        case 1: return "st"
        case 2: return "nd"
        case 3: return "rd"
        default: return "th"
        }
    }

    private static func sentence(_ text: String) throws(ValueError) -> String {
        if text.trimmingGoSpace.isEmpty { return text }
        let words = parts(text)
        guard let first = words.first else { throw ValueError("runtime error: index out of range [0] with length 0") }
        return ([first.upperCasingFirst] + words.dropFirst()).joined(separator: " ")
    }

    /// The words of a name.
    private static func parts(_ text: String) -> [String] {
        let trimmed = text.trimmingGoSpace
        if acronyms.contains(trimmed.goUppercased) { return [trimmed.goUppercased] }
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func finish() {
            let bare = String(word).trimmingGoSpace.trimming(separators, start: true, end: true)
            word = String.UnicodeScalarView()
            if bare.isEmpty { return }
            words.append(acronyms.contains(bare.goUppercased) ? bare.goUppercased : bare)
        }
        var wasUpper = false
        for scalar in trimmed.unicodeScalars {
            let isUpper = scalar.properties.generalCategory == .uppercaseLetter
            if separators.contains(scalar) {
                finish()
                word.append(scalar)
            } else if isUpper, !wasUpper || acronyms.contains(String(word).goUppercased) {
                finish()
                word.append(scalar)
            } else if scalar.isWordOrPunctuation {
                word.append(scalar)
            } else {
                finish()
            }
            wasUpper = isUpper
        }
        finish()
        return words
    }

    private static let separators: Set<Unicode.Scalar> = ["_", " ", ":", "-", "/"]

    private static let acronyms = Set(
        """
        OK UTF8 HTML JSON JWT ID UUID SQL ACK ACL ADSL AES ANSI API ARP ATM BGP BSS CCITT CHAP CIDR CIR CLI CPE CPU CRC \
        CRT CSMA CMOS DCE DEC DES DHCP DNS DRAM DSL DSLAM DTE DMI EHA EIA EIGRP EOF ESS FCC FCS FDDI FTP GBIC GEPOF \
        HDLC HTTP HTTPS IANA ICMP IDF IDS IEEE IETF IMAP IP IPS ISDN ISP LACP LAN LAPB LAPF LLC MAC MC MDF MIB MPLS MTU \
        NAC NAT NBMA NIC NRZ NRZI NVRAM OSI OSPF OUI PAP PAT PC PIM PCM PDU POP3 POTS PPP PPTP PTT PVST RAM RARP RFC \
        RIP RLL ROM RSTP RTP RCP SDLC SFD SFP SLARP SLIP SMTP SNA SNAP SNMP SOF SRAM SSH SSID STP SYN TDM TFTP TIA TOFU \
        UDP URL URI USB UTP VC VLAN VLSM VPN W3C WAN WEP WPA WWW
        """.split(separator: " ").map { String($0) })
}

extension Unicode.Scalar {
    fileprivate var isWordOrPunctuation: Bool {
        if self == "`" || isLetterOrNumber && properties.generalCategory != .otherNumber { return true }
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return true
        default: return false
        }
    }
}
