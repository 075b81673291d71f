/// Zig.
let zigDefinition = #"""
    name Zig
    alias zig
    file *.zig *.zon

    let escape \\(?:x[0-9a-fA-F]{2}|u\{[0-9a-fA-F]+\}|[nrt'"\\])
    let digits [0-9][0-9_]*+
    let hexadecimal 0x[0-9a-fA-F][0-9a-fA-F_]*+
    words keyword
      break return continue asm defer errdefer unreachable try catch suspend resume nosuspend struct enum union error opaque
      while for if else switch and or orelse fn test anyframe anytype
    words reserved
          addrspace align allowzero callconv comptime const export extern inline linksection noalias noinline packed pub
          threadlocal var volatile
    words type
          anyerror anyopaque bool c_char c_int c_long c_longdouble c_longlong c_short c_uint c_ulong c_ulonglong c_ushort
          comptime_float comptime_int f128 f16 f32 f64 f80 i128 i16 i32 i64 i8 isize noreturn type u128 u16 u32 u64 u8
          usize void

    state root
      w        -       \s+
      cs       -       //[!/].*$
      c1       -       //.*$
      k        -       {{keyword}}\b
      kr       -       {{reserved}}\b
      kt       -       {{type}}\b
      kc       -       (?:true|false|null|undefined)\b
      mf       -       {{hexadecimal}}(?:\.[0-9a-fA-F][0-9a-fA-F_]*(?:[pP][-+]?{{digits}})?|[pP][-+]?{{digits}})
      mf       -       {{digits}}(?:\.{{digits}}(?:[eE][-+]?{{digits}})?|[eE][-+]?{{digits}})
      mb       -       0b[01][01_]*
      mo       -       0o[0-7][0-7_]*
      mh       -       {{hexadecimal}}
      mi       -       {{digits}}
      n        quoted  @"
      nb       -       @[a-zA-Z_][a-zA-Z0-9_]*
      nf       -       [a-zA-Z_][a-zA-Z0-9_]*+(?=\s*\()
      n        -       [a-zA-Z_][a-zA-Z0-9_]*
      sc       -       '(?:{{escape}}|[^\\'\n])'
      sh       -       \\\\[^\n]*
      s        string  "
      o        -       <<\|=?|[-+*](?:%|\|)=?|\.[*?.]|[-+*/%&|^~!<>=]
      p        -       =>|[{}()\[\],.;:?]

    state string
      se       -       {{escape}}
      s        -       [^\\"\n]+
      s        ^       "
      s        -       \\

    state quoted
      se       -       {{escape}}
      n        -       [^\\"\n]+
      n        ^       "
      n        -       \\
    """#
