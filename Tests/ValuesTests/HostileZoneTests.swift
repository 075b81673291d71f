import Glibc
import Testing

@testable import Values

@Suite struct HostileZoneTests {
    /// A sound file, cut at every length and with every byte of its head and types changed, must never trap.
    @Test func survivesEveryDamageToAZoneFile() throws {
        let bytes = try #require(TZif.readFile("/usr/share/zoneinfo/Asia/Gaza"))
        #expect(TZif.decode(bytes, name: "x") != nil)
        for length in stride(from: 0, to: bytes.count - 1, by: 3) {
            #expect(TZif.decode(Array(bytes.prefix(length)), name: "x") == nil)
        }
        var decoded = 0
        for index in stride(from: 0, to: bytes.count, by: 5) {
            for value in [0x00, 0x7F, 0xFF] as [UInt8] {
                var damaged = bytes
                damaged[index] = value
                if let zone = TZif.decode(damaged, name: "x") {
                    decoded += 1
                    _ = zone.firstInstant(ofDay: CivilDate(year: 2026, month: 3, day: 28))
                    _ = zone.localType(at: .max)
                    _ = zone.localType(at: .min)
                }
            }
        }
        #expect(decoded > 0)
    }

    @Test(arguments: [
        "", "A", "CET", "CET-25", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
        "CET-1CEST,M3.6.0,M10.5.0",
        "CET-1CEST,M3.5.0,M10.5.0/168", "CET-1CEST,J0,J1", "<+1-1", "CET-1CEST,M3.5.0,M10.5.0x",
    ])
    func refusesARuleThatIsNotWellFormed(_ text: String) {
        #expect(POSIXTimeZone(Array(text.utf8)) == nil)
    }

    @Test func takesARuleOfDaylightTimeAllYear() throws {
        let rule = try #require(POSIXTimeZone(Array("XXX3EDT4,0/0,J365/23".utf8)))
        #expect(rule.segment(at: .min).end == nil)
        #expect(rule.segment(at: .max).end == nil)
        #expect(CivilDate(exactYear: .min, month: 1, day: 1) == nil)
        for month in 1...12 {
            #expect(rule.segment(at: ZonedTime(year: 2040, month: month, day: 1).seconds).type.abbreviation == "EDT")
        }
    }
}
