import Testing
import Values

@testable import KeyLedger

/// What a period is expected to use: by the time gone by, or by the weekdays of the last eight weeks.
@Suite struct ForecastTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        /// The days of the period, of which those to come are 0.
        let days: [Int]
        var running: Int?
        var partOfDay = 0.5
        var history: [Int] = []
        /// 0 for Sunday.
        var firstWeekday = 1
        let tokens: Int
        let method: UsageForecast.Method
        /// The first position at which `quota` is reached, by what is known and what is expected.
        var quota = 100
        var runsOut: Int?

        var testDescription: String { name }
    }

    /// Ten on each working day, none on weekends, over eight weeks that end with a Sunday.
    private static let workingDays = (0..<56).map { $0 % 7 < 5 ? 10 : 0 }
    /// The same for four weeks of a period.
    private static func month(_ count: Int, today: Int) -> [Int] {
        (0..<28).map { $0 < count ? ($0 % 7 < 5 ? 10 : 0) : $0 == count ? today : 0 }
    }

    private static let cases: [Case] = [
        Case(
            name: "nothing is guessed of a period that is over", days: [40, 0, 70, 0], tokens: 110, method: .actual,
            runsOut: 2),
        Case(name: "no use at all", days: [0, 0, 0, 0], running: 1, tokens: 0, method: .elapsedTime),
        Case(
            name: "no use for eight weeks", days: [0, 0, 0, 0], running: 1, history: [Int](repeating: 0, count: 56),
            tokens: 0, method: .weekdayProfile),
        Case(
            name: "the first instant of the first day", days: [0, 0, 0, 0], running: 0, partOfDay: 0, tokens: 0,
            method: .elapsedTime),
        Case(
            name: "half of the first day, without a history", days: [10, 0, 0, 0], running: 0, tokens: 80,
            method: .elapsedTime, quota: 50, runsOut: 2),
        Case(
            name: "the time gone by", days: [10, 20, 15, 0, 0, 0], running: 2, tokens: 108, method: .elapsedTime,
            runsOut: 5),
        Case(
            name: "the last day, half over", days: [10, 10, 10, 5], running: 3, tokens: 40, method: .elapsedTime,
            quota: 40, runsOut: 3),
        Case(
            name: "the last instant of the last day", days: [10, 10, 10, 9], running: 3, partOfDay: 1, tokens: 39,
            method: .elapsedTime, quota: 39, runsOut: 3),
        Case(
            name: "thirteen days are no profile", days: [10, 0, 0, 0], running: 1, partOfDay: 0,
            history: [Int](repeating: 70, count: 12), tokens: 40, method: .elapsedTime),
        Case(
            name: "fourteen days are one", days: [10, 0, 0, 0], running: 1, partOfDay: 0,
            history: [Int](repeating: 10, count: 13), tokens: 40, method: .weekdayProfile),
        Case(
            name: "weekends count as weekends", days: month(5, today: 0), running: 5, partOfDay: 0,
            history: workingDays, tokens: 200, method: .weekdayProfile, runsOut: 11),
        Case(
            name: "the first day goes by the profile", days: month(0, today: 0), running: 0, partOfDay: 0,
            history: workingDays, tokens: 200, method: .weekdayProfile, runsOut: 11),
        Case(
            name: "a pace is trusted the more the longer it has run", days: month(7, today: 0).map { $0 * 2 },
            running: 7, partOfDay: 0, history: workingDays, tokens: 400, method: .weekdayProfile, quota: 390,
            runsOut: 25),
        Case(
            name: "only the last eight weeks count", days: month(0, today: 0), running: 0, partOfDay: 0,
            history: [Int](repeating: 9999, count: 70) + workingDays, tokens: 200, method: .weekdayProfile, runsOut: 11),
        Case(
            name: "a small quota runs out with the first start", days: [0, 3, 0, 0], running: 1, partOfDay: 1,
            tokens: 6, method: .elapsedTime, quota: 1, runsOut: 1),
        Case(
            name: "more than can be counted", days: [.max / 2, 0, 0, 0], running: 0, partOfDay: 0.1, tokens: .max,
            method: .elapsedTime, quota: 5, runsOut: 0),
    ]

    @Test(arguments: cases) func looksAhead(_ one: Case) throws {
        let forecast = UsageForecast(
            days: one.days, running: one.running, partOfDay: one.partOfDay, history: one.history,
            firstWeekday: one.firstWeekday)
        #expect(forecast.tokens == one.tokens && forecast.method == one.method)
        #expect(forecast.cumulative.count == one.days.count)
        #expect(zip(forecast.cumulative, forecast.cumulative.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(forecast.low <= forecast.tokens && forecast.tokens <= forecast.high)
        #expect(forecast.low >= one.days.reduce(0, +))
        let period = BillingCalendar(PeriodRule(anchorDay: 1, zone: .utc)).period(
            containing: instant("2026-02-10T00:00:00Z"))
        let day = Ledger.firstDay(reaching: one.quota, daily: one.days, forecast: forecast, in: period)
        #expect(day.map { $0.days(since: period.firstDay) } == one.runsOut)
    }
}
