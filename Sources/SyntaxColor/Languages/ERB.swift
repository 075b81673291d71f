/// Ruby in pages of HTML.
let erbDefinition = #"""
    name ERB
    alias erb html+erb html+ruby rhtml
    file *.erb *.html.erb *.xml.erb *.rhtml
    within HTML
    flags dot-all

    state root
      cp,c,cp       -  (<%#)(.*?)(-?%>)
      cp,<ruby>,cp  -  (<%-?=?)(.*?)(-?%>)
      x             -  [^<]+
      x             -  <
    """#
