internal import KeyLedger
internal import Values

/// The report of a period to a template.
final class ReportObject: ValueObject {
    private let period: BillingPeriod
    private let space: KeyportNamespace

    /// The report of `period`.
    init(_ period: BillingPeriod, in space: KeyportNamespace) {
        self.period = period
        self.space = space
    }

    var goType: String { "*keyport.Report" }
    var members: MemberTable { Self.table }
    var goString: String { period.name }

    private func figures() throws -> UsageFigures {
        let store = try space.store()
        return try space.asking { () throws(LedgerError) in try store.figures(of: period) }
    }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Name", of: ReportObject.self) { .string($0.period.name) }
        table.field("Title", of: ReportObject.self) { .string(PortalPages.title(of: $0.period)) }
        table.field("Period", of: ReportObject.self) { report in
            let figures = try report.figures()
            return .object(PeriodObject([report.period], isClosed: figures.isClosed, now: figures.now))
        }
        table.field("Usage", of: ReportObject.self) { report in
            .object(UsageObject(try report.figures(), in: report.space))
        }
        table.field("Closed", of: ReportObject.self) { .bool(try $0.figures().isClosed) }
        table.field("Revision", of: ReportObject.self) { try $0.figures().revision.map { .int($0) } ?? .null }
        table.field("Digest", of: ReportObject.self) { .string(try $0.figures().digest ?? "") }
        table.field("YearBefore", of: ReportObject.self) { try $0.yearBefore() }
        table.field("Sunsets", of: ReportObject.self) { report in
            let store = try report.space.store()
            let figures = try report.figures()
            let sunsets = try report.space.asking { () throws(LedgerError) in try store.sunsets(in: figures) }
            return .list(
                sunsets.map { .object(SunsetProgressObject($0, zone: figures.zone, in: report.space)) })
        }
        table.field("RelPermalink", of: ReportObject.self) { report in
            .string(report.space.address(PortalPages.path(ofReport: report.period.name)))
        }
        table.field("Files", of: ReportObject.self) { report in
            .list(
                ReportExport.fileNames.map { name in
                    let path = PortalPages.path(ofReport: report.period.name) + name
                    return .map(
                        ValueMap([("Name", .string(name)), ("RelPermalink", .string(report.space.address(path)))]))
                })
        }
        return table
    }()

    /// The report of the period that began in the same month a year before; nil where there are no data of it.
    private func yearBefore() throws -> Value {
        let store = try space.store()
        let before = try space.asking { () throws(LedgerError) in try store.periodAYearBefore(period) }
        return try before.map { .object(try space.report($0)) } ?? .null
    }
}
