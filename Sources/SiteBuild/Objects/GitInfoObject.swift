internal import GoTemplates
internal import SiteModel
internal import Values

/// A commit that changed the file of a page, and those before it: `.GitInfo`.
final class GitInfoObject: ValueObject {
    private let commits: ArraySlice<GitCommit>
    private let commit: GitCommit

    /// - Parameter commits: the commit, and behind it those before it, the newest first; there is at least one.
    init(_ commits: ArraySlice<GitCommit>) {
        self.commits = commits
        commit = commits[commits.startIndex]
    }

    var members: MemberTable { Self.table }
    var goType: String { "*gitmap.GitInfo" }
    var dataValue: Value? {
        .map([
            "hash": .string(commit.hash), "abbreviatedHash": .string(commit.abbreviatedHash),
            "subject": .string(commit.subject), "authorName": .string(commit.authorName),
            "authorEmail": .string(commit.authorEmail), "authorDate": .time(commit.authorDate),
            "commitDate": .time(commit.commitDate), "body": .string(commit.body),
        ])
    }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.field("Hash", of: GitInfoObject.self) { .string($0.commit.hash) }
        table.field("AbbreviatedHash", of: GitInfoObject.self) { .string($0.commit.abbreviatedHash) }
        table.field("Subject", of: GitInfoObject.self) { .string($0.commit.subject) }
        table.field("AuthorName", of: GitInfoObject.self) { .string($0.commit.authorName) }
        table.field("AuthorEmail", of: GitInfoObject.self) { .string($0.commit.authorEmail) }
        table.field("AuthorDate", of: GitInfoObject.self) { .time($0.commit.authorDate) }
        table.field("CommitDate", of: GitInfoObject.self) { .time($0.commit.commitDate) }
        table.field("Body", of: GitInfoObject.self) { .string($0.commit.body) }
        table.field("Parent", of: GitInfoObject.self) { info in
            info.commits.count > 1 ? .object(GitInfoObject(info.commits.dropFirst())) : .null
        }
        table.field("Ancestors", of: GitInfoObject.self) { .object(GitInfoCollection($0.commits)) }
        return table
    }()
}

/// The commits before another: `.GitInfo.Ancestors`.
final class GitInfoCollection: ValueObject {
    private let infos: [GitInfoObject]

    /// Those behind the first of `commits`.
    init(_ commits: ArraySlice<GitCommit>) {
        infos = commits.indices.dropFirst().map { GitInfoObject(commits[$0...]) }
    }

    private init(_ infos: [GitInfoObject]) { self.infos = infos }

    var members: MemberTable { Self.table }
    var goType: String { "gitmap.GitInfos" }
    var elements: [Value]? { infos.map { .object($0) } }

    private static let table: MemberTable = {
        var table = MemberTable()
        table.method("Reverse", of: GitInfoCollection.self, 0...0) { list, _ in
            .object(GitInfoCollection(list.infos.reversed()))
        }
        return table
    }()
}
