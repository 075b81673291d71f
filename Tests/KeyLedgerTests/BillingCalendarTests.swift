import KeyLedger
import Testing
import Values

@Suite struct BillingCalendarTests {
    struct Midnight: Sendable, CustomTestStringConvertible {
        let zone: String
        let day: String
        let start: String
        var testDescription: String { "\(zone) \(day)" }
    }

    @Test(arguments: [
        Midnight(zone: "Africa/Cairo", day: "2026-04-24", start: "2026-04-23T22:00:00Z"),
        Midnight(zone: "America/Santiago", day: "2026-09-06", start: "2026-09-06T04:00:00Z"),
        Midnight(zone: "America/Havana", day: "2026-03-08", start: "2026-03-08T05:00:00Z"),
        Midnight(zone: "America/Havana", day: "2026-11-01", start: "2026-11-01T04:00:00Z"),
        Midnight(zone: "Asia/Beirut", day: "2026-03-29", start: "2026-03-28T22:00:00Z"),
        Midnight(zone: "Pacific/Apia", day: "2011-12-30", start: "2011-12-30T10:00:00Z"),
    ])
    func aPeriodStartsWithTheFirstInstantOfItsDay(_ midnight: Midnight) throws {
        let day = try #require(CivilDate(midnight.day))
        let calendar = BillingCalendar(PeriodRule(anchorDay: day.day, zone: try TimeZoneRules.named(midnight.zone)))
        let period = calendar.period(containing: instant(midnight.start))
        #expect(period.start == instant(midnight.start))
        #expect(period.firstDay == day)
        let before = calendar.period(before: period)
        #expect(before.end == period.start)
        #expect(!before.contains(period.start))
    }

    struct Named: Sendable {
        let anchor: Int
        let at: String
        let name: String
        let start: String
        let end: String
    }

    @Test(arguments: [
        Named(anchor: 1, at: "2026-02-14T00:00:00Z", name: "2026-02", start: "2026-02-01", end: "2026-03-01"),
        Named(anchor: 31, at: "2026-02-14T00:00:00Z", name: "2026-01-31", start: "2026-01-31", end: "2026-02-28"),
        Named(anchor: 31, at: "2026-02-28T00:00:00Z", name: "2026-02-28", start: "2026-02-28", end: "2026-03-31"),
        Named(anchor: 30, at: "2024-02-29T12:00:00Z", name: "2024-02-29", start: "2024-02-29", end: "2024-03-30"),
        Named(anchor: 15, at: "2026-01-14T23:59:59Z", name: "2025-12-15", start: "2025-12-15", end: "2026-01-15"),
        Named(anchor: 15, at: "2026-01-15T00:00:00Z", name: "2026-01-15", start: "2026-01-15", end: "2026-02-15"),
    ])
    func periodsAreHalfOpenAndNamedByTheirStart(_ named: Named) throws {
        let calendar = BillingCalendar(PeriodRule(anchorDay: named.anchor, zone: .utc))
        let period = calendar.period(containing: instant(named.at))
        #expect(period.name == named.name)
        #expect(period.start == instant(named.start + "T00:00:00Z"))
        #expect(period.end == instant(named.end + "T00:00:00Z"))
        #expect(calendar.period(named: named.name) == period)
        #expect(calendar.period(containing: period.end).start == period.end)
    }

    @Test func namesThatAreNoPeriodsAreNone() {
        let calendar = BillingCalendar(PeriodRule(anchorDay: 15, zone: .utc))
        for name in ["2026-11", "2026-11-14", "2026-13-15", "", "2026-1-15", "9999-99-99", "abcdefg"] {
            #expect(calendar.period(named: name) == nil, "\(name)")
        }
    }

    @Test func daysOfAPeriodAreCountedOnceWhateverTheClockDoes() throws {
        let zone = try TimeZoneRules.named("Europe/Berlin")
        let calendar = BillingCalendar(PeriodRule(anchorDay: 1, zone: zone))
        let march = try #require(calendar.period(named: "2026-03"))
        #expect(march.days == 31)
        #expect(march.end.seconds - march.start.seconds == 31 * 86_400 - 3600)
        #expect(march.daysLeft(at: instant("2026-03-31T21:59:59Z")) == 1)
        #expect(march.daysElapsed(at: instant("2026-03-31T21:59:59Z")) == 31)
        #expect(march.daysLeft(at: march.end) == 0)
    }

    @Test func aChangedRuleEndsTheRunningPeriodAtItsNextBound() throws {
        let berlin = try TimeZoneRules.named("Europe/Berlin")
        let calendar = BillingCalendar(
            PeriodRule(anchorDay: 1, zone: .utc),
            changes: [
                .init(since: instant("2026-05-10T00:00:00Z"), rule: PeriodRule(anchorDay: 20, zone: .utc)),
                .init(since: instant("2026-08-25T00:00:00Z"), rule: PeriodRule(anchorDay: 1, zone: berlin)),
            ])
        let periods = calendar.periods(from: instant("2026-04-15T00:00:00Z"), through: instant("2026-10-15T00:00:00Z"))
        #expect(
            periods.map(\.name) == [
                "2026-04", "2026-05", "2026-05-20", "2026-06-20", "2026-07-20", "2026-08-20", "2026-09", "2026-10",
            ])
        for (period, next) in zip(periods, periods.dropFirst()) {
            #expect(period.end == next.start)
            #expect(period.start < period.end)
            #expect(calendar.period(named: period.name) == period)
        }
        #expect(periods[1].end == instant("2026-05-20T00:00:00Z"))
        #expect(periods[5].end == instant("2026-08-31T22:00:00Z"))
    }

    @Test func everyBoundComesFromTheAnchorInEveryZone() throws {
        for name in ["UTC", "America/New_York", "Pacific/Apia", "Australia/Lord_Howe", "Africa/Cairo"] {
            let zone = try TimeZoneRules.named(name)
            for anchor in 1...31 {
                let rule = PeriodRule(anchorDay: anchor, zone: zone)
                let calendar = BillingCalendar(rule)
                let periods = calendar.periods(
                    from: instant("2010-12-15T12:00:00Z"), through: instant("2013-01-20T12:00:00Z"))
                for period in periods {
                    let anchored = rule.anchor(year: period.firstDay.year, month: period.firstDay.month)
                    #expect(period.firstDay == anchored)
                    #expect(period.start.seconds == zone.firstInstant(ofDay: anchored))
                }
            }
        }
    }
}
