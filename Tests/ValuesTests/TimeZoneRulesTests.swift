import Testing
import Values

@Suite struct TimeZoneRulesTests {
    @Test(arguments: [
        ("Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z"),
        ("America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z"),
        ("America/Havana", "2026-03-08", "2026-03-08T05:00:00Z"),
        ("America/Havana", "2026-11-01", "2026-11-01T04:00:00Z"),
        ("Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00Z"),
        ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"),
        ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z"),
        ("Europe/Berlin", "2026-01-01", "2025-12-31T23:00:00Z"),
        ("UTC", "2026-01-01", "2026-01-01T00:00:00Z"),
        // Beyond the table, where only the rule in the footer holds.
        ("America/Havana", "2090-03-12", "2090-03-12T05:00:00Z"),
    ])
    func findsTheFirstInstantOfADay(_ name: String, _ day: String, _ instant: String) throws {
        let zone = try TimeZoneRules.named(name)
        let date = try #require(CivilDate(day))
        #expect(ZonedTime(seconds: zone.firstInstant(ofDay: date)).rfc3339 == instant)
    }

    @Test(arguments: ["../etc/passwd", "/etc/localtime", "Europe/../UTC", "Europe//Berlin", ".", "Mars/Base", "a\0b"])
    func refusesNamesThatAreNoZone(_ name: String) {
        #expect(throws: ValueError.self) { try TimeZoneRules.named(name) }
    }
}
