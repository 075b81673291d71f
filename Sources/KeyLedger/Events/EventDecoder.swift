package import Text
internal import Values

/// Why something is no event.
struct EventProblem: Error {
    /// One phrase.
    let message: String

    init(_ message: String) { self.message = message }
}

/// Typed events out of JSON: the store's own form, and CloudEvents 1.0.
enum EventDecoder {
    private static let members: Set<String> = [
        "id", "source", "time", "recorded", "key", "tokens", "project", "provider", "voids", "crc",
    ]
    /// The attributes of a CloudEvent that say nothing about a use.
    private static let cloudMembers: Set<String> = [
        "specversion", "type", "subject", "datacontenttype", "dataschema", "data", "id", "source", "time",
    ]

    /// The event that an object holds, in either form.
    static func decode(_ value: Value) throws(EventProblem) -> UsageEvent {
        guard let map = value.mapValue else { throw EventProblem("an event must be an object") }
        return map["specversion"] == nil ? try event(map, envelope: nil) : try cloudEvent(map)
    }

    private static func cloudEvent(_ map: ValueMap) throws(EventProblem) -> UsageEvent {
        guard map["specversion"]?.stringValue == "1.0" else { throw EventProblem("only CloudEvents 1.0 are read") }
        if map["data_base64"] != nil { throw EventProblem("the data of the event must be JSON") }
        guard let data = map["data"]?.mapValue else { throw EventProblem("\"data\" must be an object") }
        return try event(data, envelope: map)
    }

    private static func event(_ map: ValueMap, envelope: ValueMap?) throws(EventProblem) -> UsageEvent {
        func text(_ name: String, in map: ValueMap) throws(EventProblem) -> String? {
            guard let value = map[name], !value.isNull else { return nil }
            guard case .string(let text) = value else { throw EventProblem("\"\(name)\" must be a text") }
            return text
        }
        func required(_ name: String) throws(EventProblem) -> String {
            guard let text = try text(name, in: envelope ?? map) else { throw EventProblem("\"\(name)\" is missing") }
            return text
        }
        func instant(_ name: String, _ text: String) throws(EventProblem) -> Instant {
            guard let instant = Instant(rfc3339: text) else {
                throw EventProblem("\"\(name)\" is no time: \"\(text)\"")
            }
            return instant
        }
        var voids: UsageEvent.Name?
        if let value = map["voids"], !value.isNull {
            guard let target = value.mapValue, let source = target["source"]?.stringValue,
                let id = target["id"]?.stringValue, !id.isEmpty, !source.isEmpty
            else { throw EventProblem("\"voids\" must be an object with \"source\" and \"id\"") }
            voids = UsageEvent.Name(source: source, id: id)
        }
        var tokens = voids == nil ? 1 : 0
        if let value = map["tokens"], !value.isNull {
            guard let number = value.intValue else { throw EventProblem("\"tokens\" must be a whole number") }
            tokens = number
        }
        var key = try text("key", in: map)
        if key == nil, let envelope { key = try text("subject", in: envelope) }
        var unknown = ValueMap()
        for (name, value) in map where !members.contains(name) { unknown[name] = value }
        if let envelope { for (name, value) in envelope where !cloudMembers.contains(name) { unknown[name] = value } }
        let recorded = try text("recorded", in: map)
        return UsageEvent(
            id: try required("id"), source: try required("source"), time: try instant("time", try required("time")),
            recorded: try recorded.map { text throws(EventProblem) in try instant("recorded", text) },
            key: key ?? "", tokens: tokens, project: try text("project", in: map).flatMap { $0.isEmpty ? nil : $0 },
            provider: try text("provider", in: map).flatMap { $0.isEmpty ? nil : $0 }, voids: voids,
            unknown: try members(unknown))
    }

