internal import Values

/// The methods of Go's `time.Time` that templates call.
enum TimeMethods {
    struct Method: Sendable {
        let arity: ClosedRange<Int>
        let call: @Sendable (ZonedTime, [Value]) throws -> Value
    }

    static func method(_ name: String) -> Method? { table[name] }

    static var names: [String] { table.keys.sorted() }

    private static func field(_ get: @escaping @Sendable (ZonedTime) -> Value) -> Method {
        Method(arity: 0...0) { time, _ in get(time) }
    }

    private static let table: [String: Method] = [
        "Format": Method(arity: 1...1) { time, arguments in
            guard let layout = arguments[0].stringValue else { throw wrongType(arguments[0], wanted: "string") }
            return .string(time.format(goLayout: layout))
        },
        "String": field { .string($0.goString) },
        "Year": field { .int($0.components.year) },
        "Month": field { .object(NamedNumber(month: $0.components.month)) },
        "Day": field { .int($0.components.day) },
        "Hour": field { .int($0.components.hour) },
        "Minute": field { .int($0.components.minute) },
        "Second": field { .int($0.components.second) },
        "Nanosecond": field { .int(Int($0.nanoseconds)) },
        "Weekday": field { .object(NamedNumber(weekday: $0.components.weekday)) },
        "YearDay": field { .int($0.components.yearDay) },
        "Unix": field { .int64($0.seconds) },
        "UnixMilli": field { .int64($0.seconds &* 1_000 &+ Int($0.nanoseconds) / 1_000_000) },
        "UnixMicro": field { .int64($0.seconds &* 1_000_000 &+ Int($0.nanoseconds) / 1_000) },
        "UnixNano": field { .int64($0.seconds &* 1_000_000_000 &+ Int($0.nanoseconds)) },
        "IsZero": field { .bool($0.isZero) },
        "UTC": field { .time($0.in(.utc)) },
        "Local": field { .time($0) },
        "Location": field { .string($0.components.abbreviation) },
        "AddDate": Method(arity: 3...3) { time, arguments in
            .time(
                time.adding(
                    years: try whole(arguments[0]), months: try whole(arguments[1]), days: try whole(arguments[2])))
        },
        "Add": Method(arity: 1...1) { time, arguments in
            if case .duration(let span) = arguments[0] { return .time(time.adding(nanoseconds: span)) }
            return .time(time.adding(nanoseconds: try whole(arguments[0])))
        },
        "Sub": Method(arity: 1...1) { time, arguments in
            .duration(time.nanoseconds(since: try other(arguments[0])))
        },
        "Before": Method(arity: 1...1) { time, arguments in .bool(time < (try other(arguments[0]))) },
        "After": Method(arity: 1...1) { time, arguments in .bool((try other(arguments[0])) < time) },
        "Equal": Method(arity: 1...1) { time, arguments in .bool(time == (try other(arguments[0]))) },
        "Compare": Method(arity: 1...1) { time, arguments in
            let other = try other(arguments[0])
            return .int(time < other ? -1 : other < time ? 1 : 0)
        },
        "Truncate": Method(arity: 1...1) { time, arguments in
            .time(time.truncated(toNanoseconds: try span(arguments[0])))
        },
        "Round": Method(arity: 1...1) { time, arguments in .time(time.rounded(toNanoseconds: try span(arguments[0]))) },
    ]

    private static func whole(_ value: Value) throws -> Int {
        guard let number = value.intValue else { throw wrongType(value, wanted: "int") }
        // Far beyond every calendar, and far from overflow.
        return min(max(number, -1 << 40), 1 << 40)
    }

    private static func span(_ value: Value) throws -> Int {
        if case .duration(let span) = value { return span }
        return try whole(value)
    }

    private static func other(_ value: Value) throws -> ZonedTime {
        guard case .time(let time) = value else { throw wrongType(value, wanted: "time.Time") }
        return time
    }

    private static func wrongType(_ value: Value, wanted: String) -> ValueError {
        ValueError("wrong type for value; expected \(wanted); got \(value.goType)")
    }
}

/// The methods of Go's `time.Duration` that templates call.
enum DurationMethods {
    static func method(_ name: String) -> (@Sendable (Int) -> Value)? { table[name] }

    static var names: [String] { table.keys.sorted() }

    private static let table: [String: @Sendable (Int) -> Value] = [
        "Hours": { .float(Double($0) / 3_600_000_000_000) },
        "Minutes": { .float(Double($0) / 60_000_000_000) },
        "Seconds": { .float(Double($0) / 1_000_000_000) },
        "Milliseconds": { .int64($0 / 1_000_000) },
        "Microseconds": { .int64($0 / 1_000) },
        "Nanoseconds": { .int64($0) },
        "Abs": { .duration($0 == .min ? .max : abs($0)) },
        "String": { .string(GoDuration.string($0)) },
    ]
}

/// A month or a day of the week: a number that prints as its English name.
final class NamedNumber: ValueObject {
    private let value: Int
    private let name: String
    let goType: String

    init(month: Int) {
        value = month
        name = Self.months.indices.contains(month - 1) ? Self.months[month - 1] : "%!Month(\(month))"
        goType = "time.Month"
    }

    init(weekday: Int) {
        value = weekday
        name = Self.weekdays.indices.contains(weekday) ? Self.weekdays[weekday] : "%!Weekday(\(weekday))"
        goType = "time.Weekday"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("String", of: NamedNumber.self) { .string($0.name) }
        return table
    }()

    var members: MemberTable { Self.table }
    var goString: String { name }
    var namedNumber: Int? { value }
    var dataValue: Value? { .int(value) }
    var isTruthy: Bool { value != 0 }

    func isEqual(to other: any ValueObject) -> Bool {
        guard let other = other as? NamedNumber else { return false }
        return other.goType == goType && other.value == value
    }
}
