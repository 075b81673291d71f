/// The policies of the Open Policy Agent.
let regoDefinition = #"""
    name Rego
    alias rego
    file *.rego

    words keyword
          as contains default else if import in not package some with

    state root
      kd      -   {{keyword}}\b
      c       -   #[^\r\n]*
      err,cs  -   (FIXME|TODO|XXX)\b( .*)$
      kc      -   (?:true|false|null)\b
      m       -   \d+i|(?:\d+\.\d*|\.\d+)(?:[Ee][-+]\d+)?i|\d+[Ee][-+]\d+i
      mf      -   \d+(?:\.\d+[eE][+-]?\d+|\.\d*|[eE][+-]?\d+)|\.\d+(?:[eE][+-]?\d+)?
      mi      -   0|[1-9][0-9]*
      s2      -   """.*?"""
      s2      -   "(?:\\[\\"]|[^"\\]|\\(?![\\"]))*+"
      s       -   \$/(?:(?!/\$).)*+/\$
      s       -   /[^/]*/
      n       -   ^\w+
      nf      -   [a-z_-][\w-]*+(?=\()
      w       -   \s+
      o       -   [=<>!+,./*&|-]|:=
      p       -   [\[\]{}():;]
      nx      -   [$a-zA-Z_]\w*
    """#
