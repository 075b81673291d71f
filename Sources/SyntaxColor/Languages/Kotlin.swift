/// Kotlin.
let kotlinDefinition = #"""
    name Kotlin
    alias kotlin
    file *.kt *.kts
    flags dot-all

    let identifier [_\p{L}][\p{L}\p{N}]*|`@?[_\p{L}][\p{L}\p{N}]+`
    let digits [0-9]+(?:_+[0-9]+)*
    let exponent [eE][+-]?{{digits}}
    words keyword
      abstract actual annotation as as\? break by catch class companion const constructor continue crossinline data
      delegate do dynamic else enum expect external false field file final finally for fun get if import in infix
      init inline inner interface internal is it lateinit noinline null object open operator out override package
      param private property protected public receiver reified return sealed set setparam super suspend tailrec this
      throw true try typealias typeof val value var vararg when where while

    state root
      na     -         ^\s*\[.*?\]
      t      -         [^\S\n]+
      t      -         \\\n
      c1     -         //[^\n]*\n?
      cm     -         /\*.*?\*/
      t      -         \n
      o      -         !==|!in|!is|===
      o      -         %=|&&|\*=|\+\+|\+=|--|-=|->|\.\.|/=|::|<=|==|>=|!!|!=|\|\||\?[:.]
      p      -         [{}]
      s      raw       """
      s2     string    "
      sc,se,sc  -      (')(\\u[0-9a-fA-F]{4})(')
      sc     -         '\\.'|'[^\\]'
      mh     -         0[xX][0-9a-fA-F]+(?:_+[0-9a-fA-F]+)*[uU]?L?
      mb     -         0[bB][01]+(?:_+[01]+)*[uU]?L?
      mf     -         (?:{{digits}})?\.{{digits}}(?:{{exponent}})?[fF]?|{{digits}}{{exponent}}[fF]?|{{digits}}[fF]
      mi     -         {{digits}}[uU]?L?
      p      -         [~!%^&*()+=|\[\]:;,.<>/?-]
      k,t,k  -         (companion)(\s+)(object)
      k,t    class     (class|interface|object)(\s+)
      k,t    package   (package|import)(\s+)
      k,t    property  (val|var)(\s+)
      k,t    function  (fun)(\s+)
      k      -         {{keyword}}\b
      nd     -         @(?:{{identifier}})
      nc     -         \p{Lu}[_\p{L}]*+(?=\.)
      n      -         {{identifier}}

    state package
      nn     ^         \S+

    state class
      nc     ^         `[^`]+?`
      nc     ^         {{identifier}}

    state property
      py     ^         `[^`]+?`
      py     ^         {{identifier}}

    state function
      p      generics  <
      nf     ^         `[^`]+?`
      nf     ^         {{identifier}}
      t      -         \s+

    state generics
      p      =         <
      p      ^         >
      p      -         [,:*?]
      k      -         in|out|reified
      nc     -         `[^`]+?`
      nc     -         {{identifier}}
      t      -         \s+

    state interpolation
      si     -         \$(?:{{identifier}})
      si     -         \$\{[^}\n]*\}

    state string
      se     -         \\[tbnr'"\\$]
      se     -         \\u[0-9a-fA-F]{4}
      s2     ^         "
      use interpolation
      s2     -         [^\n\\"$]+
      s2     -         \$

    state raw
      s      ^         """
      s      -         (?:[^$"]++|"{1,2}[^"])+
      use interpolation
      s      -         \$
    """#
