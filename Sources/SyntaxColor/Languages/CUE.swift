/// CUE, a language of configuration.
let cueDefinition = #"""
    name CUE
    alias cue
    file *.cue
    flags dot-all ensure-newline

    state root
      t       -              \s+|\\\n
      c1      -              //[^\n\r]+
      o       -              &&|\|\||!~|_\|_|\.{3}|[+=<>!:*&?\[\],/|-]
      s       string         #*"+
      s       -              '(?:\\[\\']|[^'\n\\]|\\(?![\\']))*+['\n]
      m       -              0[boxX][0-9a-fA-F][_0-9a-fA-F]*|(?:\.\d+|\d[_\d]*(?:\.\d*)?)(?:[eE][+-]?\d+)?[KMGTP]?i?
      p       -              [~%^();.{}]
      k       -              (?:import|for|if|in|let|package)\b
      kt      -              (?:bool|float|int|string|uint|ulong|ushort)\b\??
      kc      -              (?:true|false|null|_)\b
      n       -              [@#]?[_a-zA-Z$]\w*

    state string
      si      interpolation  \\[#]*\(
      s       ^              "+#*
      se      -              \\(?:['"\\nrt]|x[0-9a-fA-F]{2}|[0-7]{1,3}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})
      s       -              [^\\"]+|\\

    state interpolation
      si      ^              \)
      use root
    """#
