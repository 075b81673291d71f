/// Messages and services of Protocol Buffers.
let protobufDefinition = #"""
    name Protocol Buffer
    alias protobuf proto
    file *.proto

    words keyword
      ctype default edition export local max option optional packed public repeated required reserved returns stream
      syntax to weak
    words type
      bool bytes double fixed32 fixed64 float int32 int64 sfixed32 sfixed64 sint32 sint64 string uint32 uint64

    state root
      t      -         \s+
      p      -         [,;{}\[\]()<>]
      c1     -         /(?:\\\n)?/(?:\n|[\s\S]*?[^\\]\n)
      cm     -         /(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?/
      k      -         \b{{keyword}}\b
      kd     -         \b(?:extensions|map)\b
      kt     -         {{type}}\b
      kc     -         (?:true|false)\b
      kn,t   package   (package)(\s+)
      kn     -         import\b
      kd,t   message   (message|extend)(\s+)
      kd,t   type      (enum|group|oneof|rpc|service)(\s+)
      s      -         ".*?"
      s      -         '.*?'
      mf     -         (?:\d+\.\d*|\.\d+|\d+)[eE][+-]?\d+[LlUu]*
      mf     -         (?:\d+\.\d*|\.\d+|\d+[fF])[fF]?
      mf     -         -?(?:inf|nan)\b
      mh     -         0x[0-9a-fA-F]+[LlUu]*
      mo     -         0[0-7]+[LlUu]*
      mi     -         \d+[LlUu]*
      o      -         [+-=]
      n,t,o  -         ([a-zA-Z_][\w.]*+)([ \t]*)(=)
      n      -         [a-zA-Z_][\w.]*

    state package
      nn     ^         [a-zA-Z_][\w.]*
      .      ^

    state message
      nc     ^         [a-zA-Z_][\w.]*
      .      ^

    state type
      n      ^         [a-zA-Z_]\w*
      .      ^
    """#
