/// reStructuredText.
let reStructuredTextDefinition = #"""
    name reStructuredText
    alias rst rest restructuredtext
    file *.rst *.rest

    state root
      gh,t,gh,t,gh,t  -  ^(=+|-+|`+|:+|\.+|'+|"+|~+|\^+|_+|\*+|\++|[#]+)([ \t]*\n)(.+)(\n)(\1)(\n)
      gh,t,gh,t  -       ^(\S.*)(\n)(={3,}|-{3,}|`{3,}|:{3,}|\.{3,}|'{3,}|"{3,}|~{3,}|\^{3,}|_{3,}|\*{3,}|\+{3,}|[#]{3,})(\n)
      t,m,@inline  -     ^(\s*)([-*+])([ ].+\n(?:\1  .+\n)*)
      t,m,@inline  -     ^(\s*)([0-9#ivxlcmIVXLCM]+\.)([ ].+\n(?:\1  .+\n)*)
      t,m,@inline  -     ^(\s*)(\(?[0-9#ivxlcmIVXLCM]+\))([ ].+\n(?:\1  .+\n)*)
      t,m,@inline  -     ^(\s*)([A-Z]+\.)([ ].+\n(?:\1  .+\n)+)
      t,m,@inline  -     ^(\s*)(\(?[A-Za-z]+\))([ ].+\n(?:\1  .+\n)+)
      t,o,@inline  -     ^(\s*)(\|)([ ].+\n(?:\|  .+\n)*)
      p,t,ow,p,t,k,t,$6s  -  ^( *\.\.)(\s*)((?:source)?code(?:-block)?)(::)([ \t]*)([^\n]+)(\n[ \t]*\n)(([ \t]+).*\n(?:(?:\9.*|)\n)+)
      p,t,ow,p,t,@inline  -  ^( *\.\.)(\s*)([\w:-]+?)(::)(?:([ \t]*)(.*))
      p,t,nt,@inline  -  ^( *\.\.)(\s*)(_(?:[^:\\]|\\.)+:)(.*?)$
      p,t,nt,@inline  -  ^( *\.\.)(\s*)(\[.+\])(.*?)$
      p,t,nt,t,ow,p,t,@inline  -  ^( *\.\.)(\s*)(\|.+\|)(\s*)([\w:-]+?)(::)(?:([ \t]*)(.*))
      cp       -         ^ *\.\..*(?:\n(?: +.*\n|\n)+)?
      t,nc,t   -         ^( *)(:[a-zA-Z-]+:)(\s*)$
      t,nc,t,nf  -       ^( *)(:.*?:)([ \t]+)(.*?)$
      @inline,@inline  -  ^(\S.*(?<!::)\n)((?: +.*\n)+)
      se,t,s,s,t,s  -    (::)(\n[ \t]*\n)([ \t]+)(.*)(\n)((?:(?:\3.*|)\n)+)
      use inline

    state inline
      t        -         \\.
      s        literal   ``
      s,si,s   -         (`.+?)(<.+?>)(`__?)
      s        -         `.+?`__?
      nv,na    -         (`.+?`)(:[a-zA-Z0-9:-]+?:)?
      na,nv    -         (:[a-zA-Z0-9:-]+?:)(`.+?`)
      gs       -         \*\*.+?\*\*
      ge       -         \*.+?\*
      s        -         \[.*?\]_
      nt       -         <.+?>
      t        -         [^\\\n\[*`:]+
      t        -         .

    state literal
      s        -         [^`]+
      s        ^         ``(?=$|[-/:.,; \n\x00\x{2010}-\x{2014}\xA0'")\]}>\x{2019}\x{201D}\xBB!?])
      s        -         `
    """#
