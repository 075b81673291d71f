{{- /* One entry a page: address u, title t, place p, description d, and its parts s: id i, heading h, text t. It is a script and
not JSON, so that it loads from a file and under a policy of script-src 'self'. */ -}}
{{- /* Written entry by entry: a list that grows by append is copied each time. */ -}}
{{- $separator := "" -}}
keyportSearch([
{{- range site.Pages -}}
{{- if and (in (slice "page" "section" "home") .Kind) (ne .Params.search false) (ne .Layout "404") -}}
{{- $parts := slice -}}
{{- range $i, $part := split (replaceRE `<h[23] id="` "\u0001" .Content) "\u0001" -}}
{{- $id := "" -}}
{{- $heading := "" -}}
{{- $text := $part -}}
{{- if $i -}}
{{- $id = index (split $part "\"") 0 -}}
{{- $heading = replaceRE `(?s)^[^>]*>(.*?)</h[23]>.*$` "$1" $part | plainify | htmlUnescape -}}
{{- $text = replaceRE `(?s)^.*?</h[23]>` "" $part -}}
{{- end -}}
{{- $text = replaceRE `(?s)<(svg|table class="kc-table")[ >].*?</(svg|table)>` " " $text -}}
{{- $text = replaceRE `(</(p|li|t[dhr]|dt|dd|pre|div|h\d)>|<br>)` "$1 " $text | plainify | htmlUnescape -}}
{{- $text = replaceRE `\s+` " " $text | strings.TrimSpace -}}
{{- /* A part that is cut ends with a whole word. */ -}}
{{- if gt (strings.RuneCount $text) 600 }}{{ $text = replaceRE `\s+\S*$` "…" (substr $text 0 600) }}{{ end -}}
{{- $parts = $parts | append (dict "i" $id "h" $heading "t" $text) -}}
{{- end -}}
{{- $place := "" -}}
{{- with .Parent -}}{{- if not .IsHome -}}{{- $place = .LinkTitle -}}{{- end -}}{{- end -}}
{{- $separator -}}{{- dict "u" .RelPermalink "t" .LinkTitle "p" $place "d" (.Description | default "") "s" $parts | jsonify | safeJS -}}
{{- $separator = "," -}}
{{- end -}}
{{- end -}}
]);
