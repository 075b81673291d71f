/// HTML with the scripts and style sheets in it.
let htmlDefinition = #"""
    name HTML
    alias html
    file *.html *.htm *.xhtml *.xslt
    flags ignore-case dot-all one-line

    state root
      t                -        [^<&]+
      ni               -        &\S*?;
      cp               -        <!\[CDATA\[.*?\]\]>
      c                comment  <!--
      cp               -        <\?.*?\?>
      cp               -        <![^>]*>
      p,t,nt,t         script,tag  (<)(\s*)(script)(\s*)
      p,t,nt,t         style,tag   (<)(\s*)(style)(\s*)
      p,t,nt           tag      (<)(\s*)([\w:.-]+)
      p,t,p,t,nt,t,p   -        (<)(\s*)(/)(\s*)([\w:.-]+)(\s*)(>)

    state comment
      c                -        [^-]+
      c                ^        -->
      c                -        -

    state tag
      t                -        \s+
      na,o,t           value    ([\w:-]+\s*)(=)(\s*)
      na               -        [\w:-]+
      p,t,p            ^        (/?)(\s*)(>)

    state value
      s                ^        "[^"]*"
      s                ^        '[^']*'
      s                ^        [^\s>]+

    state script
      p,t,p,t,nt,t,p   ^        (<)(\s*)(/)(\s*)(script)(\s*)(>)
      <javascript>     -        .+?(?=<\s*/\s*script\s*>)

    state style
      p,t,p,t,nt,t,p   ^        (<)(\s*)(/)(\s*)(style)(\s*)(>)
      <css>            -        .+?(?=<\s*/\s*style\s*>)
    """#
