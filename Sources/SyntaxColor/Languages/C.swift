/// What C and C++ share.
let cBase = #"""
    let before-name [\w*\s]{1,400}?[\s*]
    words keyword
      restricted volatile continue register default typedef struct extern switch sizeof static return union while const
      break goto enum else case auto for asm if do
    words reserved
      forceinline identifier unaligned declspec fastcall stdcall finally except assume int32 cdecl int64 based leave int16
      raise noop int8 w64 try asm

    state space
      cp                 if0         ^#if\s+0
      cp                 macro       ^#
      @root,cp           if0         ^(\s*(?:/\*.*?\*/\s*)?)(#if\s+0)
      @root,cp           macro       ^(\s*(?:/\*.*?\*/\s*)?)(#)
      t                  -           \n
      t                  -           \s+
      t                  -           \\\n
      c1                 -           //(?:\n|[\s\S]*?[^\\]\n)
      cm                 -           /(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?/
      cm                 -           /(?:\\\n)?\*[\s\S]*

    state function
      use space
      use statements
      p                  -           ;
      p                  =           \{
      p                  ^           \}

    state string
      s                  ^           "
      se                 -           \\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|[0-7]{1,3})
      s                  -           [^\\"\n]+
      s                  -           \\\n
      s                  -           \\

    state if0
      cp                 =           ^\s*#if.*?(?<!\\)\n
      cp                 ^           ^\s*#el(?:se|if).*\n
      cp                 ^           ^\s*#endif.*?(?<!\\)\n
      c                  -           .*?\n
    """#

/// C.
let cDefinition =
    #"""
    name C
    alias c
    file *.c *.h *.idc *.xbm *.xpm
    flags ensure-newline
    words reserved
      wchar_t
    let type bool|int|long|float|short|double|char(?:(?:8|16|32)_t)?|unsigned|signed|void|u?int(?:_fast|_least|)(?:8|16|32|64)_t

    state statements
      sa,s               string      (L?)(")
      sa,sc,sc,sc        -           (L?)(')(\\.|\\[0-7]{1,3}|\\x[a-fA-F0-9]{1,2}|[^\\'\n])(')
      mf                 -           (?:\d+\.\d*|\.\d+|\d+)[eE][+-]?\d+[LlUu]*
      mf                 -           (?:\d+\.\d*|\.\d+|\d+[fF])[fF]?
      mh                 -           0x[0-9a-fA-F]+[LlUu]*
      mo                 -           0[0-7]+[LlUu]*
      mi                 -           \d+[LlUu]*
      err                -           \*/
      o                  -           [~!%^&*+=|?:<>/-]
      p                  -           [()\[\],.]
      k                  -           {{keyword}}\b
      kt                 -           {{type}}\b|\b[a-z]\w*_t\b
      kr                 -           (?:typename|__inline|restrict|_inline|thread|inline|naked)\b
      kr                 -           __m(?:128i|128d|128|64)\b
      kr                 -           __{{reserved}}\b
      nb                 -           (?:true|false|NULL)\b
      nl,t,p             -           ([a-zA-Z_]\w*)(\s*)(:)(?!:)
      nf                 -           \b[A-Za-z_]\w*(?=\s*\()
      n                  -           [a-zA-Z_]\w*

    state root
      use space
      @root,nf,@root,@root,p  function  ({{before-name}})([a-zA-Z_]\w*)(\s*\([^;]*?\))([^;{]*)(\{)
      @root,nf,@root,@root,p  -         ({{before-name}})([a-zA-Z_]\w*)(\s*\([^;]*?\))([^;]*)(;)
      .                  statement

    state statement
      use space
      use statements
      p                  -           [{}]
      p                  ^           ;

    state macro
      cp,t,cpf           -           (include)(\s*(?:/\*.*?\*/\s*)?)([^\n]+)
      cp                 -           [^/\n]+
      cm                 -           /\*[\s\S]*?\*/
      c1                 ^           //.*?\n
      cp                 -           /
      cp                 -           (?<=\\)\n
      cp                 ^           \n

    """# + cBase
