{{ partial "search-index.js" . -}}
