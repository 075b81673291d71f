/// Files of sections and settings.
let iniDefinition = #"""
    name INI
    alias ini cfg dosini
    file *.ini *.cfg *.inf *.service *.socket *.container *.network *.build *.pod *.kube *.volume *.image
    file .gitconfig .editorconfig pylintrc .pylintrc
    priority 0

    state root
      t            -  \s+
      c1           -  [;#].*
      k            -  \[.*?\]$
      na,t,o,t,s   -  ([^=\n]*?)([ \t]*)(=)([ \t]*)(.*(?:\n[ \t].+)*)
      na           -  .+$
    """#
