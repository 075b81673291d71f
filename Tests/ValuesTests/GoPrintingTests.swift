import Testing
import Text
import Values

@Suite struct GoPrintingTests {
    /// Every line of the case file is a format, its arguments and what Hugo's `printf` made of them.
    @Test func formatsAsRealHugo() throws {
        let lines = try cases("printf.jsonl")
        #expect(lines.count > 800)
        for parts in lines {
            guard parts.count == 3, let format = parts[0].stringValue, let arguments = parts[1].listValue else {
                Issue.record("malformed case")
                continue
            }
            let printed = goSprintf(format, arguments)
            #expect(printed == parts[2].stringValue, "\(format) \(parts[1].goString) gave \(printed)")
        }
    }

    @Test func printsTheKindsThatOnlyHugoMakes() {
        let time = ZonedTime(year: 2026, month: 4, day: 24, hour: 9, zone: .fixed(offsetSeconds: 7200, name: "CEST"))
        #expect(
            goSprintf("%v|%s|%T", [.time(time), .time(time), .time(time)])
                == "2026-04-24 09:00:00 +0200 CEST|2026-04-24 09:00:00 +0200 CEST|time.Time")
        #expect(
            goSprintf("%v %d %T", [.duration(3_723_000_000_000), .duration(5), .duration(5)])
                == "1h2m3s 5 time.Duration")
        #expect(goSprintf("%s %T", [.html("<b>"), .html("<b>")]) == "<b> template.HTML")
        #expect(goSprintf("%v %T %#v", [.uint(7), .uint(7), .uint(255)]) == "7 uint64 0xff")
    }

    @Test func putsSpacesAsGo() {
        #expect(goSprint(["a", "b", 1, 2, true, "c", 3.5, .null, .null]) == "ab1 2 truec3.5 <nil> <nil>")
        #expect(goSprintln(["a", 1, .null]) == "a 1 <nil>\n")
        #expect(goSprint([]) == "")
    }
}
