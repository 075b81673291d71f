/// Lua.
let luaDefinition = #"""
    name Lua
    alias lua
    file *.lua *.wlua

    state root
      cp     -         #!.*
      .      base

    state space
      cm     -         --\[(=*)\[[\s\S]*?\]\1\]
      c1     -         --.*$
      t      -         \s+

    state base
      use space
      mh     -         (?i)0x[\da-f]*(?:\.[\da-f]*)?(?:p[+-]?\d+)?
      mf     -         (?i)(?:\d*\.\d+|\d+\.\d*)(?:e[+-]?\d+)?
      mf     -         (?i)\d+e[+-]?\d+
      mi     -         \d+
      s      -         \[(=*)\[[\s\S]*?\]\1\]
      p      label     ::
      p      -         \.{3}
      o      -         [=<>|~&+\-*/%#^]+|\.\.
      p      -         [\[\]{}().,:;]
      ow     -         (?:and|or|not)\b
      kr     -         (?:break|do|else|elseif|end|for|if|in|repeat|return|then|until|while)\b
      kr     goto      goto\b
      kd     -         local\b
      kc     -         (?:true|false|nil)\b
      kr     function  function\b
      n      -         [A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?
      s1     single    '
      s2     double    "

    state function
      use space
      p      -         [.:]
      nc     -         \w+(?=(?:--.*$|\s++)*+[.:])
      nf     ^         \w+
      p      ^         \(

    state label
      use space
      p      ^         ::
      nl     -         \w+

    state goto
      use space
      nl     ^         \w+

    state escape
      se     -         \\(?:[abfnrtv\\"']|[\r\n]{1,2}|z\s*|x[0-9a-fA-F]{2}|\d{1,3}|u\{[0-9a-fA-F]+\})

    state single
      use escape
      s1     ^         '
      s1     -         [^\\']+

    state double
      use escape
      s2     ^         "
      s2     -         [^\\"]+
    """#
