/// The units of systemd.
let systemdDefinition = #"""
    name SYSTEMD
    alias systemd
    file *.automount *.device *.dnssd *.link *.mount *.netdev *.network *.path *.scope *.service *.slice *.socket *.swap
    file *.target *.timer

    state root
      t        -             \s+
      c        -             [;#].*
      k        -             \[[^\]\n]*\]$
      na,o,s,t continuation  ([^=\n]*)(=)(.*)(\\\n)
      na,o,s   -             ([^=\n]*)(=)(.*)

    state continuation
      s,t      -             (.*)(\\\n)
      s        ^             .*
    """#
