internal import KeyLedger

/// Takes deliveries in, a thousand events at a time, and says how far it is where a person watches.
struct ImportRun {
    let ledger: Ledger
    let console: Console
    /// Whether one refused event means that nothing is taken in.
    let isAllOrNothing: Bool

    /// How many events are on the disk before the next ones are read.
    private static let batch = 1000
    /// After so many batches the progress is said again.
    private static let batchesBetween = 20

    /// What became of all of them.
    func take(_ deliveries: [UsageDelivery]) throws(LedgerError) -> IngestReport {
        if isAllOrNothing {
            var events: [IncomingEvent] = []
            for var delivery in deliveries { events += delivery.next(.max) }
            return try ledger.ingest(events, isAllOrNothing: true)
        }
        var report = IngestReport()
        var batches = 0
        for (index, delivery) in deliveries.enumerated() {
            try ledger.ingest(delivery, batch: Self.batch) { taken, progress in
                report.add(taken)
                batches += 1
                guard console.isTerminal, batches % Self.batchesBetween == 0 else { return }
                let part = (Double(index) + progress) / Double(deliveries.count)
                console.progress("\(Int(part * 100)) %, \(report.accepted) accepted, \(report.refused) quarantined")
            }
        }
        if batches >= Self.batchesBetween { console.progress("") }
        return report
    }
}
