#!/usr/bin/env python3
"""Renders Markdown with Keyport and with the real Hugo and shows where they differ.

usage: compare_markdown.py [--flags unsafe,block,emoji,toc] [--seed N --count N | FILE...] [--show N]
A FILE is Markdown; documents in it may be divided by lines of `=====`. Without files, documents are generated from a
grammar with the given seed. Prints a line and ends well when `hugo` is not installed.
"""
import argparse, difflib, os, pathlib, random, shutil, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONFIG = """baseURL = "https://example.org/"
title = "T"
disableHugoGeneratorInject = true
disableKinds = ["taxonomy", "term", "rss", "sitemap", "404", "robotsTXT", "section", "home"]
enableEmoji = {emoji}
[markup.goldmark.renderer]
unsafe = {unsafe}
[markup.goldmark.parser.attribute]
block = {block}
[markup.tableOfContents]
startLevel = 1
endLevel = 6
"""


def hugo(documents, flags, folder):
    """The HTML that Hugo makes of each document, None where it makes none."""
    site = folder / "site"
    (site / "content").mkdir(parents=True)
    (site / "layouts/_markup").mkdir(parents=True)
    config = {name: str(name in flags).lower() for name in ("emoji", "unsafe", "block")}
    (site / "hugo.toml").write_text(CONFIG.format(**config))
    toc = "{{ .TableOfContents }}" if "toc" in flags else ""
    (site / "layouts/all.html").write_text("{{ .Content }}" + toc)
    for number, text in enumerate(documents):
        (site / f"content/p{number}.md").write_text(f"---\ntitle: p{number}\n---\n" + text)
    run = subprocess.run(["hugo", "--source", str(site), "--destination", str(folder / "out"), "--quiet"],
                         capture_output=True, text=True)
    if run.returncode:
        print(run.stdout[-2000:], run.stderr[-2000:])
    pages = [folder / f"out/p{number}/index.html" for number in range(len(documents))]
    return [page.read_text() if page.exists() else None for page in pages]


def keyport(documents, flags, folder):
    """The HTML that Keyport makes of each document."""
    paths = []
    for number, text in enumerate(documents):
        path = folder / f"k{number}.md"
        path.write_text(text)
        paths.append(path)
    (folder / "list").write_text("\n".join(map(str, paths)))
    environment = dict(os.environ, KEYPORT_MARKDOWN_LIST=str(folder / "list"), KEYPORT_MARKDOWN_FLAGS=",".join(flags),
                       KEYPORT_ROOMS="HugoMarkdown")
    command = ["swift", "test", "--package-path", str(ROOT), "--filter", "DirectoryRendering"]
    run = subprocess.run(command, env=environment, capture_output=True, text=True)
    if run.returncode:
        print(run.stdout[-3000:], run.stderr[-3000:])
    return [pathlib.Path(f"{path}.html").read_text() if os.path.exists(f"{path}.html") else None for path in paths]


WORDS = ("alpha beta gamma Don't \"quoted\" 'single' it's wait... a--b c---d x_y_z 1st 90's https://a.example.org/p?q=1&r=2 "
         "www.example.com. me@example.org (https://b.example.org/x_(y)) *em* **strong** _em_ __strong__ ***both*** `code` "
         "``a ` b`` ~~gone~~ ~one~ [link](/x) [t](/x \"T\") [ref] [text][ref] ![alt](/i.png) ![a *b*](/i.png \"T\") "
         "<https://auto.example.org> <b>raw</b> &amp; &copy; &quot;e&quot; \\* \\\" \\' a\\\nb <<q>> 3 < 4 > 2 AT&T "
         "C++ é ü 日本語 [^1] [^n] [x] 5*6*7 snake_case_name **bold \"q\"** *it's* end. — … :smile: {a} {{x}} $5 #tag @me").split(" ")


def sentence(random):
    return " ".join(random.choice(WORDS) for _ in range(random.randint(1, 12)))


def block(random, depth=0):
    kind = random.choice("p p p h s ul ol q code fence table task hr dl fn ref html nested".split())
    text = sentence(random)
    if kind == "h":
        return "#" * random.randint(1, 6) + " " + text.replace("\n", " ") + random.choice(["", "", " {#i%d}" % random.randint(0, 9), " {.c k=\"v\"}", " ##"])
    if kind == "s":
        return text.replace("\n", " ") + "\n" + random.choice(["===", "---"])
    if kind in ("ul", "ol", "task"):
        mark = {"ul": "- ", "ol": "1. ", "task": random.choice(["- [ ] ", "- [x] "])}[kind]
        gap = random.choice(["\n", "\n", "\n\n"])
        return gap.join(mark + sentence(random).replace("\n", " ") for _ in range(random.randint(1, 4)))
    if kind == "q":
        inner = block(random, depth + 1) if depth < 2 else text
        inner = text if "[^1]:" in inner else inner
        return "\n".join("> " + line for line in inner.split("\n"))
    if kind == "nested":
        inner = block(random, depth + 1) if depth < 2 else text
        inner = text if "[^1]:" in inner else inner
        return "- " + inner.replace("\n", "\n  ")
    if kind == "code":
        return "    " + text.replace("\n", "\n    ")
    if kind == "fence":
        return "```" + random.choice(["", "nolang", "x-y"]) + "\n" + text + "\n```"
    if kind == "table":
        columns = random.randint(1, 4)
        def row(): return "| " + " | ".join(sentence(random).replace("\n", " ").replace("|", "\\|") for _ in range(columns)) + " |"
        rule = "|" + "|".join(random.choice(["---", ":--", "--:", ":-:"]) for _ in range(columns)) + "|"
        return "\n".join([row(), rule] + [row() for _ in range(random.randint(0, 3))])
    if kind == "hr":
        return "***"
    if kind == "dl":
        return "Term " + sentence(random).replace("\n", " ") + "\n: " + text.replace("\n", " ")
    if kind == "fn":
        return "[^1]: note " + text.replace("\n", " ")
    if kind == "ref":
        return "[ref]: /target \"Title\""
    if kind == "html":
        return "<div>\n" + text + "\n</div>"
    return text


def generate(seed, count):
    return ["\n\n".join(block(r) for _ in range(r.randint(1, 5))) + "\n"
            for r in (random.Random(seed * 1000003 + number) for number in range(count))]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--flags", default="")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--show", type=int, default=10)
    parser.add_argument("files", nargs="*")
    arguments = parser.parse_args()
    if not shutil.which("hugo"):
        print("skipped: hugo is not installed")
        return 0
    flags = [flag for flag in arguments.flags.split(",") if flag]
    documents = []
    for name in arguments.files:
        documents += pathlib.Path(name).read_text().split("=====\n")
    documents = documents or generate(arguments.seed, arguments.count)
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        expected = hugo(documents, flags, folder)
        actual = keyport(documents, flags, folder)
    different = [n for n in range(len(documents)) if expected[n] is not None and expected[n] != actual[n]]
    for number in different[:arguments.show]:
        print(f"--- document {number}\n{documents[number]}\n")
        sys.stdout.writelines(difflib.unified_diff(expected[number].splitlines(True), (actual[number] or "").splitlines(True),
                                                   "hugo", "keyport", n=0))
        print()
    missing = expected.count(None)
    print(f"{len(documents)} documents, {len(different)} differ, {missing} not built by hugo")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
