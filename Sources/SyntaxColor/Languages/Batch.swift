/// Batch files of Windows.
let batchDefinition = #"""
    name Batchfile
    alias bat batch dosbatch winbatch
    file *.bat *.cmd
    flags ignore-case

    let end (?=[\s,;=&<>|()+./:\[\\\]]|\z)
    let variable %(?:\*|(?:~[a-z]*+(?:\$[^:\n]++:)?)?\d|[^%:\n]++(?::[^%\n]*+)?%)|![^!:\n]++(?::[^!\n]*+)?!
    let word (?:"[^"\n]*+"?|{{variable}}|\^.|[^"\s&<>|()=,;])++
    words command
      assoc break cd chdir cls color copy date del dir dpath echo endlocal erase exit ftype keys md mkdir mklink move path
      pause popd prompt pushd rd ren rename rmdir setlocal shift start time title type ver verify vol
    words separator
      do else in

    state root
      t,p,c1            -          ^([\t ]*+)(:)(:[^\n]*+)
      t,p,t,nl,c1       -          ^([^:\n]?[\t ,;=]*+)(:)([\t ]*+)([^\n&<>|\s+:^]++)([^\n]*+)
      c1                -          rem(?![^\s(])[^\n]*+
      t                 -          \n+
      t                 -          [\t ,;=]+
      p                 -          [()]
      p                 -          @+
      use redirect
      k,t,k             arithmetic (set)([^\S\n]*+)(/a)
      k,t,k,t,@name,p   follow     (set){{end}}([^\S\n]*+)((?:/p)?+)([^\S\n]*+)((?:[^"\n&<>|^=]|\^[^"=])*+)(=?+)
      k,t,p,nl          follow     (call)([\t ]++)(:)([^\s&<>|+:^]++)
      k                 -          call{{end}}
      k,t,p,nl          follow     (goto){{end}}([\t ]*+)(:?+)([^\s&<>|+:^]*+)
      k,t,k             for        (for){{end}}([\t ]++)(/[fldr]){{end}}
      k                 for        for{{end}}
      k                 if         if(?=[\s(])
      k                 -          else{{end}}
      k                 -          do{{end}}
      k                 follow     {{command}}{{end}}
      .                 follow

    state redirect
      mi,p,t,mi         -          ((?:(?<=[\s,;=])\d)?)(>>?&|<&)([\s,;=]*)(\d)
      mi,p,@text        -          ((?:(?<=[\s,;=])\d)?)(>>?|<)([\t ]*{{word}})

    state follow
      use redirect
      .                 ^          (?=[\n)])
      p                 ^          \|\|?|&&?
      use text

    state text
      s2                string     "
      use variable-or-escape
      t                 -          [^"%^\n&<>|\t ,;=\d)!]+|.

    state name
      s2                string     "
      use variable-or-escape
      nv                -          [^"%^\n]+|.

    state variable-or-escape
      nv                -          {{variable}}
      se                -          %%|\^(?:\^!|.)

    state string
      s2                ^          "
      nv                -          {{variable}}
      se                -          \^!|%%
      s2                -          [^"%^\n]+|[%^]
      .                 ^

    state arithmetic
      mo                -          0[0-7]+
      mh                -          0x[\da-f]+
      mi                -          \d+
      p                 -          [(),]+
      o                 -          (?:[=+\-*/!~]|%(?!\w)|\^\^)+
      nv                -          {{variable}}|[^()=+\-*/!~%^"\n&<>|\s,;]+
      .                 ^          (?=[|&\n])
      use text

    state for
      t                 -          [\t ]+
      k                 -          in{{end}}
      k                 ^          do{{end}}
      p                 -          [()]
      mi                -          -?\d+(?=[\s,;)])
      s1                -          '[^'\n]*'
      .                 ^          (?=\n)
      use text

    state if
      t                 -          [\t ]+
      k                 -          (?:/i|not|defined|exist|errorlevel|cmdextversion){{end}}
      ow                ^          (?:equ|geq|gtr|leq|lss|neq){{end}}
      o                 ^,text-once ==
      .                 ^          (?=[\n(])
      use text

    state text-once
      @text             ^          {{word}}
      .                 ^
    """#
