/// JSON with the comments of its relatives; the keys of objects are tags.
let jsonDefinition = #"""
    name JSON
    alias json jsonl
    file *.json *.jsonl *.jsonc *.json5 *.avsc .luaurc
    flags dot-all one-line

    let string "(?:\\[\\"]|[^"\\]|\\(?![\\"]))*+"
    let integer -?(?:0|[1-9]\d*)
    let exponent [eE][-+]?\d+

    state root
      use value

    state value
      t   -            \s+
      kc  -            (?:true|false|null)\b
      mf  -            {{integer}}(?:\.\d+{{exponent}}|{{exponent}}|\.\d+)
      mi  -            {{integer}}
      s2  -            {{string}}
      c1  -            //[^\n]*\n
      p   object       \{
      p   array        \[

    state object
      t   -            \s+
      c1  -            //[^\n]*\n
      nt  member       {{string}}
      p   ^            \}

    state member
      use value
      p   -            :
      p   ^            ,
      p   ^2           \}

    state array
      use value
      p   -            ,
      p   ^            \]
    """#
