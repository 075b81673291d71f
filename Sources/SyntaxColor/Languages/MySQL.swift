/// SQL as MySQL and MariaDB speak it.
let mySQLDefinition = #"""
    name MySQL
    alias mysql mariadb
    file *.sql
    flags ignore-case one-line

    words type
          bigint bit blob bool char date datetime dec decimal double enum float int integer longblob longtext mediumblob
          mediumint mediumtext numeric real set smallint text time timestamp tinyblob tinyint tinytext varbinary varchar
          varcharacter year
    words keyword
          add all alter analyze and as asc asensitive before between bigint binary blob both by call cascade case change
          char character check collate column condition constraint continue convert create cross current_date current_time
          current_timestamp current_user cursor database databases day_hour day_microsecond day_minute day_second dec
          decimal declare default delayed delete desc describe deterministic distinct distinctrow div double drop dual
          each else elseif enclosed escaped exists exit explain fetch float float4 float8 flush for force foreign from
          fulltext grant group having high_priority hour_microsecond hour_minute hour_second identified if ignore in index
          infile inner inout insensitive insert int int1 int2 int3 int4 int8 integer interval into is iterate join key
          keys kill leading leave left like limit lines load localtime localtimestamp lock long loop low_priority match
          minute_microsecond minute_second mod modifies natural no_write_to_binlog not numeric on optimize option
          optionally or order out outer outfile precision primary privileges procedure purge raid0 read reads real
          references regexp release rename repeat replace require restrict return revoke right rlike schema schemas
          second_microsecond select sensitive separator set show smallint soname spatial specific sql sql_big_result
          sql_calc_found_rows sql_small_result sqlexception sqlstate sqlwarning ssl starting straight_join table
          terminated then to trailing trigger undo union unique unlock unsigned update usage use user using utc_date
          utc_time utc_timestamp values varying when where while with write x509 xor year_month zerofill
    words pseudo
          auto_increment charset engine tables

    state root
      w        -        \s+
      c1       -        (?:#|--).*\n?
      cm       comment  /\*
      mi       -        [0-9]+
      mf       -        \.[0-9]+e[+-][0-9]+
      sa,s1    string   ((?:_[a-z0-9]+)?)(')
      sa,s2    quoted   ((?:_[a-z0-9]+)?)(")
      o        -        [+*/<>=~!@#%^&|`?-]
      kt,w,p   -        \b({{type}})\b(\s*+)(\()?
      k        -        \b{{keyword}}\b
      kp       -        \b{{pseudo}}\b
      no       -        true|false|null
      nf,w,p   -        ([a-z_]\w*+)(\s*+)(\()
      n        -        [a-z_]\w*
      p        -        [;:()\[\],.]

    state comment
      cm       =        /\*
      cm       ^        \*/
      cm       -        [^/*]+|[/*]

    state string
      s1       -        [^']+|''
      s1       ^        '

    state quoted
      s2       -        [^"]+|""
      s2       ^        "
    """#
