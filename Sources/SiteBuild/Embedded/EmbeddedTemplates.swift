/// The templates that a site has without writing them; a file of the same path in a layout folder replaces one.
///
/// What they write is what Hugo's own write, to the byte where a test compares.
enum EmbeddedTemplates {
    /// The templates by path.
    static let files: [(path: String, text: String)] =
        [
            ("rss.xml", rss), ("sitemap.xml", sitemap), ("sitemapindex.xml", sitemapIndex),
            ("robots.txt", "User-agent: *"), ("alias.html", alias), ("_partials/pagination.html", pagination),
        ] + EmbeddedShortcodes.files

    /// A feed of the pages of a list.
    private static let rss = #"""
        {{- $feed := .OutputFormats.Get "RSS" -}}
        {{- $pages := .Pages -}}
        {{- if .IsHome }}{{ $pages = .Site.RegularPages }}{{ else if .IsSection }}{{ $pages = .RegularPages }}{{ end -}}
        {{- $limit := .Site.Config.Services.RSS.Limit -}}
        {{- if ge $limit 1 }}{{ $pages = $pages | first $limit }}{{ end -}}
        {{- printf "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>" | safeHTML }}
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
          <channel>
            <title>{{ if eq .Title .Site.Title }}{{ .Site.Title }}{{ else }}{{ with .Title }}{{ . }} on {{ end }}{{ .Site.Title }}{{ end }}</title>
            <link>{{ .Permalink }}</link>
            <description>Recent content {{ if ne .Title .Site.Title }}{{ with .Title }}in {{ . }} {{ end }}{{ end }}on {{ .Site.Title }}</description>
            <generator>Hugo</generator>
            <language>{{ .Site.Language.Locale }}</language>
            {{- with .Site.Params.author.email }}
            <managingEditor>{{ . }}{{ with site.Params.author.name }} ({{ . }}){{ end }}</managingEditor>
            <webMaster>{{ . }}{{ with site.Params.author.name }} ({{ . }}){{ end }}</webMaster>
            {{- end }}
            {{- with .Site.Copyright }}
            <copyright>{{ . }}</copyright>
            {{- end }}
            {{- if not .Date.IsZero }}
            <lastBuildDate>{{ range first 1 $pages.ByLastmod.Reverse }}{{ .Lastmod.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}{{ end }}</lastBuildDate>
            {{- end }}
            {{- with $feed }}
            {{ printf "<atom:link href=%q rel=\"self\" type=%q />" .Permalink .MediaType.Type | safeHTML }}
            {{- end }}
            {{- range $pages }}
            <item>
              <title>{{ .Title }}</title>
              <link>{{ .Permalink }}</link>
              <pubDate>{{ .PublishDate.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}</pubDate>
              {{- with site.Params.author.email }}
              <author>{{ . }}{{ with site.Params.author.name }} ({{ . }}){{ end }}</author>
              {{- end }}
              <guid>{{ .Permalink }}</guid>
              <description>{{ .Summary | transform.XMLEscape | safeHTML }}</description>
            </item>
            {{- end }}
          </channel>
        </rss>

        """#

    /// The addresses of one language.
    private static let sitemap = #"""
        {{ printf "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>" | safeHTML }}
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
          xmlns:xhtml="http://www.w3.org/1999/xhtml">
          {{ range where .Pages "Sitemap.Disable" "ne" true }}{{ if .Permalink -}}
          <url>
            <loc>{{ .Permalink }}</loc>{{ if not .Lastmod.IsZero }}
            <lastmod>{{ safeHTML ( .Lastmod.Format "2006-01-02T15:04:05-07:00" ) }}</lastmod>{{ end }}{{ with .Sitemap.ChangeFreq }}
            <changefreq>{{ . }}</changefreq>{{ end }}{{ if ge .Sitemap.Priority 0.0 }}
            <priority>{{ .Sitemap.Priority }}</priority>{{ end }}{{ if .IsTranslated }}{{ range .AllTranslations }}
            <xhtml:link
                        rel="alternate"
                        hreflang="{{ .Language.Locale }}"
                        href="{{ .Permalink }}"
                        />{{ end }}{{ end }}
          </url>{{ end }}{{ end }}
        </urlset>

        """#

    /// The sitemaps of all languages.
    private static let sitemapIndex = #"""
        {{ printf "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>" | safeHTML }}
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
          {{ range hugo.Sites }}
            <sitemap>
              <loc>{{ .SitemapAbsURL }}</loc>
              {{ if not .Lastmod.IsZero }}
                <lastmod>{{ .Lastmod.Format "2006-01-02T15:04:05-07:00" | safeHTML }}</lastmod>
              {{ end }}
            </sitemap>
          {{ end }}
        </sitemapindex>

        """#

    /// A page that leads to another.
    private static let alias = #"""
        <!DOCTYPE html>
        <html lang="{{ with .Page }}{{ .Site.Language.Locale }}{{ else }}en{{ end }}">
          <head>
            <title>{{ .Permalink }}</title>
            <link rel="canonical" href="{{ .Permalink }}">
            <meta charset="utf-8">
            <meta http-equiv="refresh" content="0; url={{ .Permalink }}">
          </head>
        </html>

        """#

    /// The links between the pagers of a list, for style sheets that know Bootstrap's class names.
    private static let pagination = #"""
        {{- $page := . -}}
        {{- $format := "default" -}}
        {{- if reflect.IsMap . }}{{ with .page }}{{ $page = . }}{{ end }}{{ with .format }}{{ $format = . }}{{ end }}{{ end -}}
        {{- with $page.Paginator }}{{ if gt .TotalPages 1 -}}
        {{- $current := .PageNumber -}}
        {{- $start := 1 -}}{{ $end := .TotalPages -}}
        {{- if and (eq $format "default") (gt .TotalPages 5) -}}
        {{- $start = sub $current 2 -}}{{ if lt $start 1 }}{{ $start = 1 }}{{ end -}}
        {{- $end = add $start 4 -}}{{ if gt $end .TotalPages }}{{ $end = .TotalPages }}{{ $start = sub $end 4 }}{{ end -}}
        {{- end -}}
        <ul class="pagination pagination-{{ $format }}">
          {{- if eq $format "default" }}
          {{- if gt $current 1 }}
          <li class="page-item">
            <a href="{{ .First.URL }}" aria-label="First" class="page-link" role="button"><span aria-hidden="true">&laquo;&laquo;</span></a>
          </li>
          {{- else }}
          <li class="page-item disabled">
            <a aria-disabled="true" aria-label="First" class="page-link" role="button" tabindex="-1"><span aria-hidden="true">&laquo;&laquo;</span></a>
          </li>
          {{- end }}
          {{- end }}
          {{- if .HasPrev }}
          <li class="page-item">
            <a href="{{ .Prev.URL }}" aria-label="Previous" class="page-link" role="button"><span aria-hidden="true">&laquo;</span></a>
          </li>
          {{- else if eq $format "default" }}
          <li class="page-item disabled">
            <a aria-disabled="true" aria-label="Previous" class="page-link" role="button" tabindex="-1"><span aria-hidden="true">&laquo;</span></a>
          </li>
          {{- end }}
          {{- range .Pagers }}{{ if and (ge .PageNumber $start) (le .PageNumber $end) }}
          {{- if eq .PageNumber $current }}
          <li class="page-item active">
            <a aria-current="page" aria-label="Page {{ .PageNumber }}" class="page-link" role="button">{{ .PageNumber }}</a>
          </li>
          {{- else }}
          <li class="page-item">
            <a href="{{ .URL }}" aria-label="Page {{ .PageNumber }}" class="page-link" role="button">{{ .PageNumber }}</a>
          </li>
          {{- end }}
          {{- end }}{{ end }}
          {{- if .HasNext }}
          <li class="page-item">
            <a href="{{ .Next.URL }}" aria-label="Next" class="page-link" role="button"><span aria-hidden="true">&raquo;</span></a>
          </li>
          {{- else if eq $format "default" }}
          <li class="page-item disabled">
            <a aria-disabled="true" aria-label="Next" class="page-link" role="button" tabindex="-1"><span aria-hidden="true">&raquo;</span></a>
          </li>
          {{- end }}
          {{- if eq $format "default" }}
          {{- if lt $current .TotalPages }}
          <li class="page-item">
            <a href="{{ .Last.URL }}" aria-label="Last" class="page-link" role="button"><span aria-hidden="true">&raquo;&raquo;</span></a>
          </li>
          {{- else }}
          <li class="page-item disabled">
            <a aria-disabled="true" aria-label="Last" class="page-link" role="button" tabindex="-1"><span aria-hidden="true">&raquo;&raquo;</span></a>
          </li>
          {{- end }}
          {{- end }}
        </ul>
        {{- end }}{{ end -}}
        """#
}
