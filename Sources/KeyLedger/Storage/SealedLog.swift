internal import CZlib
internal import Glibc
internal import Text

/// A sealed month: the lines of its usage file, byte for byte, in a gzip file (RFC 1952) that never changes.
///
/// One member, so that its last four bytes say how long the lines are; `zcat` and every language read it.
enum SealedLog {
    /// What an unpacking came to.
    struct Unpacked: Sendable {
        /// The lines, or what could be had of them.
        let bytes: [UInt8]
        /// Whether that is all of them, and they fit the checksum.
        let isSound: Bool
    }

    /// The most bytes of lines that one file can hold: the length at its end has 32 bits.
    static let limit = Int(UInt32.max)
    /// Gzip, with the largest window.
    private static let format: Int32 = 15 + 16
    /// No deflated byte stands for more than this, so that a length that is a lie reserves no memory.
    private static let mostForAByte = 1100

    /// The gzip file of `bytes`: the same bytes give the same file. Nil when it cannot be made.
    static func packed(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
        guard bytes.count <= limit, let start = bytes.bindMemory(to: UInt8.self).baseAddress else { return nil }
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard deflateInit2_(&stream, 9, Z_DEFLATED, format, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else {
            return nil
        }
        defer { _ = deflateEnd(&stream) }
        let bound = Int(deflateBound(&stream, uLong(bytes.count))) + 64
        stream.next_in = UnsafeMutablePointer(mutating: start)
        stream.avail_in = uInt(bytes.count)
        var isDone = false
        let packed = [UInt8](unsafeUninitializedCapacity: bound) { buffer, filled in
            stream.next_out = buffer.baseAddress
            stream.avail_out = uInt(min(bound, limit))
            isDone = deflate(&stream, Z_FINISH) == Z_STREAM_END
            filled = Int(stream.total_out)
        }
        return isDone ? packed : nil
    }

    /// The length of the lines, as the end of the file says; nil when it can be no such file.
    static func length(_ file: FileContents) -> Int? {
        withExtendedLifetime(file) {
            let bytes = file.bytes
            guard bytes.count > 18, bytes[0] == 0x1F, bytes[1] == 0x8B else { return nil }
            let end = bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self)
            let length = Int(UInt32(littleEndian: end))
            return length <= bytes.count * mostForAByte ? length : nil
        }
    }

    /// The lines of a file that says that they have `length` bytes.
    static func unpacked(_ file: FileContents, length: Int) -> Unpacked {
        var isSound = false
        let lines = [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
            let found = unpack(file, into: UnsafeMutableRawBufferPointer(buffer))
            filled = found.filled
            isSound = found.isSound
        }
        return Unpacked(bytes: lines, isSound: isSound)
    }

    /// The lines as the content of a log, unpacked when somebody first looks at them.
    static func contents(_ file: FileContents, length: Int) -> FileContents {
        FileContents(count: length) { unpack(file, into: $0).isSound }
    }

    /// Puts the lines into memory of the size that the file says they have; answers how many bytes could be had, and
    /// whether that is all of them and they fit the checksum.
    private static func unpack(
        _ file: FileContents, into memory: UnsafeMutableRawBufferPointer
    ) -> (filled: Int, isSound: Bool) {
        withExtendedLifetime(file) {
            let bytes = file.bytes
            var stream = z_stream()
            guard let start = bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count <= limit, memory.count <= limit,
                inflateInit2_(&stream, format, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
            else { return (0, false) }
            defer { _ = inflateEnd(&stream) }
            stream.next_in = UnsafeMutablePointer(mutating: start)
            stream.avail_in = uInt(bytes.count)
            stream.next_out = memory.bindMemory(to: UInt8.self).baseAddress
            stream.avail_out = uInt(memory.count)
            // A file with more lines than it says does not come to its end here.
            let status = inflate(&stream, Z_FINISH)
            let filled = Int(stream.total_out)
            return (filled, status == Z_STREAM_END && filled == memory.count && stream.avail_in == 0)
        }
    }

    /// The error of a file whose lines cannot be had: at the first line that is not sound.
    static func damage(_ path: String, _ file: FileContents) -> LedgerError {
        let found = unpacked(file, length: length(file) ?? 0)
        let log = UsageLog(path: path, contents: FileContents(found.bytes[...]))
        let end = log.forEachLine(from: 0) { line, _ in
            if case .event = line { return true }
            return false
        }
        return log.damage("the sealed month is damaged from this line on", at: end)
    }
}
