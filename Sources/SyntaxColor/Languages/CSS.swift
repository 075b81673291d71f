/// Style sheets.
let cssDefinition = #"""
    name CSS
    alias css
    file *.css

    words shared-property
      align-content align-items align-self alignment-baseline all animation animation-delay animation-direction
      animation-duration animation-fill-mode animation-iteration-count animation-name animation-play-state
      animation-timing-function appearance azimuth backface-visibility background background-attachment
      background-blend-mode background-clip background-color background-image background-origin background-position
      background-repeat background-size baseline-shift bookmark-label bookmark-level bookmark-state border
      border-bottom border-bottom-color border-bottom-left-radius border-bottom-right-radius border-bottom-style
      border-bottom-width border-boundary border-collapse border-color border-image border-image-outset
      border-image-repeat border-image-slice border-image-source border-image-width border-left border-left-color
      border-left-style border-left-width border-radius border-right border-right-color border-right-style
      border-right-width border-spacing border-style border-top border-top-color border-top-left-radius
      border-top-right-radius border-top-style border-top-width border-width bottom box-decoration-break box-shadow
      box-sizing box-snap break-after break-before break-inside caption-side caret caret-color caret-shape chains
      clear clip clip-path clip-rule color color-interpolation-filters column-count column-fill column-gap
      column-rule column-rule-color column-rule-style column-rule-width column-span column-width columns content
      counter-increment counter-reset counter-set cue cue-after cue-before cursor direction display
      dominant-baseline elevation empty-cells filter flex flex-basis flex-direction flex-flow flex-grow flex-shrink
      flex-wrap float float-defer float-offset float-reference flood-color flood-opacity flow flow-from flow-into
      font font-family font-feature-settings font-kerning font-language-override font-size font-size-adjust
      font-stretch font-style font-synthesis font-variant font-variant-alternates font-variant-caps
      font-variant-east-asian font-variant-ligatures font-variant-numeric font-variant-position font-weight
      footnote-display footnote-policy glyph-orientation-vertical grid grid-area grid-auto-columns grid-auto-flow
      grid-auto-rows grid-column grid-column-end grid-column-start grid-row grid-row-end grid-row-start
      grid-template grid-template-areas grid-template-columns grid-template-rows hanging-punctuation height
      hyphenate-character hyphenate-limit-chars hyphenate-limit-last hyphenate-limit-lines hyphenate-limit-zone
      hyphens image-orientation image-resolution initial-letter initial-letter-align initial-letter-wrap isolation
      justify-content justify-items justify-self left letter-spacing lighting-color line-break line-height
      list-style list-style-image list-style-position list-style-type margin margin-bottom margin-left margin-right
      margin-top marker-side mask mask-border mask-border-mode mask-border-outset mask-border-repeat
      mask-border-slice mask-border-source mask-border-width mask-clip mask-composite mask-image mask-mode
      mask-origin mask-position mask-repeat mask-size mask-type max-height max-width min-height min-width
      mix-blend-mode object-fit object-position opacity order orphans outline outline-color outline-offset
      outline-style outline-width overflow overflow-wrap overflow-x overflow-y padding padding-bottom padding-left
      padding-right padding-top page page-break-after page-break-before page-break-inside pause pause-after
      pause-before perspective perspective-origin pitch pitch-range play-during position quotes resize rest
      rest-after rest-before richness right ruby-align ruby-merge ruby-position running scroll-snap-type
      shape-image-threshold shape-margin shape-outside speak speak-as speak-header speak-numeral speak-punctuation
      speech-rate stress string-set tab-size table-layout text-align text-align-last text-combine-upright
      text-decoration text-decoration-color text-decoration-line text-decoration-skip text-decoration-style
      text-emphasis text-emphasis-color text-emphasis-position text-emphasis-style text-indent text-justify
      text-orientation text-overflow text-shadow text-transform text-underline-position text-wrap top transform
      transform-origin transform-style transition transition-delay transition-duration transition-property
      transition-timing-function unicode-bidi user-select vertical-align visibility voice-balance voice-duration
      voice-family voice-pitch voice-range voice-rate voice-stress voice-volume volume white-space widows width
      will-change word-break word-spacing word-wrap wrap-after wrap-before wrap-flow wrap-inside wrap-through
      writing-mode z-index
    words property shared-property
      anchor-name anchor-scope animation-composition animation-range animation-range-end animation-range-start
      animation-timeline aspect-ratio baseline-source block-size border-block border-block-color border-block-end
      border-block-end-color border-block-end-radius border-block-end-style border-block-end-width
      border-block-start border-block-start-color border-block-start-radius border-block-start-style
      border-block-start-width border-clip border-clip-bottom border-clip-left border-clip-right border-clip-top
      border-end-end-radius border-end-start-radius border-inline border-inline-color border-inline-end
      border-inline-end-color border-inline-end-radius border-inline-end-style border-inline-end-width
      border-inline-start border-inline-start-color border-inline-start-radius border-inline-start-style
      border-inline-start-width border-inline-style border-inline-width border-left-radius border-limit border-shape
      border-start-end-radius border-start-start-radius border-top-radius box-shadow-blur box-shadow-color
      box-shadow-offset box-shadow-position box-shadow-spread color-adjust color-scheme column-rule-outset contain
      contain-intrinsic-block-size contain-intrinsic-height contain-intrinsic-inline-size contain-intrinsic-size
      contain-intrinsic-width container container-name container-type content-visibility continue
      corner-block-end-shape corner-block-start-shape corner-bottom-left-shape corner-bottom-right-shape
      corner-bottom-shape corner-end-end-shape corner-end-start-shape corner-inline-end-shape
      corner-inline-start-shape corner-left-shape corner-right-shape corner-shape corner-start-end-shape
      corner-start-start-shape corner-top-left-shape corner-top-right-shape corner-top-shape dynamic-range-limit
      fill fill-break fill-color fill-image fill-opacity fill-origin fill-position fill-repeat fill-rule fill-size
      font-optical-sizing font-palette font-synthesis-position font-synthesis-small-caps font-synthesis-style
      font-synthesis-weight font-variant-emoji font-variation-settings font-width forced-color-adjust gap
      image-rendering inline-size inline-sizing inset inset-block inset-block-end inset-block-start inset-inline
      inset-inline-end inset-inline-start line-clamp margin-block margin-block-end margin-block-start margin-inline
      margin-inline-end margin-inline-start marker marker-end marker-mid marker-start max-block-size max-inline-size
      min-block-size min-inline-size offset offset-anchor offset-distance offset-path offset-position offset-rotate
      overflow-anchor overflow-block overflow-clip-margin overflow-inline overscroll-behavior
      overscroll-behavior-block overscroll-behavior-inline overscroll-behavior-x overscroll-behavior-y padding-block
      padding-block-end padding-block-start padding-inline padding-inline-end padding-inline-start place-content
      place-items place-self position-anchor position-area position-try position-try-fallbacks position-try-order
      position-visibility print-color-adjust rotate row-gap ruby-overhang scale scroll-behavior scroll-margin
      scroll-margin-block scroll-margin-block-end scroll-margin-block-start scroll-margin-bottom
      scroll-margin-inline scroll-margin-inline-end scroll-margin-inline-start scroll-margin-left
      scroll-margin-right scroll-margin-top scroll-padding scroll-padding-block scroll-padding-block-end
      scroll-padding-block-start scroll-padding-bottom scroll-padding-inline scroll-padding-inline-end
      scroll-padding-inline-start scroll-padding-left scroll-padding-right scroll-padding-top scroll-snap-align
      scroll-snap-stop scroll-timeline scroll-timeline-axis scroll-timeline-name scrollbar-color scrollbar-gutter
      scrollbar-width shape-rendering text-anchor text-box text-box-edge text-box-trim text-decoration-skip-ink
      text-decoration-thickness text-spacing-trim text-underline-offset text-wrap-mode text-wrap-style
      timeline-scope transform-box transition-behavior translate view-timeline view-timeline-axis
      view-timeline-inset view-timeline-name view-transition-class view-transition-name white-space-collapse
    words property-in-value shared-property
      box-suppress caret-animation crop grid-column-gap grid-gap grid-row-gap line-grid line-snap marquee-direction
      marquee-loop marquee-speed marquee-style max-lines motion motion-offset motion-path motion-rotation move-to
      nav-down nav-left nav-right nav-up offset-after offset-before offset-end offset-start overflow-style
      page-policy polar-angle polar-distance presentation-level region-fragment rotation rotation-point
      scroll-snap-coordinate scroll-snap-destination scroll-snap-points-x scroll-snap-points-y shape-inside size
      text-space-collapse text-space-trim text-spacing
    words function
      attr blackness blend blenda blur brightness calc circle color-mod contrast counter cubic-bezier device-cmyk
      drop-shadow ellipse gray grayscale hsl hsla hue hue-rotate hwb image inset invert lightness linear-gradient
      matrix matrix3d opacity perspective polygon radial-gradient rect repeating-linear-gradient
      repeating-radial-gradient rgb rgba rotate rotate3d rotateX rotateY rotateZ saturate saturation scale scale3d
      scaleX scaleY scaleZ sepia shade skewX skewY steps tint toggle translate translate3d translateX translateY
      translateZ whiteness
    words value
      absolute alias all all-petite-caps all-scroll all-small-caps allow-end alpha alternate alternate-reverse
      always armenian auto avoid avoid-column avoid-page backwards balance baseline below blink block bold bolder
      border-box both bottom box-decoration break-word capitalize cell center circle clip clone close-quote
      col-resize collapse color color-burn color-dodge column column-reverse compact condensed contain container
      content-box context-menu copy cover crisp-edges crosshair currentColor cursive darken dashed decimal
      decimal-leading-zero default descendants difference digits disc distribute dot dotted double double-circle
      e-resize each-line ease ease-in ease-in-out ease-out edges ellipsis end ew-resize exclusion expanded
      extra-condensed extra-expanded fantasy fill fill-box filled first fixed flat flex flex-end flex-start flip
      force-end forwards from-image full-width geometricPrecision georgian groove hanging hard-light help hidden
      hide horizontal hue icon infinite inherit initial ink inline inline-block inline-flex inline-table inset
      inside inter-word invert isolate italic justify large larger last left lighten lighter line-through linear
      list-item local loose lower-alpha lower-greek lower-latin lower-roman lowercase ltr luminance luminosity
      mandatory manipulation manual margin-box match-parent medium mixed monospace move multiply n-resize
      ne-resize nesw-resize no-close-quote no-drop no-open-quote no-repeat none normal not-allowed nowrap
      ns-resize nw-resize nwse-resize objects oblique off on open open-quote optimizeLegibility optimizeSpeed
      outset outside over overlay overline padding-box page pan-down pan-left pan-right pan-up pan-x pan-y paused
      petite-caps pixelated pointer preserve-3d progress proximity relative repeat repeat-x repeat-y
      repeat\x20no-repeat reverse ridge right round row row-resize row-reverse rtl ruby ruby-base
      ruby-base-container ruby-text ruby-text-container run-in running s-resize sans-serif saturation scale-down
      screen scroll se-resize semi-condensed semi-expanded separate serif sesame show sideways sideways-left
      sideways-right slice small small-caps smaller smooth snap soft-light solid space space-around space-between
      spaces square start static step-end step-start sticky stretch strict stroke-box style sw-resize table
      table-caption table-cell table-column table-column-group table-footer-group table-header-group table-row
      table-row-group text thick thin titling-caps to top triangle ultra-condensed ultra-expanded under underline
      unicase unset upper-alpha upper-latin upper-roman uppercase upright use-glyph-orientation vertical
      vertical-text view-box visible w-resize wait wavy weight weight\x20style wrap wrap-reverse x-large x-small
      xx-large xx-small zoom-in zoom-out
      above aural behind bidi-override center-left center-right cjk-ideographic continuous crop cross embed
      far-left far-right fast faster hebrew high higher hiragana hiragana-iroha katakana katakana-iroha landscape
      left-side leftwards level loud low lower message-box middle mix narrower once portrait pre pre-line pre-wrap
      right-side rightwards silent slow slower small-caption soft spell-out status-bar super text-bottom text-top
      wider x-fast x-high x-loud x-low x-soft yes
      aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown
      burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan
      darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred
      darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink
      deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold
      goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush
      lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey
      lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow
      lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen
      mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin
      navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise
      palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue
      saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey snow
      springgreen steelblue tan teal thistle tomato transparent turquoise violet wheat white whitesmoke yellow
      yellowgreen
    words vendor
      -webkit- -khtml- prince- -atsc- -moz- -rim- -wap- -ms- -xv- mso- -ah- -hp- -ro- -tc- -o-
    words unit
      vmin grad vmax turn dppx dpcm kHz dpi rad rem deg vw vh ch px mm cm in pt pc Hz ex em ms q s
    let double "(?:\\[\\"]|[^"\\]|\\(?![\\"]))*+"
    let single '(?:\\[\\']|[^'\\]|\\(?![\\']))*+'

    state root
      use basics

    state basics
      t          -         \s+
      c          -         /\*[\s\S]*?\*/
      p          content   \{
      p,nd       -         (:{1,2})([\w-]+)
      p,nc       -         (\.)([\w-]+)
      p,nn       -         (#)([\w-]+)
      p,k        at-rule   (@)([\w-]+)
      nt         -         [\w-]+
      o          -         [~^*!%&$\[\]()<>|+=@:;,./?-]
      s2         -         {{double}}
      s1         -         {{single}}

    state at-rule
      p          at-content  \{
      p          ^         ;
      use basics

    state at-content
      use basics
      p          ^2        \}

    state content
      t          -         \s+
      p          ^         \}
      p          -         ;
      cp         -         ^@.*?$
      kp         -         {{vendor}}
      k,t,p      value     ({{property}})(\s*)(:)
      nv,t,p     value     (--[a-zA-Z_][\w-]*)(\s*)(:)
      n,t,p      value     ([a-zA-Z_][\w-]*)(\s*)(:)
      c          -         /\*[\s\S]*?\*/

    state common
      t          -         \s+
      kp         -         {{vendor}}
      nb,p,s2,p  -         (url)(\()(".*?")(\))
      nb,p,s1,p  -         (url)(\()('.*?')(\))
      nb,p,sx,p  -         (url)(\()(.*?)(\))
      nb,p       arguments  ({{function}})(\()
      nf,p       arguments  ([a-zA-Z_][\w-]+)(\()
      kc         -         {{value}}\b

    state numbers
      mh         -         #[a-zA-Z0-9]{1,6}
      mf         unit      [-+]?\d*\.\d+
      mi         unit      [-+]?\d+

    state unit
      kt         -         {{unit}}\b
      kt         -         %
      .          ^

    state value
      use common
      k          -         {{property-in-value}}\b
      cp         -         !important
      c          -         /\*[\s\S]*?\*/
      use numbers
      o          -         [~^*!%&<>|+=@:./?-]+
      p          -         [\[\](),]+
      s2         -         {{double}}
      s1         -         {{single}}
      n          -         [a-zA-Z_][\w-]*
      p          ^         ;
      p          ^2        \}

    state arguments
      use argument
      p          parenthesis  \(
      p          ^         \)

    state parenthesis
      use argument
      p          =         \(
      p          ^         \)

    state argument
      use common
      c          -         /\*[\s\S]*?\*/
      use numbers
      o          -         [*+/-]
      p          -         ,
      s2         -         {{double}}
      s1         -         {{single}}
      n          -         [a-zA-Z_-]\w*
    """#
