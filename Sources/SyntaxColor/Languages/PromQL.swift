/// The query language of Prometheus.
let promQLDefinition = #"""
    name PromQL
    alias promql
    file *.promql

    words keyword
      bool by group_left group_right ignoring offset on without
    words aggregation
      avg bottomk count count_values group max min quantile stddev stdvar sum topk
    words function
      abs absent absent_over_time avg_over_time ceil changes clamp_max clamp_min count_over_time day_of_month
      day_of_week days_in_month delta deriv exp floor histogram_quantile holt_winters hour idelta increase irate
      label_join label_replace ln log10 log2 max_over_time min_over_time minute month predict_linear
      quantile_over_time rate resets round scalar sort sort_desc sqrt stddev_over_time stdvar_over_time
      sum_over_time time timestamp vector year

    state root
      w          -         \s+
      p          -         ,
      k          -         {{keyword}}\b
      k          -         {{aggregation}}\b
      kr         -         {{function}}\b
      s          -         [1-9][0-9]*[smhdwy]
      mf         -         -?[0-9]+\.[0-9]+
      mi         -         -?[0-9]+
      c1         -         #.*?$
      o          -         [-+*/%^]
      o          -         ==|!=|>=|<=|<|>
      ow         -         and|or|unless
      nv         -         [_a-zA-Z][a-zA-Z0-9_]+
      p,s,p      -         (["'])(.*?)(["'])
      o          function  \(
      o          -         \)
      p          labels    \{
      p          range     \[

    state labels
      p          ^         \}
      w          -         \s+
      p          -         ,
      nl,w,o,w,p,s,p  -    ([_a-zA-Z][a-zA-Z0-9_]*?)(\s*?)(=~|!=|=|!~)(\s*?)(["'])(.*?)(["'])

    state range
      p          ^         \]
      s          -         [1-9][0-9]*[smhdwy]

    state function
      o          ^         \)
      o          =         \(
      .          ^
    """#
