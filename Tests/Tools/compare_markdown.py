#!/usr/bin/env python3
"""Renders Markdown with Keyport and with the real Hugo and shows where they differ.

usage: compare_markdown.py [--settings NAME] [--page] [--seed N --count N | FILE...] [--show N] [--list] [--record]
A FILE is Markdown; documents in it may be divided by lines of `=====`. Without files, documents are generated from the
grammar in markdown_grammar.py with the given seed. `--page` compares contents, summary, plain text and counts too.
`--list` prints the numbers of the documents that differ. `--record` writes Hugo's HTML of each FILE beside it, for the tests. Prints a line and ends well when `hugo` is not installed.
"""
import argparse, difflib, json, os, pathlib, shutil, subprocess, sys, tempfile

import markdown_grammar

ROOT = pathlib.Path(__file__).resolve().parents[2]
END = "@@ end"
UNSAFE = {"goldmark": {"renderer": {"unsafe": True}}}


def extended(**extensions):
    return {"goldmark": {"renderer": {"unsafe": True}, "extensions": extensions}}


# What each name sets below `markup`, and what the grammar writes for it.
SETTINGS = {
    "default": ({}, []),
    "unsafe": (UNSAFE, []),
    "rich": ({"goldmark": {"renderer": {"unsafe": True}, "parser": {"attribute": {"block": True}}}, "emoji": True}, ["block"]),
    "wraps": ({"goldmark": {"renderer": {"hardWraps": True, "xhtml": True}}}, []),
    "plain": (extended(typographer={"disable": True}, linkify=False, strikethrough=False, taskList=False,
                       definitionList=False, footnote={"enable": False}, table=False), []),
    "extras": (extended(strikethrough=False, extras={name: {"enable": True} for name in
                        ("delete", "insert", "mark", "subscript", "superscript")}), ["extras"]),
    "math": (extended(passthrough={"enable": True, "delimiters": {"block": [["\\[", "\\]"], ["$$", "$$"]],
                                                                 "inline": [["\\(", "\\)"]]}}), ["math"]),
    "cjk": (extended(cjk={"enable": True, "eastAsianLineBreaks": True, "escapedSpace": True}), ["cjk"]),
    "ascii": ({"goldmark": {"parser": {"autoIDType": "github-ascii", "autoDefinitionTermID": True}}}, []),
    "blackfriday": ({"goldmark": {"parser": {"autoIDType": "blackfriday", "autoDefinitionTermID": True}}}, []),
    "page": ({"goldmark": {"renderer": {"unsafe": True}}, "tableOfContents": {"startLevel": 1, "endLevel": 6}}, ["more"]),
}
FIELDS = [".TableOfContents", ".Fragments.Identifiers", ".Summary", ".ContentWithoutSummary", ".Truncated", ".Plain", ".PlainWords",
          ".WordCount", ".FuzzyWordCount", ".ReadingTime"]


def hugo(documents, markup, folder, page):
    """The HTML that Hugo makes of each document, None where it makes none."""
    site = folder / "site"
    (site / "content").mkdir(parents=True)
    (site / "layouts").mkdir()
    config = {"baseURL": "https://example.org/", "title": "T", "disableHugoGeneratorInject": True, "summaryLength": 12,
              "disableKinds": ["taxonomy", "term", "rss", "sitemap", "404", "robotsTXT", "section", "home"],
              "enableEmoji": markup.get("emoji", False), "markup": {k: v for k, v in markup.items() if k != "emoji"}}
    (site / "hugo.json").write_text(json.dumps(config))
    # Hugo writes no page of nothing: a mark ends each.
    template = "{{ .Content }}" + END
    if page:
        template += "".join("\n@@ %s\n{{ %s | safeHTML }}" % (field, field if field not in (".Fragments.Identifiers", ".PlainWords")
                                                              else "delimit %s \"|\"" % field) for field in FIELDS)
    (site / "layouts/all.html").write_text(template)
    for number, text in enumerate(documents):
        (site / f"content/p{number}.md").write_text(f"---\ntitle: p{number}\n---\n" + text, newline="")
    run = subprocess.run(["hugo", "--source", str(site), "--destination", str(folder / "out"), "--quiet"],
                         capture_output=True, text=True)
    if run.returncode:
        print(run.stdout[-2000:], run.stderr[-2000:])
    pages = [folder / f"out/p{number}/index.html" for number in range(len(documents))]
    return [html and html.replace(END, "", 1) for html in map(read, pages)]


def read(path):
    return open(path, newline="").read() if os.path.exists(path) else None


def keyport(documents, markup, folder, page):
    """The HTML that Keyport makes of each document."""
    paths = []
    for number, text in enumerate(documents):
        path = folder / f"k{number}.md"
        path.write_text(text, newline="")
        paths.append(path)
    (folder / "list").write_text("\n".join(map(str, paths)))
    environment = dict(os.environ, KEYPORT_MARKDOWN_LIST=str(folder / "list"), KEYPORT_MARKDOWN_MARKUP=json.dumps(markup),
                       KEYPORT_MARKDOWN_PAGE="1" if page else "", KEYPORT_ROOMS="HugoMarkdown")
    command = ["swift", "test", "--package-path", str(ROOT), "--filter", "DirectoryRendering"]
    if os.environ.get("KEYPORT_SKIP_BUILD"):
        command.insert(2, "--skip-build")
    run = subprocess.run(command, env=environment, capture_output=True, text=True)
    if run.returncode:
        print(run.stdout[-3000:], run.stderr[-3000:])
    return [read(f"{path}.html") for path in paths]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--settings", default="default", choices=sorted(SETTINGS))
    parser.add_argument("--page", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--show", type=int, default=10)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--record", action="store_true")
    parser.add_argument("files", nargs="*")
    arguments = parser.parse_args()
    if not shutil.which("hugo"):
        print("skipped: hugo is not installed")
        return 0
    markup, features = SETTINGS[arguments.settings]
    page = arguments.page or arguments.settings == "page"
    if arguments.record:
        for name in arguments.files:
            with tempfile.TemporaryDirectory() as temporary:
                results = hugo(open(name, newline="").read().split("=====\n"), markup, pathlib.Path(temporary), page)
            pathlib.Path(name).with_suffix(".html").write_text("=====\n".join(result or "" for result in results))
        return 0
    documents = []
    for name in arguments.files:
        documents += open(name, newline="").read().split("=====\n")
    documents = documents or markdown_grammar.generate(arguments.seed, arguments.count, features)
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        expected = hugo(documents, markup, folder, page)
        actual = keyport(documents, markup, folder, page)
    different = [n for n in range(len(documents)) if expected[n] is not None and expected[n] != actual[n]]
    for number in sorted(different, key=lambda n: len(documents[n]))[:arguments.show]:
        print(f"--- document {number}\n{documents[number]}\n")
        sys.stdout.writelines(difflib.unified_diff(expected[number].splitlines(True), (actual[number] or "").splitlines(True),
                                                   "hugo", "keyport", n=0))
        print()
    if arguments.list:
        print(*different)
    missing = expected.count(None)
    print(f"{arguments.settings}, seed {arguments.seed}: {len(documents)} documents, {len(different)} differ, {missing} not built by hugo")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
