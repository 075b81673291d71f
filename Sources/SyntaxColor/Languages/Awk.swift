/// Awk.
let awkDefinition = #"""
    name Awk
    alias awk gawk mawk nawk
    file *.awk

    words keyword
      break continue do while exit for if else return switch case default
    words function
      atan2 cos exp int log rand sin sqrt srand gensub gsub index length match split patsplit sprintf sub substr tolower
      toupper close fflush getline nextfile print printf strftime systime mktime delete system strtonum and compl lshift or
      rshift asort asorti isarray bindtextdomain dcgettext dcngettext @include @load @namespace
    words variable
      ARGC ARGIND ARGV BEGIN BEGINFILE BINMODE CONVFMT ENVIRON END ENDFILE ERRNO FIELDWIDTHS FILENAME FNR FPAT FS IGNORECASE
      LINT NF NR OFMT OFS ORS PROCINFO RLENGTH RS RSTART RT SUBSEP TEXTDOMAIN

    state blank
      t       -           \s+
      c1      -           #.*$

    state root
      .       operand     ^(?=\s|/)
      use blank
      o       operand     \+\+|--|\|\||&&|in\b|\$|!?~|\|&|(?:\*\*|[-<>+*%^/!=|])=?
      p       operand     [{(\[;,]
      p       -           [})\].]
      k       operand     {{keyword}}\b
      kd      operand     function\b
      kr      -           {{function}}\b
      nb      -           {{variable}}\b
      nx      -           [@$a-zA-Z_]\w*
      mf      -           [0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?
      mh      -           0x[0-9a-fA-F]+
      mi      -           [0-9]+
      s2      -           "(?:\\[\\"]|[^"\\]|\\(?![\\"]))*+"
      s1      -           '(?:\\[\\']|[^'\\]|\\(?![\\']))*+'

    state operand
      use blank
      sr      ^           /(?:\\.|[^\[/\\\n]|\[(?:\\.|[^\]\\\n])*+\])++/\B
      .       ^,no-regex  (?=/)
      .       ^

    state no-regex
      t       ^           \n
    """#
