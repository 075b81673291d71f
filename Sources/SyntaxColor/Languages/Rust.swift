/// Rust.
let rustDefinition = #"""
    name Rust
    alias rust rs
    file *.rs *.rs.in
    flags ensure-newline

    words keyword
      unsafe static extern return const crate where while await trait super async match impl else move loop pub ref mut for
      dyn use box in if as
    words reserved
      abstract override unsized virtual become typeof final macro yield priv try do
    words type
      isize usize bool char u128 i128 i64 i32 i16 str u64 u32 f32 f64 u16 i8 u8
    words builtin
      AsMut AsRef Box Clone Copy Default DoubleEndedIterator Drop Eq Err ExactSizeIterator Extend Fn FnMut FnOnce
      From Into IntoIterator Iterator None Ok Option Ord PartialEq PartialOrd Result Send Sized Some String Sync
      ToOwned ToString Unpin Vec drop
    let escape \\['"\\nrt]|\\(?=\n)|\\x[0-7][0-9a-fA-F]|\\0|\\u\{[0-9a-fA-F]{1,6}\}
    let character-escape \\['"\\nrt]|\\x[0-7][0-9a-fA-F]|\\0|\\u\{[0-9a-fA-F]{1,6}\}
    let printing (?:e?print(?:ln)?|format(?:_args)?|panic|todo|un(?:reachable|implemented))!

    state root
      cp            -          #![^\[\r\n].*$
      .             base

    state base
      w             -          \n
      w             -          \s+
      sd            -          //!.*?\n
      sd            -          ///(?:\n|[^/].*?\n)
      c1            -          //.*?\n
      sd            doc-comment  /\*\*(?:\n|[^/*])
      sd            doc-comment  /\*!
      cm            comment    /\*
      s             string     "
      cp            -          \$(?:[a-zA-Z_]\w*|\(,?|\),?|,?)
      k             -          {{keyword}}\b
      kr            -          {{reserved}}\b
      kc            -          (?:true|false)\b
      bp            -          self\b
      k             module     mod\b
      kd            -          let\b
      k             function   fn\b
      k             type       (?:struct|enum|type|union)\b
      k,t,k         -          (default)(\s+)(type|fn)\b
      kt            -          {{type}}\b
      bp            -          [sS]elf\b
      nb            -          {{builtin}}\b
      t             -          ::\b
      t             type       :|->
      k,w,nl        -          (break|continue)(\b\s*)('[A-Za-z_]\w*)?
      sc            -          '(?:{{character-escape}}|.)'
      sa,sc         -          (b)('(?:\\['"\\nrt]|\\x[0-9a-fA-F]{2}|\\0|.)')
      mb            suffix     0b[01_]+
      mo            suffix     0o[0-7_]+
      mh            suffix     0[xX][0-9a-fA-F_]+
      mf            suffix     [0-9][0-9_]*(?:\.[0-9_]+[eE][-+]?[0-9_]+|\.[0-9_]*(?!\.)|[eE][-+]?[0-9_]+)
      mi            suffix     [0-9][0-9_]*
      sa,s          byte-string  (b)(")
      sa,s,s        -          (?s)(b?r)(#*)(".*?"\2)
      nb            -          '(?:static|_)
      na            lifetime   '
      o             -          \.\.=?
      p             -          [{}()\[\],.;]
      o             -          [-+*/%&|<>^!~@=:?]
      no            -          \b(?:r#)?_?(?:[A-Z][A-Z0-9_]*){2,}\b
      fm,w,p,w,s    formatted  ({{printing}})(\s*)(\()(\s*)(")
      fm,w,p        -          ([a-zA-Z_]\w*!)(\s*)([(\[{])
      n             -          (?:r#)?[a-zA-Z_]\w*
      cp            attribute  #!?\[
      t             -          #

    state doc-comment
      sd            -          [^*/]+
      sd            =          /\*
      sd            ^          \*/
      sd            -          [*/]

    state comment
      cm            -          [^*/]+
      cm            =          /\*
      cm            ^          \*/
      cm            -          [*/]

    state module
      t             -          \s+
      nn            ^          [a-zA-Z_]\w*
      .             ^

    state function
      t             -          \s+
      nf            ^          [a-zA-Z_]\w*
      .             ^

    state type
      t             -          \s+
      kp            -          &
      nb            -          '(?:static|_)
      na            lifetime   '
      nb            -          {{builtin}}\b
      kt            -          {{type}}\b
      nc            ^          [a-zA-Z_]\w*
      .             ^

    state lifetime
      na            -          [a-zA-Z_]\w*
      .             ^

    state suffix
      k             ^          [ui](?:8|16|32|64|size)
      k             ^          f(?:32|64)
      .             ^

    state string
      s             ^          "
      se            -          {{escape}}
      s             -          [^\\"]+
      s             -          \\

    state byte-string
      se            -          \\x[89a-fA-F][0-9a-fA-F]
      use string

    state formatted
      s             ^          "
      se            -          {{escape}}|\{\{|\}\}
      si            -          \{[^}]*\}
      s             -          [^\\"{}]+
      s             -          \\

    state attribute
      s             string     "
      cp            =          \[
      cp            ^          \]
      cp            -          [^"\]\[]+
    """#
