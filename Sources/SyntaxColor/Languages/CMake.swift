/// The build files of CMake.
let cmakeDefinition = #"""
    name CMake
    alias cmake
    file *.cmake CMakeLists.txt

    words keyword
      APPLE BORLAND CYGWIN MINGW MSVC MSVC60 MSVC70 MSVC71 MSVC80 MSVC90 MSVC_IDE UNIX WIN32

    state root
      nb,t,p   arguments      \b(\w+)([ \t]*)(\()
      use common

    state arguments
      p        arguments      \(
      p        ^              \)
      o,nv,o   -              (\$\{)(.+?)(\})
      o,nv,o   -              (\$ENV\{)(.+?)(\})
      o,nv,o   -              (\$<)(.+?)(>)
      s2       -              "[\s\S]*?"
      s        -              \\\S+
      s        -              [^)$"# \t\n]++
      t        -              \n
      use common

    state common
      k        -              \b{{keyword}}\b
      t        -              [ \t]+
      c        -              #.*\n
    """#
