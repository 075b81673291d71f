/// XML and what is written in it.
let xmlDefinition = #"""
    name XML
    alias xml
    file *.xml *.xsl *.rss *.xslt *.xsd *.wsdl *.wsf *.svg *.qrc *.csproj *.vcxproj *.fsproj
    flags dot-all

    state root
      t    -        [^<&]+
      ni   -        &\S*?;
      cp   -        <!\[CDATA\[.*?\]\]>
      c    comment  <!--
      cp   -        <\?.*?\?>
      cp   -        <![^>]*>
      nt   tag      <\s*[\w:.-]+
      nt   -        <\s*/\s*[\w:.-]+\s*>

    state comment
      c    -        [^-]+
      c    ^        -->
      c    -        -

    state tag
      t    -        \s+
      na   value    [\w.:-]+\s*=
      nt   ^        /?\s*>

    state value
      t    -        \s+
      s    ^        "[^"]*"
      s    ^        '[^']*'
      s    ^        [^\s>]+
    """#
