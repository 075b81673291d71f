/// Schemas and queries of GraphQL.
let graphQLDefinition = #"""
    name GraphQL
    alias graphql graphqls gql
    file *.graphql *.graphqls

    words constant
      ARGUMENT_DEFINITION ENUM ENUM_VALUE FIELD FIELD_DEFINITION FRAGMENT_DEFINITION FRAGMENT_SPREAD INLINE_FRAGMENT
      INPUT_FIELD_DEFINITION INPUT_OBJECT INTERFACE MUTATION OBJECT QUERY SCALAR SCHEMA SUBSCRIPTION UNION

    state root
      kd     type      query|mutation|subscription|fragment|scalar|implements|interface|union|enum|input|type
      kd     -         on|extend|schema|directive|\.\.\.
      kc     -         {{constant}}\b
      py     -         \w+
      nd     -         @\w+
      p      type      :
      p      -         [(){}\[\],!|=]
      nv     -         \$\w+
      m      -         \.\d+(?:[Ee][-+]\d+)?i
      mf     -         \.\d+(?:[eE][-+]?\d+)?
      s      -         """[\x00-\x7F]*?"""
      sc     -         "(?:\\["\\abfnrtv]|\\x[0-9a-fA-F]{2}|\\[0-7]{1,3}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|[^\\])"
      s      -         "(?:\\[\\"]|[^"\\]|\\(?![\\"]))*+"
      w      -         \s+
      c      -         #[^\r\n]*

    state type
      p      ^         [{}()\[\]]
      nc     ^         \w+
      use root
    """#
