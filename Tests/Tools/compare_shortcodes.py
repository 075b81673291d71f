#!/usr/bin/env python3
"""Makes pages full of shortcodes from a seed, builds them with Hugo and with Keyport, and shows which differ.

usage: compare_shortcodes.py [--seed N] [--count N] [--show N] [--keyport PROGRAM]
Prints a line and ends well when `hugo` is not installed; the exit status says whether anything differed.
"""
import argparse, difflib, pathlib, random, shutil, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONFIG = """baseURL = "https://example.org/"
title = "T"
disableHugoGeneratorInject = true
disableKinds = ["taxonomy", "term", "rss", "sitemap", "404", "robotsTXT", "home"]
[markup.goldmark.renderer]
unsafe = true
"""
TEMPLATES = {
    "leaf": '<i o="{{ .Ordinal }}" p="{{ with .Parent }}{{ .Name }}{{ .Ordinal }}{{ end }}">{{ range $k, $v := .Params }}'
            '[{{ $k }}={{ printf "%T:%v" $v $v }}]{{ end }}</i>',
    "wrap": '<b o="{{ .Ordinal }}" {{ .IsNamedParams }} g="{{ .Get 0 }}">{{ .Inner }}</b>',
    "md": '<div>{{ .Inner | markdownify }}</div>',
    "de": '<pre>{{ .InnerDeindent }}</pre>',
    "block": '\n<section>\n{{ .Inner }}\n</section>\n',
    "render": '{{ .Inner | .Page.RenderString (dict "display" "block") }}',
    "bold": '**{{ .Get 0 }}**',
    "parts/in": '({{ .Name }})',
}
ARGUMENTS = ["", " 1", ' "a b"', " `raw \"x\"`", ' k="v"', " k=1 l=2.5", ' "x" true -4', ' q="a \\"b\\""', " w=`a\n b`"]


def call(chance, depth):
    """A shortcode, with what it encloses."""
    mark = chance.choice("<<<%")
    close = ">" if mark == "<" else "%"
    name = chance.choice(["leaf", "leaf", "bold", "parts/in"] if depth > 2 else
                         ["leaf", "bold", "parts/in", "wrap", "wrap", "md", "de", "block", "render"])
    arguments = chance.choice(ARGUMENTS)
    if name in ("leaf", "bold", "parts/in"):
        return f"{{{{{mark} {name}{arguments} {close}}}}}"
    if chance.random() < 0.1:
        return f"{{{{{mark} {name}{arguments} /{close}}}}}"
    gap = chance.choice(["", "", "\n", "\n\n"])
    inner = gap + " ".join(piece(chance, depth + 1) for _ in range(chance.randint(0, 3))) + gap
    return f"{{{{{mark} {name}{arguments} {close}}}}}{inner}{{{{{mark} /{name} {close}}}}}"


def piece(chance, depth):
    """A word or a shortcode."""
    if chance.random() < 0.5:
        return call(chance, depth)
    return chance.choice(["word", "*em*", "`code`", "[a](/b)", "x < y", "{{</* leaf 1 */>}}", "&amp;", "**strong**"])


def block(chance):
    """A block of Markdown with shortcodes in it."""
    line = " ".join(piece(chance, 0) for _ in range(chance.randint(1, 3)))
    one = line.replace("\n", " ")
    return chance.choice([line, line, f"- {one}\n- {one}", f"> {one}", f"## {chance.choice(['Head', 'Two words'])}\n\n{line}",
                          f"| a | b |\n|---|---|\n| {chance.choice(['x', '{{< leaf 1 >}}'])} | y |", f"```\n{one}\n```",
                          f"  {line}", f"1. {one}\n\n   {one}", f"<div>\n{one}\n</div>"])


def build(command, site, output):
    run = subprocess.run([*command, "--source", str(site), "--destination", str(output)], capture_output=True, text=True)
    if run.returncode:
        print(command[0], (run.stdout + run.stderr)[-2000:])
    return output


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--show", type=int, default=3)
    parser.add_argument("--keyport", default=str(ROOT / ".build/debug/keyport"))
    options = parser.parse_args()
    if not shutil.which("hugo"):
        print("skipped: there is no hugo")
        return 0
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder) / "site"
        (site / "content").mkdir(parents=True)
        (site / "hugo.toml").write_text(CONFIG)
        for name, text in TEMPLATES.items():
            path = site / f"layouts/_shortcodes/{name}.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        (site / "layouts/all.html").write_text("{{ .Content }}|{{ .Plain }}|{{ .Summary }}|{{ .WordCount }}")
        texts = ["\n\n".join(block(chance) for _ in range(chance.randint(1, 4))) for _ in range(options.count)]
        for number, text in enumerate(texts):
            (site / f"content/p{number}.md").write_text(f"---\ntitle: p{number}\n---\n{text}\n")
        theirs = build(["hugo", "--quiet"], site, pathlib.Path(folder) / "hugo")
        ours = build([options.keyport, "build"], site, pathlib.Path(folder) / "keyport")
        different = 0
        for number, text in enumerate(texts):
            pages = [output / f"p{number}/index.html" for output in (theirs, ours)]
            wanted, made = (page.read_text() if page.exists() else None for page in pages)
            if wanted == made and wanted is not None:
                continue
            different += 1
            if different <= options.show:
                print(f"--- p{number}\n{text}")
                print("\n".join(list(difflib.unified_diff((wanted or "").split("\n"), (made or "").split("\n"),
                                                          "hugo", "keyport", lineterm="", n=0))[2:14]))
    print(f"{different} of {options.count} pages differ")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
