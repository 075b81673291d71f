import SVGCharts
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// The drawings as files, compared byte for byte; `RECORD_SNAPSHOTS=1` writes them anew.
@Suite struct SnapshotTests {
    static let names: [String] =
        Samples.all.flatMap { sample in [320, 720, 1200].map { "\(sample.name)-\($0)" } }
        + Samples.sparklines.map(\.name)

    static func bytes(of name: String) -> [UInt8]? {
        if let spark = Samples.sparklines.first(where: { $0.name == name }) {
            return spark.chart.drawing(width: Sparkline.width).svg(.file)
        }
        guard let dash = name.lastIndex(of: "-"), let width = Int(name[name.index(after: dash)...]),
            let sample = Samples.all.first(where: { $0.name == name[..<dash] })
        else { return nil }
        return sample.chart.drawing(width: width).svg(.file)
    }

    static var folder: String {
        let file = #filePath
        return String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]) + "/Snapshots"
    }

    @Test(arguments: names) func drawsTheSameBytes(name: String) throws {
        let drawn = try #require(Self.bytes(of: name))
        let path = "\(Self.folder)/\(name).svg"
        if getenv("RECORD_SNAPSHOTS") != nil {
            Self.write(drawn, to: path)
            return
        }
        let kept = try #require(Self.read(path), "no snapshot at \(path): run with RECORD_SNAPSHOTS=1")
        #expect(kept == drawn, "\(name) changed: look at it, then run with RECORD_SNAPSHOTS=1")
    }

    static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    static func write(_ bytes: [UInt8], to path: String) {
        guard let file = fopen(path, "wb") else {
            Issue.record("cannot write \(path)")
            return
        }
        defer { fclose(file) }
        #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    }
}
