import Testing

/// Command lines that are wrong: exit status 2 and a way out.
@Suite struct CommandLineFaultTests {
    @Test(arguments: [
        (["biuld"], "did you mean keyport build?"), (["build", "--sorce", "x"], "did you mean --source?"),
        (["build", "-s"], "--source needs a value"), (["build", "-x"], "unknown option -x"),
        (["build", "extra"], "unexpected argument extra"),
        (["build", "--minify=maybe"], "--minify is on or off"), (["build", "--now", "soon"], "soon is not a time"),
        (["serve", "--port", "70000"], "--port is a number"), (["serve", "--port", "-1"], "--port is a number"),
        (["report", "--format", "htlm"], "did you mean html?"), (["template"], "missing FILE"),
        (["keys", "creat"], "did you mean keyport keys create?"),
        (["keys", "create"], "missing"), (["usage", "record"], "--key"),
    ])
    func aWrongCommandLineSaysWhatIsWrong(_ words: [String], _ message: String) throws {
        let site = try SiteFolder()
        let before = try site.snapshot()
        let run = try ProgramRun(words, in: site)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.messages.hasPrefix("error: "))
        #expect(run.messages.contains(message), "\(run.messages)")
        #expect(try site.snapshot() == before)
    }

    @Test func aSourceDateThatIsNoneIsRefused() throws {
        let run = try ProgramRun(["build"], in: try SiteFolder(), environment: ["SOURCE_DATE_EPOCH": "yesterday"])
        #expect(run.status == 2)
        #expect(run.messages.contains("SOURCE_DATE_EPOCH"))
    }

    @Test func everyCommandOfTheListExplainsItself() throws {
        let site = try SiteFolder()
        let list = try ProgramRun(["help"], in: site)
        #expect(list.status == 0)
        let commands = list.output.components(of: "Commands:\n")[1].components(of: "\n\n")[0].split(separator: "\n").map
        { line in
            line.dropFirst(2).components(of: "  ")[0].split(separator: " ").map(String.init)
        }
        #expect(commands.count >= 10)
        for words in commands {
            let run = try ProgramRun(words + ["--help"], in: site)
            #expect(
                run.status == 0 && run.output.contains("keyport \(words.joined(separator: " "))")
                    && run.messages.isEmpty, "\(words)")
        }
    }
}

extension Substring {
    fileprivate func components(of separator: String) -> [Substring] { String(self).components(of: separator) }
}
