import Glibc
import Testing
import Values

@Suite struct TimeZoneDifferentialTests {
    /// Python's own reader of the same zone files, asked for many instants in many zones.
    private static let script = """
        import zoneinfo, datetime, random
        random.seed(7)
        names = ["Europe/Berlin", "Europe/Dublin", "America/New_York", "America/Sao_Paulo", "Africa/Casablanca",
            "Asia/Kolkata", "Asia/Tehran", "Australia/Lord_Howe", "Pacific/Chatham", "Pacific/Apia", "Pacific/Kiritimati",
            "Africa/Cairo", "America/Santiago", "America/Havana", "Asia/Beirut", "America/St_Johns", "Asia/Gaza",
            "Africa/Monrovia", "Antarctica/Troll", "America/Nuuk", "Asia/Kathmandu", "Europe/London"]
        epoch = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
        for name in names:
            zone = zoneinfo.ZoneInfo(name)
            for _ in range(200):
                seconds = random.randrange(-2000000000, 4500000000)
                local = (epoch + datetime.timedelta(seconds=seconds)).astimezone(zone)
                print(name, seconds, local.strftime("%Y-%m-%dT%H:%M:%S"), int(local.utcoffset().total_seconds()), local.tzname())
        """

    @Test func agreesWithPythonOnClocksAroundTheWorld() throws {
        guard system("python3 -c 'import zoneinfo' 2>/dev/null") == 0 else {
            print("skipped: python3 with zoneinfo is not installed")
            return
        }
        let pipe = try #require(popen("python3 - <<'END'\n\(Self.script)\nEND\n", "r"))
        var bytes: [UInt8] = []
        while case let byte = fgetc(pipe), byte >= 0 { bytes.append(UInt8(byte)) }
        #expect(pclose(pipe) == 0)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 4400)
        for line in lines {
            let parts = line.split(separator: " ").map(String.init)
            let seconds = try #require(Int(parts[1]))
            let time = ZonedTime(seconds: seconds, zone: try .named(parts[0]))
            let shown = time.format(goLayout: "2006-01-02T15:04:05")
            #expect(
                "\(shown) \(time.components.offset) \(time.components.abbreviation)"
                    == parts[2...].joined(separator: " "), "\(line)")
            // The day begins at or before the instant, the next one after it, and both are shown at their start.
            let day = time.date
            let start = time.zone.firstInstant(ofDay: day)
            #expect(start <= seconds && seconds < time.zone.firstInstant(ofDay: day.adding(days: 1)), "\(line)")
            #expect(ZonedTime(seconds: start, zone: time.zone).date == day, "\(line)")
            #expect(ZonedTime(seconds: start - 1, zone: time.zone).date < day, "\(line)")
        }
    }
}
