/// The language of Terraform.
let terraformDefinition = #"""
    name Terraform
    alias terraform tf
    file *.tf

    words early-function
      parseint signum floor ceil log max min abs pow trimsuffix formatlist trimprefix trimspace regexall replace indent
      strrev format substr chomp split title regex lower upper trim join
    words function-after-a-character
      setintersection coalescelist setsubtract setproduct matchkeys chunklist transpose contains distinct coalesce setunion
      reverse flatten element compact lookup length concat values zipmap range merge slice index list sort keys map
      base64decode base64encode base64gzip jsondecode jsonencode yamldecode yamlencode csvdecode urlencode
    words late-function
      templatefile filebase64 fileexists pathexpand basename abspath fileset dirname file formatdate timestamp timeadd
      filebase64sha256 filebase64sha512 base64sha512 base64sha256 filesha256 rsadecrypt filesha512 filesha1 filemd5 uuidv5
      bcrypt sha256 sha512 sha1 uuid md5 cidrnetmask cidrsubnet cidrhost tostring tonumber tobool tolist tomap toset can try

    state root
      p          -          [\[\](),.{}]
      s2         string     "
      m          -          -?[0-9]+
      p          -          =>
      kc         -          (?:false|true)\b
      cm         -          /\*[\s\S]*?\*/
      c1         -          \s*(?:#|//).*\n
      kr         -          ^(?:provisioner|variable|resource|provider|module|output|data)(?!\.)\b
      k          -          (?:for|in)\b
      nb         -          (?:module|count|data|each|var)\b
      nb         -          {{early-function}}\b
      nb         -          [^.]{{function-after-a-character}}\b
      nb         -          {{late-function}}\b
      na         -          (?:^|[^.\w])(?:name|x|default|type|description|value)(?:_[a-zA-Z]\w*)*
      o          -          =(?!>)|[-+*/:!%>|?]|<(?!<)|<=|&&
      t          -          \s+|\\\n
      nx         -          [a-zA-Z]\w*
      o,o,s,o    -          (<<-?)(\w+)(\n\s*(?:(?!\2)[\s\S])*\s*\n\s*)(\2)

    state string
      s2         ^          "
      s2         -          \\\\"
      s2         -          [^"\\$]+
      si         interpolation  \$\{

    state interpolation
      si         ^          \}
      use root
    """#
