/// Requests and answers; a body is read as the language that the header Content-Type names.
let httpDefinition = #"""
    name HTTP
    alias http
    flags dot-all one-line

    let end (?:\r?\n|\Z)
    let version [123](?:\.[01])?
    words method
      GET POST PUT DELETE HEAD OPTIONS TRACE PATCH CONNECT

    state root
      nf,t,nn,t,kr,o,m,t  headers  ({{method}})( +)([^ ]+)( +)(HTTP)(/)({{version}})({{end}})
      kr,o,m,t,m,t,ne,t   headers  (HTTP)(/)({{version}})( +)(\d{3})( *)([^\r\n]*)({{end}})

    state fields
      n,t,o,t,l,t         -        ([^\s:]+)( *)(:)( *)([^\r\n]+)({{end}})
      t,l,t               -        ([\t ]+)([^\r\n]+)({{end}})

    // The first name of a type decides, the later names of states are those of the types.
    state headers
      n,t,o,t,l,t         json-headers   ((?i)content-type)( *)(:)( *)((?i)application/(?:[^\s;+]+\+)?json[^\r\n]*)({{end}})
      n,t,o,t,l,t         xml-headers    ((?i)content-type)( *)(:)( *)((?i)(?:application|text|image)/(?:[^\s;+]+\+)?xml[^\r\n]*)({{end}})
      n,t,o,t,l,t         html-headers   ((?i)content-type)( *)(:)( *)((?i)text/html[^\r\n]*)({{end}})
      n,t,o,t,l,t         css-headers    ((?i)content-type)( *)(:)( *)((?i)text/css[^\r\n]*)({{end}})
      n,t,o,t,l,t         script-headers ((?i)content-type)( *)(:)( *)((?i)(?:application|text)/(?:x-)?javascript[^\r\n]*)({{end}})
      n,t,o,t,l,t         yaml-headers   ((?i)content-type)( *)(:)( *)((?i)text/x-yaml[^\r\n]*)({{end}})
      n,t,o,t,l,t         other-headers  ((?i)content-type)( *)(:)( *)((?i)[^\r\n]+[^\r\n]*)({{end}})
      use fields
      t                   content  \r?\n

    state content
      g                   -        .+

    state json-headers
      use fields
      t                   json-content  \r?\n

    state json-content
      <json>              -        .+

    state xml-headers
      use fields
      t                   xml-content  \r?\n

    state xml-content
      <xml>               -        .+

    state html-headers
      use fields
      t                   html-content  \r?\n

    state html-content
      <html>              -        .+

    state css-headers
      use fields
      t                   css-content  \r?\n

    state css-content
      <css>               -        .+

    state script-headers
      use fields
      t                   script-content  \r?\n

    state script-content
      <javascript>        -        .+

    state yaml-headers
      use fields
      t                   yaml-content  \r?\n

    state yaml-content
      <yaml>              -        .+

    state other-headers
      use fields
      t                   other-content  \r?\n

    state other-content
      t                   -        .+
    """#
