/// YAML; keys are tags, plain scalars are literals.
let yamlDefinition = #"""
    name YAML
    alias yaml
    file *.yaml *.yml

    // What may stand in a key, up to a length that no key has, so that a line without one is not read again and again.
    let before-space (?=[^"\n{#]{0,500}:[ ])(?:[^"\n{#:/]++|/(?!/)|:(?![ ]))*+
    let before-end (?=[^"\n{#]{0,500}:\n)(?:[^"\n{#:/]++|/(?!/)|:(?!\n))*+
    words constant
      false False FALSE true True TRUE null Off off yes Yes YES OFF On ON no No on NO n N Y y

    state root
      w          -  \s+
      nn         -  ^(?:---|\.\.\.)
      t          -  [\n?]?\s*-[ ]
      c          -  (?:#|//).*$
      cp         -  (?:!!|[&*])\S+
      cp         -  ^%include\s+[^\n\r]+
      use key
      use value
      p          -  [?:,\[\]]
      t          -  .

    state key
      nt         -  "[^"\n#].{0,1000}":[ ]
      p,w,nt,p,w -  (-)([ ])({{before-space}})(:)([ ])
      nt,p,w     -  ({{before-space}})(:)([ ])
      nt,p,w     -  ({{before-end}})(:)(\n)

    state value
      p,sd       -  ([>|][+-]?)(\n([ ]+).*(?:\n+\3.*)*+)
      kc         -  {{constant}}\b
      s2         -  "(?:\\.|[^"\\]|\\(?=\n))*+"
      s1         -  '(?:\\.|[^'\\]|\\(?=\n))*+'
      ld         -  \d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\s+[-+]\d+)?)?
      m          -  \b[-+]?(?:0x[\da-f]+|0o[0-7]+|(?:\d+\.?\d*|\.?\d+)(?:e[-+]?\d+)?|\.inf|\.nan)\b
      l,w,c      -  ([^{}\[\]?,:!\-*&@].*)([ ])+(#.*)
      l,w,c      -  ([^{}\[\]?,:!\-*&@].*)([ ])+(//.*)
      l          -  [^{}\[\]?,:!\-*&@].*
    """#
