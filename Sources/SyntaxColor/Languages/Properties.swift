/// Properties of Java.
let propertiesDefinition = #"""
    name properties
    alias java-properties
    file *.properties

    let value .*(?:(?<=\\)\n.*)*+

    state root
      t,c1           -  ^([ \t\f]*)([#!].*)
      t,na,t,o,t,s   -  ^([ \t\f]*)(\S+?)([ \t\f]*)([=:])([ \t\f]*)({{value}})
      t,na,t,s       -  ^([ \t\f]*)(\S+)([ \t\f]+)({{value}})
      t,na           -  ^([ \t\f]*)(\w+)$
      t              -  \n
    """#
