/// Go.
let goDefinition = #"""
    name Go
    alias go golang
    file *.go

    words type
      uint uint8 uint16 uint32 uint64 int int8 int16 int32 int64 float float32 float64 complex64 complex128 byte rune
      string bool error uintptr any
    words function
      print println panic recover close complex real imag len cap append copy delete new make clear min max
    words keyword
      break default select case defer go else goto switch fallthrough if range continue for return

    state root
      w      -  \s+
      cp     -  //[^\s][^\n\r]*
      c1     -  //[^\n\r]*
      cm     -  /(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?/
      kn     -  (?:import|package)\b
      kd     -  (?:var|func|struct|map|chan|type|interface|const)\b
      k      -  {{keyword}}\b
      kc     -  (?:true|false|iota|nil)\b
      nb,p   -  ({{type}}|{{function}})\b(\()
      kt     -  {{type}}\b
      m      -  \d+i
      m      -  \d+\.\d*(?:[Ee][-+]\d+)?i
      m      -  \.\d+(?:[Ee][-+]\d+)?i
      m      -  \d+[Ee][-+]\d+i
      mf     -  \d+(?:\.\d+[eE][-+]?\d+|\.\d*|[eE][-+]?\d+)
      mf     -  \.\d+(?:[eE][-+]?\d+)?
      mo     -  0[0-7]+
      mh     -  0[xX][\da-fA-F_]+
      mb     -  0b[01_]+
      mi     -  (?:0|[1-9][\d_]*)
      sc     -  '(?:\\['"\\abfnrtv]|\\x[\da-fA-F]{2}|\\[0-7]{1,3}|\\u[\da-fA-F]{4}|\\U[\da-fA-F]{8}|[^\\])'
      s,<go-text-template>s,s  -  (`)([^`]*)(`)
      s      -  "(?:\\[\\"]|[^"\\]|\\(?![\\"]))*+"
      o      -  <<=|>>=|<<|>>|<=|>=|&\^=|&\^|[-+*/%&|]=|&&|\|\||<-|\+\+|--|==|!=|:=|\.\.\.|[-+*/%&]
      nf,@root,p  -  ([a-zA-Z_]\w*)(\s*)(\()
      p      -  [|^<>=!()\[\]{}.,;:~]
      nx     -  \w\w*
    """#