    /// The members of a map as JSON without braces.
    private static func members(_ map: ValueMap) throws(EventProblem) -> String {
        guard !map.isEmpty else { return "" }
        do throws(ValueError) {
            // Sorted, so that two deliveries of one event in another order of members are the same.
            return String(try JSON.string(.map(map)).dropFirst().dropLast())
        } catch {
            throw EventProblem(error.message)
        }
    }

    /// What is wrong with the fields of an event, whatever form it came in; nil when nothing is.
    static func problem(_ event: UsageEvent) -> EventProblem? {
        func problem(_ name: StaticString, _ text: String, isNeeded: Bool) -> EventProblem? {
            if text.isEmpty { return isNeeded ? EventProblem("\"\(name)\" is missing") : nil }
            if text.utf8.count > UsageEvent.textLimit {
                return EventProblem("\"\(name)\" has more than \(UsageEvent.textLimit) bytes")
            }
            for byte in text.utf8 where byte < 0x20 || byte == 0x7F {
                return EventProblem("\"\(name)\" holds a control character")
            }
            return nil
        }
        let isVoid = event.voids != nil
        if let found = problem("id", event.id, isNeeded: true) ?? problem("source", event.source, isNeeded: true)
            ?? problem("key", event.key, isNeeded: !isVoid)
            ?? problem("voids.source", event.voids?.source ?? "", isNeeded: isVoid)
            ?? problem("voids.id", event.voids?.id ?? "", isNeeded: isVoid)
            ?? problem("project", event.project ?? "", isNeeded: false)
            ?? problem("provider", event.provider ?? "", isNeeded: false)
        {
            return found
        }
        guard event.unknown.utf8.count <= 16 * UsageEvent.textLimit else {
            return EventProblem("the event is too long")
        }
        guard 0...UsageEvent.tokenLimit ~= event.tokens else {
            return EventProblem("\"tokens\" must be from 0 to \(UsageEvent.tokenLimit)")
        }
        return nil
    }
}

extension UsageEvent {
    /// Writes the line of the event with its checksum and a line feed.
    package func write(into writer: inout ByteWriter) {
        let start = writer.count
        writer.write(literal: "{\"id\":")
        JSON.writeString(id, into: &writer)
        writer.write(literal: ",\"source\":")
        JSON.writeString(source, into: &writer)
        writer.write(literal: ",\"time\":\"")
        time.write(into: &writer)
        if let recorded {
            writer.write(literal: "\",\"recorded\":\"")
            recorded.write(into: &writer)
        }
        writer.write(literal: "\"")
        if !key.isEmpty {
            writer.write(literal: ",\"key\":")
            JSON.writeString(key, into: &writer)
        }
        if let voids {
            writer.write(literal: ",\"voids\":{\"source\":")
            JSON.writeString(voids.source, into: &writer)
            writer.write(literal: ",\"id\":")
            JSON.writeString(voids.id, into: &writer)
            writer.write(literal: "}")
        } else {
            writer.write(literal: ",\"tokens\":")
            writer.write(integer: tokens)
        }
        if let project {
            writer.write(literal: ",\"project\":")
            JSON.writeString(project, into: &writer)
        }
        if let provider {
            writer.write(literal: ",\"provider\":")
            JSON.writeString(provider, into: &writer)
        }
        if !unknown.isEmpty {
            writer.write(literal: ",")
            writer.write(unknown)
        }
        LineChecksum.close(lineFrom: start, in: &writer)
    }
}

/// The checksum at the end of a line of the store.
enum LineChecksum {
    /// Ends the object that was written from `start` on with its checksum, a brace and a line feed.
    static func close(lineFrom start: Int, in writer: inout ByteWriter) {
        let crc = CRC32.castagnoli.checksum(writer.bytes[start...])
        let digits = String(crc, radix: 16)
        writer.write(literal: ",\"crc\":\"")
        for _ in digits.utf8.count..<8 { writer.write(byte: 0x30) }
        writer.write(digits)
        writer.write(literal: "\"}\n")
    }
}
