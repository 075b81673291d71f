import DataFormats
import FuzzInput
import Text
import Values

/// A content file: its front matter is split off and decoded, and asked where its keys stand.
@_cdecl("LLVMFuzzerTestOneInput")
public func frontMatter(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let file = SourceFile(path: "a.md", bytes: FuzzInput(start, count).bytes)
    do {
        let matter = try FrontMatter.split(file)
        require((0...file.bytes.count).contains(matter.bodyOffset), "the body begins outside the file")
        for (key, value) in matter.values {
            var paths = [[key]]
            if let map = value.mapValue, let inner = map.first(where: { _ in true }) { paths.append([key, inner.0]) }
            if case .list = value { paths.append([key, "0"]) }
            for path in paths {
                guard let range = matter.range(ofKeyPath: path) else { continue }
                require(range.upperBound <= file.bytes.count, "a key stands outside the file")
            }
        }
        _ = try? JSON.string(.map(matter.values))
    } catch {
        require(!error.rendered.isEmpty, "an error without words")
    }
    return 0
}
