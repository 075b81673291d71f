/// Scripts between elements, as React and Vue have them.
let javaScriptElementStates = #"""
    state value
      p      braces    \{
      s      ^         ".*?"
      s      ^         '.*?'
      .      ^

    state braces
      p      =         \{
      p      ^         \}
      use root

    state script
      ch     -         \A#! ?/[^\n]*\n
      t      expression  ^(?=\s|/|<!--)
      use space
      mf     -         (?:\.\d+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?
      mb     -         0[bB][01]+
      mo     -         0[oO][0-7]+
      mh     -         0[xX][0-9a-fA-F]+
      mi     -         [0-9]+
      use tokens

    """#

/// The elements of JSX between the tokens of JavaScript.
let reactDefinition =
    #"""
    name react
    alias jsx react
    file *.jsx *.react
    flags dot-all
    words reserved
      async await

    state root
      p,p,p  -         (<)(/?)(>)
      p,nt   tag       (<)([\w.]+)
      p,p,nt,p  -      (<)(/)([\w.]+)(>)
      use script

    state tag
      t      -         \s+
      na,o,t value     (\w+\s*)(=)(\s*)
      p      -         [{}]+
      na     -         [\w.]+
      p,t,p  ^         (/?)(\s*)(>)

    """# + javaScriptElementStates + javaScriptBase
