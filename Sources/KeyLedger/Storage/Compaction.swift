internal import Files
internal import Synchronization
internal import Text
internal import Values

/// A month whose usage file was sealed.
package struct SealedMonth: Sendable {
    /// The month, such as `2026-08`.
    package let month: String
    /// The lines in it.
    package let lines: Int
    /// The bytes of its lines.
    package let size: Int
    /// The bytes of the file that they are packed in.
    package let packedSize: Int
}

extension Ledger {
    /// The months whose files can be sealed, in order: no event can come for them any more, and every period that they
    /// touch is closed.
    package func sealableMonths() throws(LedgerError) -> [String] {
        let now = now
        let due = Set(try duePeriods().map(\.name))
        let calendar = calendar
        let names = try store.wrap { () throws(FileError) in try store.files.list(store.usage) }
        return names.compactMap(LineUsageEngine.month(ofFile:)).filter { month in
            guard let first = CivilDate(month + "-01") else { return false }
            let next = CivilDate(year: first.year, month: first.month + 1, day: 1)
            let start = Instant(seconds: first.dayNumber * 86_400)
            let end = Instant(seconds: next.dayNumber * 86_400)
            guard end.adding(seconds: IngestRules.behindLimit) <= now else { return false }
            return calendar.periods(from: start, through: Instant(nanoseconds: end.nanoseconds - 1)).allSatisfy {
                $0.closesAt <= now && !due.contains($0.name)
            }
        }
    }

    /// Seals every month that can be: its lines, each checked, are packed as they stand, unpacked again and compared
    /// before the file they stood in goes. Figures, exports and reports stay what they are.
    ///
    /// The audit log has the digest of each file.
    package func compact() throws(LedgerError) -> [SealedMonth] {
        var sealed: [SealedMonth] = []
        for month in try sealableMonths() {
            if let one = try seal(month) { sealed.append(one) }
        }
        totals.withLock { $0 = nil }
        return sealed
    }

    /// Seals one month; nil when somebody else has, or when that makes it no smaller.
    private func seal(_ month: String) throws(LedgerError) -> SealedMonth? {
        let plain = store.usageFile(month)
        let packed = store.sealedFile(month)
        let result: SealedMonth? = try command { draft throws(LedgerError) in
            let contents = try store.wrap { () throws(FileError) in try store.files.contents(of: plain, limit: nil) }
            guard let contents, contents.count > 0 else { return nil }
            let log = UsageLog(path: plain, contents: contents)
            var lines = 0
            var damage: LedgerError?
            _ = log.forEachLine(from: 0) { line, offset in
                switch line {
                case .event: lines += 1
                case .damaged(let message): damage = log.damage(message, at: offset)
                case .torn: damage = log.damage("the last line is torn", at: offset)
                }
                return damage == nil
            }
            if let damage { throw damage }
            guard let bytes = SealedLog.packed(contents.bytes), bytes.count < contents.count else { return nil }
            let again = SealedLog.unpacked(FileContents(bytes[...]), length: contents.count)
            guard again.isSound, again.bytes.elementsEqual(contents.bytes) else {
                throw .store("seal", "the month cannot be sealed: it is another one when it is unpacked", path: plain)
            }
            // One that is there already was left by a crash, or unpacked by hand; somebody may have edited either since.
            let earlier = try store.wrap { () throws(FileError) in try store.files.contents(of: packed, limit: nil) }
            if let earlier {
                let lines = SealedLog.unpacked(earlier, length: contents.count)
                guard lines.isSound, lines.bytes.elementsEqual(contents.bytes) else {
                    throw LineUsageEngine.twice(month, in: store)
                }
            }
            try store.replace(packed, with: bytes)
            draft.did(
                "month.sealed", nil,
                [
                    ("month", .string(month)), ("lines", .int(lines)), ("size", .int(contents.count)),
                    ("file", .string(SHA256.name(bytes))),
                ])
            return SealedMonth(month: month, lines: lines, size: contents.count, packedSize: bytes.count)
        }
        guard let result else { return nil }
        // Both files say the same until the plain one goes: a crash before that leaves it to the next compaction.
        try store.locked { () throws(LedgerError) in
            // Somebody who takes no lock may have written into it meanwhile.
            let size = try store.wrap { () throws(FileError) in try store.files.size(of: plain) }
            guard size == nil || size == result.size else { throw LineUsageEngine.twice(month, in: store) }
            AcknowledgedSizes.note(plain, endsAt: nil, in: store)
            try store.wrap { () throws(FileError) in
                try store.files.remove(plain)
                try store.files.syncFolder(store.usage)
            }
            AcknowledgedSizes.note(sealed: packed, size: result.packedSize, in: store)
        }
        return result
    }
}
