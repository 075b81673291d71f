/// OCaml.
let ocamlDefinition = #"""
    name OCaml
    alias ocaml
    file *.ml *.mli *.mll *.mly

    words keyword
      as assert begin class constraint do done downto else end exception external false for fun function functor if in
      include inherit initializer lazy let match method module mutable new object of open private raise rec sig struct then
      to true try type value val virtual when while with

    state root
      t        -        \s+
      bp       -        false|true|\(\)|\[\]
      nn       path     \b[A-Z][\w']*+(?=\s*\.)
      nc       -        \b[A-Z][\w']*
      c        comment  \(\*(?!\))
      k        -        \b{{keyword}}\b
      sa,.,s,sa  -      (\{([a-z_]*)\|)([\s\S]+?)(?=\|\2\})(\|\2\})
      o        -        [~{}|`_\[\]>=<;:.,+*()&#-]|\?\??|!=|:[>=:]
      o        -        [=<>@^|&+*/$%!?~-]?[!$%&*+./:<=>?@^|~-]
      ow       -        \b(?:and|asr|land|lor|lsl|lxor|mod|or)\b
      kt       -        \b(?:unit|int|float|bool|string|char|list|array)\b
      n        -        \w[\w']*
      sc       -        '(?:\\[\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2}|.)'
      k        -        '
      s2       string   "

    state path
      t        -        \s+
      p        -        \.
      nn       -        [A-Z][\w']*+(?=\s*\.)
      nc       ^        [A-Z][\w']*
      n        ^        [a-z_][\w']*
      .        ^

    state comment
      c        -        [^(*)]+
      c        =        \(\*
      c        ^        \*\)
      c        -        [(*)]

    state string
      s2       -        [^\\"]+
      se       -        \\(?:[\\"'ntbr]|[0-9]{3}|x[0-9a-fA-F]{2})
      s2       -        \\\n
      s2       ^        "
    """#
