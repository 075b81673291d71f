import Testing
import Values

@Suite struct TimeLayoutTests {
    private static let time = ZonedTime(
        year: 2026, month: 2, day: 3, hour: 16, minute: 5, second: 6, nanoseconds: 78_900_000,
        zone: .fixed(offsetSeconds: -12_600, name: "NST"))

    @Test(arguments: [
        ("Mon Jan _2 15:04:05 MST 2006", "Tue Feb  3 16:05:06 NST 2026"), ("January 2, 2006", "February 3, 2026"),
        ("02/01/06", "03/02/26"), ("1/2/2006", "2/3/2026"), ("Monday", "Tuesday"), ("3:4:5 PM", "4:5:6 PM"),
        ("03:04:05pm", "04:05:06pm"), ("002 __2", "034  34"), ("Z07:00 Z0700 Z07", "-03:30 -0330 -03"),
        ("-07:00:00 -070000", "-03:30:00 -033000"), (".000 ,000000 .999 .999999", ".078 ,078900 .078 .0789"),
        ("05.00", "06.07"), ("_2006", "_2026"), ("Janet Monet", "Janet Monet"),
        ("2006-01-02T15:04:05.999999999Z07:00", "2026-02-03T16:05:06.0789-03:30"),
        ("äöü 2", "äöü 3"), ("", ""),
    ])
    func laysOutAsGo(_ layout: String, _ expected: String) {
        #expect(Self.time.format(goLayout: layout) == expected)
    }

    @Test(arguments: [
        ("2026-04-24", "2026-04-24T00:00:00+02:00"), ("2026-04-24T10:20:30Z", "2026-04-24T10:20:30Z"),
        ("2026-04-24T10:20:30.5+05:30", "2026-04-24T10:20:30.5+05:30"),
        ("2026-04-24T10:20:30", "2026-04-24T10:20:30+02:00"), ("2026-01-24 10:20:30", "2026-01-24T10:20:30+01:00"),
        ("Fri, 24 Apr 2026 10:20:30 -0700", "2026-04-24T10:20:30-07:00"),
        ("Fri, 24 Apr 2026 10:20:30 MST", "2026-04-24T10:20:30+02:00"), ("24 Apr 2026", "2026-04-24T00:00:00+02:00"),
        ("2026-04-24 10:20:30 +0300", "2026-04-24T10:20:30+03:00"),
        ("2026-04-24 10:20:30-05:00", "2026-04-24T10:20:30-05:00"),
        ("2026-04-24 10:20:30.25 +0200 CEST", "2026-04-24T10:20:30.25+02:00"), ("3:04PM", "0000-01-01T15:04:00Z"),
    ])
    func readsEveryFormOfAFrontMatterDate(_ text: String, _ expected: String) throws {
        let zone = try TimeZoneRules.named("Europe/Berlin")
        #expect(ZonedTime.parseHugo(text, defaultZone: zone)?.rfc3339 == expected)
    }

    @Test(arguments: ["", "2026-02-30", "2026-13-01", "tomorrow", "2026-04-24T25:00:00Z", "2026-4-24", "2026-04-24x"])
    func refusesWhatIsNoDate(_ text: String) {
        #expect(ZonedTime.parseHugo(text) == nil)
    }

    @Test func saysInTheWordsOfGoWhatItCannotRead() throws {
        let first = try #require(throws: ValueError.self) { try ZonedTime.parse("2026-x", layout: "2006-01") }
        #expect(first.message == "parsing time \"2026-x\" as \"2006-01\": cannot parse \"x\" as \"01\"")
        let second = try #require(throws: ValueError.self) { try ZonedTime.parse("2026-02-30", layout: "2006-01-02") }
        #expect(second.message == "parsing time \"2026-02-30\": day out of range")
    }

    @Test(arguments: [
        (0, "0s"), (1, "1ns"), (1_500, "1.5µs"), (2_000_000, "2ms"), (3_723_000_000_000, "1h2m3s"),
        (-90_500_000_000, "-1m30.5s"), (.min, "-2562047h47m16.854775808s"), (.max, "2562047h47m16.854775807s"),
    ])
    func printsAndReadsSpans(_ span: Int, _ text: String) throws {
        #expect(GoDuration.string(span) == text)
        #expect(try GoDuration.parse(text) == span)
    }

    @Test(arguments: ["", "1", "h", "1x", "1.h.", "99999999999h", "-", "."])
    func refusesWhatIsNoSpan(_ text: String) {
        #expect(throws: ValueError.self) { try GoDuration.parse(text) }
    }

    @Test func carriesPartsOverAsGo() {
        #expect(ZonedTime(year: 2026, month: 14, day: -1, hour: 25).rfc3339 == "2027-01-31T01:00:00Z")
        #expect(CivilDate(year: 2026, month: 1, day: 31).adding(months: 1).description == "2026-03-03")
        #expect(ZonedTime(year: .max, month: .max, day: .max, hour: .max).seconds > 0)
    }
}
