#!/usr/bin/env python3
"""Writes beside every NAME.cases what the real `hugo` on the PATH answers, as NAME.want: one line a case.

A case is one expression of the template language a line; `$name := expression` names a value for the cases after it;
`#` starts a comment. A line of the answer is `= value` or `! message`, with line breaks written as \\n.
"""
import pathlib, re, subprocess, sys, tempfile

here = pathlib.Path(__file__).parent
chosen = sys.argv[1:]


def cases(text):
    return [l for l in text.splitlines() if l.strip() and not l.startswith("#")]


for file in sorted(here.glob("*.cases")):
    if chosen and file.stem not in chosen:
        continue
    lines = cases(file.read_text())
    body = []
    for line in lines:
        if re.match(r"^\$\w+ := ", line):
            body.append("{{ %s }}" % line)
        else:
            body.append(
                "\x02{{ with try (%s) }}{{ with .Err }}! {{ .Error }}{{ else }}= {{ printf \"%%v\" .Value }}"
                "{{ end }}{{ end }}\x03" % line)
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder)
        (site / "layouts").mkdir()
        (site / "hugo.toml").write_text(
            'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "rss", "sitemap", "404"]\n'
            'timeout = "60s"\n[outputs]\nhome = ["txt"]\n[outputFormats.txt]\nmediaType = "text/plain"\nisPlainText = true\n'
            'baseName = "index"\n')
        (site / "layouts" / "home.txt").write_text("\n".join(body))
        run = subprocess.run(["hugo", "--logLevel", "error", "--source", str(site)], capture_output=True, text=True)
        out = site / "public" / "index.txt"
        if not out.exists():
            sys.exit("%s: %s%s" % (file.name, run.stdout, run.stderr))
        answers = re.findall(r"\x02(.*?)\x03", out.read_bytes().decode("utf-8", "replace"), re.S)
    expressions = [l for l in lines if not re.match(r"^\$\w+ := ", l)]
    if len(answers) != len(expressions):
        sys.exit("%s: %d cases, %d answers" % (file.name, len(expressions), len(answers)))
    written = []
    for expression, answer in zip(expressions, answers):
        if answer.startswith("! "):
            # The engine adds the place; the functions are answerable for what stands behind it.
            answer = "! " + re.sub(r"^template: .*?: executing .*? at <.*?>: (error calling [\w.]+: )?", "", answer[2:], flags=re.S)
        written.append(answer.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r"))
    file.with_suffix(".want").write_text("\n".join(written) + "\n")
