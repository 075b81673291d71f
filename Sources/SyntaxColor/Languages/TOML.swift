/// TOML; keys and table names look alike.
let tomlDefinition = #"""
    name TOML
    alias toml
    file *.toml Pipfile poetry.lock uv.lock

    state root
      t   -  \s+
      c   -  #.*
      kc  -  (?:false|true)\b
      ld  -  \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d\+)?(?:Z|[-+]\d\d:\d\d)
      mf  -  [-+]?\d(?:_?\d)*+\.\d+
      mi  -  [-+]?\d(?:_?\d)*+
      s2  -  "(?:\\[\\"]|[^"\\]|\\(?![\\"]))*+"
      s1  -  '(?:\\[\\']|[^'\\]|\\(?![\\']))*+'
      p   -  [.,=\[\]{}]
      nx  -  [A-Za-z0-9_-]+
    """#
