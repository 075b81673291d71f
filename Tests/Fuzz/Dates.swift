import FuzzInput
import Values

/// A layout of Go's `time` on the first line, and a text that is read with it, as a date of the front matter, and as a
/// duration. What a layout of a whole date has written it reads again.
@_cdecl("LLVMFuzzerTestOneInput")
public func dates(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = FuzzInput(start, count)
    let layout = String(decoding: input.line(), as: UTF8.self)
    let text = input.text
    if let time = try? ZonedTime.parse(text, layout: layout) { use(time, layout) }
    if let time = ZonedTime.parseHugo(text) { use(time, layout) }
    if let duration = try? GoDuration.parse(text) {
        let again = try? GoDuration.parse(GoDuration.string(duration))
        require(again == duration, "\(duration) ns is written as \(GoDuration.string(duration))")
        use(ZonedTime(seconds: duration), layout)
        use(
            ZonedTime.zero.adding(nanoseconds: duration).adding(years: duration, months: duration, days: duration),
            layout)
        _ = ZonedTime(seconds: 1).rounded(toNanoseconds: duration)
        _ = ZonedTime(seconds: -1).truncated(toNanoseconds: duration)
    }
    if let zone = try? TimeZoneRules.named(layout) { use(ZonedTime(seconds: count, zone: zone), text) }
    if let day = CivilDate(text) {
        require(CivilDate(dayNumber: day.dayNumber) == day, "\(day) is another day")
    }
    return 0
}

private func use(_ time: ZonedTime, _ layout: String) {
    _ = time.format(goLayout: layout)
    _ = time.nanoseconds(since: .zero)
    _ = time.goString
    if (0...9999).contains(time.components.year) {
        let written = time.rfc3339
        let again = try? ZonedTime.parse(written, layout: "2006-01-02T15:04:05.999999999Z07:00")
        // An offset that has seconds cannot be written in this form.
        if time.components.offset % 60 == 0 {
            require(again == time, "\(time.seconds) s is written as \(written)")
        }
    }
}
