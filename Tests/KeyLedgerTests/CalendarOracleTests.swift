import Glibc
import KeyLedger
import Testing
import Values

/// Holds the bounds of periods against Python's zoneinfo, which shares nothing with this program but the zone tables.
@Suite struct CalendarOracleTests {
    private static let zones = [
        "UTC", "Europe/Berlin", "America/New_York", "America/Havana", "America/Santiago", "Africa/Cairo",
        "Asia/Beirut", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Chatham", "America/St_Johns",
    ]
    private static let firstMonth = 2022 * 12
    private static let monthCount = 71

    private static let script = """
        import datetime, zoneinfo, calendar, sys
        for name in sys.argv[1].split(','):
            zone = zoneinfo.ZoneInfo(name)
            def offset(t): return int(datetime.datetime.fromtimestamp(t, zone).utcoffset().total_seconds())
            for month in range(\(firstMonth), \(firstMonth + monthCount)):
                y, m = divmod(month, 12)
                m += 1
                found = {}
                for anchor in range(1, 32):
                    day = min(anchor, calendar.monthrange(y, m)[1])
                    if day not in found:
                        wanted = datetime.date(y, m, day)
                        midnight = calendar.timegm((y, m, day, 0, 0, 0))
                        t = midnight - max(offset(midnight + d) for d in (-100000, 0, 100000))
                        while datetime.datetime.fromtimestamp(t, zone).date() < wanted: t += 900
                        found[day] = t
                    print(name, anchor, month, found[day])
        """

    @Test func boundsAgreeWithPython() throws {
        guard system("python3 -c 'import zoneinfo' >/dev/null 2>&1") == 0 else {
            print("skipped: python3 with zoneinfo is not installed")
            return
        }
        let command = "python3 - \(Self.zones.joined(separator: ",")) <<'END'\n\(Self.script)\nEND\n"
        let pipe = try #require(popen(command, "r"))
        defer { pclose(pipe) }
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            let got = fread(&chunk, 1, chunk.count, pipe)
            if got == 0 { break }
            output.append(contentsOf: chunk[..<got])
        }
        var count = 0
        var wrong: [String] = []
        for line in output.split(separator: 0x0A) {
            let fields = String(decoding: line, as: UTF8.self).split(separator: " ")
            try #require(fields.count == 4)
            let anchor = try #require(Int(fields[1]))
            let month = try #require(Int(fields[2]))
            let start = Instant(seconds: try #require(Int(fields[3])))
            let rule = PeriodRule(anchorDay: anchor, zone: try TimeZoneRules.named(String(fields[0])))
            let period = BillingCalendar(rule).period(containing: start)
            if period.start != start || period.firstDay != rule.anchor(year: month / 12, month: month % 12 + 1) {
                wrong.append("\(fields)")
            }
            // The instant before belongs to the period before, which ends here.
            let before = BillingCalendar(rule).period(containing: Instant(nanoseconds: start.nanoseconds - 1))
            if before.end != start || before.start >= start { wrong.append("the end before \(fields)") }
            count += 1
        }
        #expect(count == Self.zones.count * 31 * Self.monthCount)
        #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    }
}
