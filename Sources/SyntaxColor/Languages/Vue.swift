/// Components of Vue.
let vueDefinition =
    #"""
    name vue
    alias vue vuejs
    file *.vue
    flags dot-all

    state root
      p,nt   tag       (<)([\w-]+)
      p,p,nt,p  -      (<)(/)([\w-]+)(>)
      use script

    state tag
      t      -         \s+
      nt     -         -\w+
      nt,s,p -         (@[\w.]+)(=".*?")?(/?>|\s)
      nt,o,s -         (:\S+)(=)("\S+")
      o      -         :
      nt     -         v-b-\S+
      nt,o,s,p  -      (v-[\w-]+)(=)("[\S ]+")(/?>|\s)
      nt,p   -         (v-[\w-]+)(/?>|\s)
      nt,s,p -         (v-[\w-]+)(=".+")(/?>|\s)
      nt,s,nt,s,p  -   (v-[\w-]+)(=".+)(:\w+)(="\w+")(/?>|\s)
      p,nt   -         (<)(\w+)
      p,p,nt,p  -      (<)(/)(\w+)(>)
      na,o,t value     (\w+\s*)(=)(\s*)
      p      -         [{}]+
      na     -         [\w.]+
      p,t,p  ^         (/?)(\s*)(>)

    """# + javaScriptElementStates + javaScriptBase
