/// What patches and diffs look like.
let diffDefinition = #"""
    name Diff
    alias diff udiff
    file *.diff *.patch
    flags ensure-newline

    state root
      t   -  [ ].*\n
      gu  -  \d+(?:,\d+)?[acd]\d+(?:,\d+)?\n
      gs  -  ---\n
      gd  -  <[ ].*\n
      gi  -  >[ ].*\n
      gi  -  \+.*\n
      gd  -  -.*\n
      gs  -  !.*\n
      gu  -  @.*\n
      gh  -  (?:[Ii]ndex|diff|=).*\n
      t   -  .*\n
    """#
