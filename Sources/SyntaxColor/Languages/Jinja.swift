/// The templates of Django and Jinja, without what stands around them.
let jinjaDefinition = #"""
    name Django/Jinja
    alias django jinja
    flags dot-all

    words word
      and as else if import in is not or recursive reversed scoped

    state root
      x        -              [^{]++
      cp       variable       \{\{
      c        -              \{[*#].*?[*#]\}
      cp,t,k,t,cp,c,cp,t,k,t,cp -  (\{%)(-?\s*)(comment)(\s*-?)(%\})(.*?)(\{%)(-?\s*)(endcomment)(\s*-?)(%\})
      cp,t,k,t,cp,t,cp,t,k,t,cp -  (\{%)(-?\s*)(raw)(\s*-?)(%\})(.*?)(\{%)(-?\s*)(endraw)(\s*-?)(%\})
      cp,t,k   block          (\{%)(-?\s*)([a-zA-Z_]\w*)
      x        -              \{

    state names
      o,t,nf   -              (\|)(\s*)([a-zA-Z_]\w*)
      k,t,k,t,nf -            (is)(\s+)(not)?(\s+)?([a-zA-Z_]\w*)
      kp       -              (?:_|true|false|none|True|False|None)\b
      k        -              (?:{{word}}|with(?:(?:out)?\s*context)?|ignore\s+missing)\b
      nb       -              (?:loop|block|super|forloop)\b
      nv       -              [a-zA-Z][\w-]*
      nv       -              \.\w+
      s2       -              :?"(?:\\\\|\\"|[^"])*+"
      s1       -              :?'(?:\\\\|\\'|[^'])*+'
      o        -              [{}()\[\]+\-*/,:~]|[><=]=?
      m        -              [0-9](?:\.[0-9]*)?(?:eE[+-][0-9])?[flFLdD]?|0[xX][0-9a-fA-F]+[Ll]?

    state variable
      t        -              \s+
      t,cp     ^              (-?)(\}\})
      use names

    state block
      t        -              \s+
      t,cp     ^              (-?)(%\})
      use names
      p        -              .
    """#
