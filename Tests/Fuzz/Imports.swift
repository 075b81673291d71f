import FuzzInput
import KeyLedger
import Text

/// A delivery of usage: lines, CloudEvents or CSV.
@_cdecl("LLVMFuzzerTestOneInput")
public func imports(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let file = SourceFile(path: "usage.txt", bytes: FuzzInput(start, count).bytes)
    do throws(LedgerError) {
        for incoming in try UsageImport.read(file) {
            switch incoming.content {
            case .event(let event): require(event.hasSamePayload(as: event), "an event is not itself")
            case .unreadable(_, let detail): require(!detail.isEmpty, "a refusal without words")
            }
        }
    } catch {
        require(!error.diagnostic.rendered.isEmpty, "an error without words")
    }
    return 0
}
