/// Text that is not coloured, by the names that Chroma has for it.
let plainTextDefinition = #"""
    name plaintext
    alias text plain no-highlight
    file *.txt
    priority -1

    state root
      t  -  (?s).+
    """#
