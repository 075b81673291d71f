/// TeX and LaTeX.
let teXDefinition = #"""
    name TeX
    alias tex latex
    file *.tex *.aux *.toc

    state general
      c        -              %.*?\n
      nb       -              [{}]
      nb       -              [&_^]

    state root
      sb       displaymath    \\\[
      s        inlinemath     \\\(
      sb       displaymath    \$\$
      s        inlinemath     \$
      k        command        \\(?:[a-zA-Z]++|\S)
      k        -              \\$
      use general
      t        -              [^\\$%&_^{}]++

    state math
      nv       -              \\(?:[a-zA-Z]++|\S)
      use general
      m        -              [0-9]++
      o        -              [-=!+*/()\[\]]
      nb       -              [^=!+*/()\[\]\\$%&_^{}0-9-]++

    state inlinemath
      s        ^              \\\)
      s        ^              \$
      use math

    state displaymath
      s        ^              \\\]
      s        ^              \$\$
      nb       -              \$
      use math

    state command
      na       -              \[.*?\]
      k        -              \*
      t        ^              (?=[\s\S]|\z)
    """#
