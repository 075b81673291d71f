/// The configuration of the server Caddy.
let caddyfileDefinition = #"""
    name Caddyfile
    alias caddyfile caddy
    file Caddyfile*

    let comment (?:^|\s+)#.*\n
    let subject \[<matcher>\]|[@/][^\s]+|\*
    words constant
      most_recently_modified largest_size smallest_size first_exist internal disable_redirects ignore_loaded_certs
      disable_certs private_ranges first last before after on off

    state root
      c1      -                  {{comment}}
      p,      globals            ^\s*(\{)\s*$
      k,t,vm  -                  (import)(\s+)([^\s]+)
      nv,t,p  snippet            (&?\([^\s#]+\))(\s*)(\{)
      gh      label              [^#{(\s,]+
      se      label              \{[\w+.\[\]:$-]+\}
      t       -                  \s+

    state globals
      p       ^                  \}
      k       subdirective       [^\s#]+
      use base

    state snippet
      p       ^                  \}
      use body
      k       directive          [^\s#]+
      use base

    state label
      t       -                  ,\s*\n?
      t       -                  [ ]
      use placeholder
      gh      -                  [^#{(\s,]+
      c1      site               [#].*\n
      p       site               \{(?=\s)|\n

    state site
      p       ^2                 \}
      use body
      k       directive          [^\s#]+
      use base

    state body
      k,t     subdirective       \b(import|invoke)\b([ ][^\s#]+)
      nd      matcher            @[^\s]+(?=\s)
      nd      matcher            \[<matcher>\]
      k       subdirective       \b(?:try_files|tls|log|bind)\b
      k       nested-directive   \b(?:handle_errors|handle_path|handle_response|replace_status|handle|route)\b
      k       uri                \buri\b

    state matcher
      p       block              \{
      k       deep-not           not
      use heredoc
      sb      backticks          `
      k       arguments          [^\s#]+
      t       ^                  \s*\n
      p       ^                  \}
      use base

    state block
      p       ^2                 \}
      s2      quotes             "
      sb      backticks          `
      k       not                not
      use body
      k       subdirective       [^\s#]+
      use base

    state nested-block
      p       ^2                 \}
      s2      quotes             "
      sb      backticks          `
      k       not                not
      use body
      k       directive          [^\s#]+
      use base

    state not
      p       ^2                 \}
      p       block              \{(?=\s)
      k       arguments          [^\s#]+
      t       -                  \s+

    state deep-not
      p       ^2                 \}
      p       block              \{(?=\s)
      k       deep-subdirective  [^\s#]+
      t       -                  \s+

    state directive
      p       block              \{(?=\s)
      nd      arguments          {{subject}}
      use subdirective-end

    state subdirective
      p       block              \{(?=\s)
      use subdirective-end

    state subdirective-end
      c1      ^                  {{comment}}
      t       ^                  \s*\n
      use base

    state nested-directive
      p       nested-block       \{(?=\s)
      nd      nested-arguments   {{subject}}
      use subdirective-end

    state arguments
      p       block              \{(?=\s)
      use arguments-end

    state nested-arguments
      p       nested-block       \{(?=\s)
      use arguments-end

    state arguments-end
      c1      ^2                 {{comment}}
      t       -                  \\\n
      t       ^2                 \s*\n
      use base

    state deep-subdirective
      p       block              \{(?=\s)
      c1      ^3                 {{comment}}
      t       ^3                 \s*\n
      use base

    state uri
      p       block              \{(?=\s)
      nd      -                  {{subject}}
      no      arguments          strip_prefix|strip_suffix|replace|path_regexp
      use subdirective-end

    state quotes
      use placeholder
      s2      -                  \\"|[^"]
      s2      ^                  "

    state backticks
      use placeholder
      sb      -                  \\`|[^`]
      sb      ^                  `

    state optional
      p       =                  \[
      use constant
      p       -                  \|
      s       -                  [^\[\]|]+
      p       ^                  \]

    state heredoc
      sh,.,s,s,s,sh  -           (<<([a-zA-Z0-9_-]+))(\n([\s\S]*))(\s*)(\2)

    state constant
      no,p    -                  \b({{constant}})\b(\||(?=\]|\s|$))

    state placeholder
      se      -                  \{[\w+.\[\]:$-]+\}
      s       -                  \{[^}\s]*\b

    state base
      c1      -                  {{comment}}
      nd      -                  \[<matcher>\]
      use constant
      use heredoc
      n,n,p,mi,n  -              (https?://)?([a-z0-9.-]+)(:)([0-9]+)([^\s]*)
      p       optional           \[
      sb      backticks          `
      s2      quotes             "
      use placeholder
      s       -                  [a-z-]+/[a-z+-]+
      mi      -                  [0-9]+(?:[smhdk]|ns|us|µs|ms)?\b
      s       -                  [^\s#{]+
      n       -                  /[^\s#]*
      t       -                  \s+
    """#
