internal import Glibc
internal import Synchronization

/// The clock of a place: which offset from UTC holds at which instant.
///
/// Read from the compiled zone files of the system (RFC 9636); beyond their last entry the POSIX rule in the
/// file's footer goes on. Immutable, shared and kept once loaded.
package final class TimeZoneRules: Sendable {
    /// An offset with the letters that name it.
    package struct LocalType: Sendable, Hashable {
        /// Seconds east of UTC.
        package let offset: Int
        /// Whether this is daylight saving time.
        package let isDaylight: Bool
        /// Such as `CET`; empty where the zone was only given as an offset.
        package let abbreviation: String
    }

    /// A stretch of time in which one offset holds: from `start` (nil: always) up to, not including, `end`.
    struct Segment: Sendable {
        let start: Int?
        let end: Int?
        let type: LocalType
    }

    /// The name it was asked for, such as `Europe/Berlin`.
    package let name: String
    private let initial: LocalType
    private let times: [Int]
    private let types: [LocalType]
    private let rule: POSIXTimeZone?

    /// A zone of `times`, ascending, at which `types` begin; `initial` holds before them and `rule` after them.
    init(name: String, initial: LocalType, times: [Int], types: [LocalType], rule: POSIXTimeZone?) {
        self.name = name
        self.initial = initial
        let count = min(times.count, types.count)
        self.times = Array(times.prefix(count))
        self.types = Array(types.prefix(count))
        self.rule = rule
    }

    /// Coordinated Universal Time.
    package static let utc = TimeZoneRules(
        name: "UTC", initial: LocalType(offset: 0, isDaylight: false, abbreviation: "UTC"), times: [], types: [],
        rule: nil)

    /// A zone that never changes; an offset beyond a day is cut to it, an empty name prints as the offset.
    package static func fixed(offsetSeconds: Int, name: String = "") -> TimeZoneRules {
        if offsetSeconds == 0, name == "UTC" { return utc }
        let offset = min(max(offsetSeconds, -TZif.offsetLimit), TZif.offsetLimit)
        return TimeZoneRules(
            name: name, initial: LocalType(offset: offset, isDaylight: false, abbreviation: name), times: [], types: [],
            rule: nil)
    }

    /// The offset and the letters that hold at `instant`, seconds since 1970.
    package func localType(at instant: Int) -> LocalType { segment(at: instant).type }

    /// Seconds east of UTC at `instant`, seconds since 1970.
    package func offset(at instant: Int) -> Int { segment(at: instant).type.offset }

    /// The instant after `instant` at which the clock is next set, nil when it never is.
    package func nextTransition(after instant: Int) -> Int? { segment(at: instant).end }

    /// The stretch that `instant` lies in.
    func segment(at instant: Int) -> Segment {
        guard let last = times.last else {
            return rule?.segment(at: instant) ?? Segment(start: nil, end: nil, type: initial)
        }
        if instant >= last {
            guard let rule else { return Segment(start: last, end: nil, type: types[types.count - 1]) }
            let found = rule.segment(at: instant)
            return Segment(start: max(found.start ?? last, last), end: found.end, type: found.type)
        }
        // The first transition after the instant.
        var low = 0
        var high = times.count
        while low < high {
            let middle = (low + high) / 2
            if times[middle] <= instant { low = middle + 1 } else { high = middle }
        }
        if low == 0 { return Segment(start: nil, end: times[0], type: initial) }
        return Segment(start: times[low - 1], end: times[low], type: types[low - 1])
    }

    /// The first instant, seconds since 1970, that belongs to `day` here.
    ///
    /// A midnight that does not exist gives way to the first instant after the gap, one that exists twice is the
    /// earlier; a day that was skipped altogether begins, and ends, where the next one begins.
    package func firstInstant(ofDay day: CivilDate) -> Int {
        let midnight = day.dayNumber &* 86_400
        // No offset is beyond the limit, so the day cannot begin earlier.
        var instant = midnight - TZif.offsetLimit
        while true {
            let segment = segment(at: instant)
            let candidate = max(instant, midnight - segment.type.offset)
            guard let end = segment.end, candidate >= end, end > instant else { return candidate }
            instant = end
        }
    }

    /// The instant of a civil time of `localSeconds` (seconds since 1970 as if the clock were UTC).
    ///
    /// In a gap and in a repeated hour it is the instant that Go's `time.Date` takes.
    func instant(ofLocal localSeconds: Int) -> Int {
        // A first guess with the offset at the same number of UTC seconds, corrected where that stretch has ended.
        let here = segment(at: localSeconds)
        guard here.type.offset != 0 else { return localSeconds }
        let guess = localSeconds &- here.type.offset
        if guess < here.start ?? .min || guess >= here.end ?? .max { return localSeconds &- offset(at: guess) }
        return guess
    }

    /// The offset of the abbreviation `name` here, preferring the one in force at `instant`: Go's `lookupName`.
    func offset(ofAbbreviation name: String, near instant: Int) -> Int? {
        for type in types + [initial] where type.abbreviation == name {
            let here = localType(at: instant &- type.offset)
            if here.abbreviation == name { return here.offset }
        }
        return ([initial] + types).first { $0.abbreviation == name }?.offset
    }
}

extension TimeZoneRules {
    private static let loaded = Mutex<[String: TimeZoneRules]>([:])

    /// The zone of that name in the system's tables, such as `Europe/Berlin`; `UTC` and the empty name are UTC.
    ///
    /// The folder is `TZDIR`, when set, or `/usr/share/zoneinfo`. Throws when the name is no plain relative name or no
    /// zone has it, or when its file is not sound.
    package static func named(_ name: String) throws(ValueError) -> TimeZoneRules {
        if name.isEmpty || name == "UTC" { return utc }
        if name == "Local" { return local }
        guard isPlain(name) else { throw ValueError("invalid time zone name \"\(name)\"") }
        let folder = getenv("TZDIR").map { String(cString: $0) } ?? ""
        let path = (folder.isEmpty ? "/usr/share/zoneinfo" : folder) + "/" + name
        if let known = loaded.withLock({ $0[path] }) { return known }
        guard let bytes = TZif.readFile(path) else { throw ValueError("unknown time zone \(name)") }
        guard let zone = TZif.decode(bytes, name: name) else {
            throw ValueError("the file of time zone \(name) is damaged")
        }
        loaded.withLock { $0[path] = zone }
        return zone
    }

    /// The zone of this machine: `TZ`, when set, or `/etc/localtime`, or UTC where there is neither.
    package static let local: TimeZoneRules = {
        if let variable = getenv("TZ") {
            var name = String(cString: variable)
            if name.hasPrefix(":") { name.removeFirst() }
            if name.isEmpty || name == "Local" { return utc }
            return (try? named(name)) ?? utc
        }
        return TZif.readFile("/etc/localtime").flatMap { TZif.decode($0, name: "Local") } ?? utc
    }()

    /// Whether the name stays inside the folder of zones: no absolute path, no `.` or `..`, no odd characters.
    private static func isPlain(_ name: String) -> Bool {
        guard name.utf8.count <= 100 else { return false }
        let allowed = name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x2F, 0x5F: return true
            default: return false
            }
        }
        return allowed
            && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
                !$0.isEmpty && !$0.hasPrefix(".")
            }
    }
}
