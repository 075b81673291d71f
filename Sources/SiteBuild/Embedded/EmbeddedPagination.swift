/// The links between the pagers of a list, for style sheets that know Bootstrap's class names.
///
/// The default form always has links to the first, the previous, the next and the last pager, dead where they lead nowhere,
/// around five numbers; the terse one has them only where they lead somewhere, around three.
enum EmbeddedPagination {
    /// The template; the dot is a page, or a map with `page` and `format`.
    static let text = #"""
        {{- $page := . -}}
        {{- $format := "default" -}}
        {{- if reflect.IsMap . }}{{ with .page }}{{ $page = . }}{{ end }}{{ with .format }}{{ $format = . }}{{ end }}{{ end -}}
        {{- if not (in (slice "default" "terse") $format) -}}
        {{- errorf "The format of the pagination is %q; it can be default or terse." $format -}}
        {{- end -}}
        {{- $slots := cond (eq $format "terse") 3 5 -}}
        {{- $isWhole := eq $format "default" -}}
        {{- with $page.Paginator }}{{ if gt .TotalPages 1 -}}
        {{- $current := .PageNumber -}}
        {{- $start := sub $current (div $slots 2) -}}
        {{- $start = math.Max 1 (math.Min $start (sub .TotalPages $slots -1)) | int -}}
        {{- $end := math.Min .TotalPages (add $start $slots -1) | int }}
        \#t\#t<ul class="pagination pagination-{{ $format }}">
        {{- if .HasPrev }}
        \#t\#t\#t<li class="page-item">
        \#t\#t\#t\#t<a href="{{ .First.URL }}" aria-label="First" class="page-link" role="button"><span aria-hidden="true">&laquo;&laquo;</span></a>
        \#t\#t\#t</li>
        \#t\#t<li class="page-item">
        \#t\#t\#t<a href="{{ .Prev.URL }}" aria-label="Previous" class="page-link" role="button"><span aria-hidden="true">&laquo;</span></a>
        \#t\#t</li>
        {{- else if $isWhole }}
        \#t\#t\#t<li class="page-item disabled">
        \#t\#t\#t\#t<a aria-disabled="true" aria-label="First" class="page-link" role="button" tabindex="-1"><span aria-hidden="true">&laquo;&laquo;</span></a>
        \#t\#t\#t</li>
        \#t\#t<li class="page-item disabled">
        \#t\#t\#t<a aria-disabled="true" aria-label="Previous" class="page-link" role="button" tabindex="-1"><span aria-hidden="true">&laquo;</span></a>
        \#t\#t</li>
        {{- end }}
        {{- range .Pagers }}{{ if and (ge .PageNumber $start) (le .PageNumber $end) }}
        {{- if eq .PageNumber $current }}
        \#t\#t\#t<li class="page-item active">
        \#t\#t\#t\#t<a aria-current="page" aria-label="Page {{ .PageNumber }}" class="page-link" role="button">{{ .PageNumber }}</a>
        \#t\#t\#t</li>
        {{- else }}
        \#t\#t\#t<li class="page-item">
        \#t\#t\#t\#t<a href="{{ .URL }}" aria-label="Page {{ .PageNumber }}" class="page-link" role="button">{{ .PageNumber }}</a>
        \#t\#t\#t</li>
        {{- end }}
        {{- end }}{{ end }}
        {{- if .HasNext }}
        \#t\#t<li class="page-item">
        \#t\#t\#t<a href="{{ .Next.URL }}" aria-label="Next" class="page-link" role="button"><span aria-hidden="true">&raquo;</span></a>
        \#t\#t</li>
        \#t\#t\#t<li class="page-item">
        \#t\#t\#t\#t<a href="{{ .Last.URL }}" aria-label="Last" class="page-link" role="button"><span aria-hidden="true">&raquo;&raquo;</span></a>
        \#t\#t\#t</li>
        {{- else if $isWhole }}
        \#t\#t<li class="page-item disabled">
        \#t\#t\#t<a aria-disabled="true" aria-label="Next" class="page-link" role="button" tabindex="-1"><span aria-hidden="true">&raquo;</span></a>
        \#t\#t</li>
        \#t\#t\#t<li class="page-item disabled">
        \#t\#t\#t\#t<a aria-disabled="true" aria-label="Last" class="page-link" role="button" tabindex="-1"><span aria-hidden="true">&raquo;&raquo;</span></a>
        \#t\#t\#t</li>
        {{- end }}
        \#t\#t</ul>
        {{- end }}{{ end -}}
        """#
}
