internal import Text

/// Reads every line of all logs, and finds what is damaged and what stands twice: `usage verify`.
///
/// Names are held against each other by their hashes, in as many readings as keep the table of them small: beside the lines
/// of sealed months, which are in memory as they are unpacked, what it needs does not grow with the logs.
struct UsageCheck {
    /// The logs with their months, in order.
    let logs: [(month: String, log: UsageLog)]
    /// How many bytes of logs one reading takes the names of.
    var bytesAtOnce = 512 << 20
    /// Whether the line of a log that begins at an offset, and is torn, was acknowledged.
    let wasAcknowledged: (UsageLog, Int) -> Bool

    private struct Found {
        let place: EventPlace
        let finding: Diagnostic
    }

    /// What was found; what is in quarantine is not counted here.
    func run() -> UsageHealth {
        var health = UsageHealth()
        health.files = logs.count
        var sources: [Int: SourceFile] = [:]
        var found: [Found] = []
        func note(_ trouble: UsageLog.Trouble, _ place: EventPlace) {
            let log = logs[place.file].log
            // One copy of a file, however much is wrong in it.
            let source = sources[place.file] ?? SourceFile(path: log.path, bytes: log.contents.array)
            sources[place.file] = source
            found.append(Found(place: place, finding: log.finding(trouble, at: place.offset, in: source)))
        }
        let bytes = logs.reduce(0) { $0 + $1.log.contents.count }
        let readings = UInt64(1 + bytes / max(1, bytesAtOnce))
        for reading in 0..<readings {
            var names = NameMap()
            names.reserve(bytes / Int(readings) / 180)
            for (number, (month, log)) in logs.enumerated() {
                _ = log.forEachLine(from: 0) { fields, offset in
                    let place = EventPlace(file: number, offset: offset)
                    if reading == 0 {
                        health.events += 1
                        if !fields.hasChecksum { health.unchecked += 1 }
                        if fields.isVoid { health.voids += 1 }
                        if fields.time.monthName != month {
                            note(.damaged("this event is of \(fields.time.monthName)"), place)
                        }
                    }
                    let nameHash = fields.nameHash
                    // Other bits of the hash than those that the table goes by.
                    guard ((nameHash >> 32) & 0xFFFF) % readings == reading else { return true }
                    guard let first = names.find(nameHash, isSame: { hasSameName($0, fields) }) else {
                        names.insert(nameHash, place)
                        return true
                    }
                    if isSamePayload(first, place) {
                        health.duplicates += 1
                    } else {
                        health.conflicts += 1
                        note(.conflict, place)
                    }
                    return true
                } other: { line, offset in
                    let place = EventPlace(file: number, offset: offset)
                    guard reading == 0 else { return true }
                    switch line {
                    case .event: break
                    case .damaged(let message): note(.damaged(message), place)
                    case .torn: note(.torn(wasAcknowledged: wasAcknowledged(log, offset)), place)
                    }
                    return true
                }
            }
        }
        // Each reading found its own; people read them in the order of the lines.
        health.findings = found.enumerated().sorted {
            ($0.element.place.packed, $0.offset) < ($1.element.place.packed, $1.offset)
        }.map(\.element.finding)
        return health
    }

    private func hasSameName(_ place: EventPlace, _ fields: EventFields) -> Bool {
        logs[place.file].log.withFields(at: place.offset) { $0.hasName(of: fields) } ?? false
    }

    private func isSamePayload(_ left: EventPlace, _ right: EventPlace) -> Bool {
        guard let first = logs[left.file].log.event(at: left.offset),
            let second = logs[right.file].log.event(at: right.offset)
        else { return false }
        return first.hasSamePayload(as: second)
    }
}
