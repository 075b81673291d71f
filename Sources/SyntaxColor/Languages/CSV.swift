/// Tables of values between commas.
let csvDefinition = #"""
    name CSV
    alias csv
    file *.csv

    state root
      p   -       \r?\n
      p   -       ,
      s2  quoted  "
      s   -       [^\r\n,]+

    state quoted
      se  -       ""
      s2  ^       "
      s2  -       [^"]+
    """#
