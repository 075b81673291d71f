/// The grammars of RFCs.
let abnfDefinition = #"""
    name ABNF
    alias abnf
    file *.abnf

    words terminal
      HEXDIG DQUOTE DIGIT VCHAR OCTET ALPHA CHAR CRLF HTAB LWSP BIT CTL WSP LF SP CR

    state root
      c1    -   ;.*$
      l     -   (?:%[si])?"[^"]*"
      l     -   %b[01]+(?:-[01]+|(?:\.[01]+)*)\b
      l     -   %d[0-9]+(?:-[0-9]+|(?:\.[0-9]+)*)\b
      l     -   %x[0-9a-fA-F]+(?:-[0-9a-fA-F]+|(?:\.[0-9a-fA-F]+)*)\b
      o     -   \b[0-9]+(?:\*[0-9]*)?|\*
      k     -   {{terminal}}\b
      nc    -   [a-zA-Z][a-zA-Z0-9-]+\b
      o     -   =/|[=/]
      p     -   [\[\]()]
      t     -   \s+|.
    """#
