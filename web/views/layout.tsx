/** The frame of every page: head, masthead, footer. */
import type { Child, FC } from 'hono/jsx'
import { href, translated, type Ui } from '../ui.ts'
import { SearchForm } from './search-form.tsx'

/** What a page says about itself in its head. */
export interface Head {
  readonly title: string
  readonly description?: string
  /** Path and query of the one address of this content; pages without it are not for search engines. */
  readonly canonical?: string
  /** Another view of what stands at the canonical address: not for search engines either. */
  readonly isVariant?: boolean
  readonly meta?: readonly (readonly [name: string, content: string])[]
}

interface Props {
  readonly ui: Ui
  readonly head: Head
  readonly parameters?: URLSearchParams
  /** Whether the masthead holds the search box: all pages but the first. */
  readonly search?: boolean
  readonly page: string
  readonly children: Child
}

const alternates = ['en', 'es'] as const

const Addresses: FC<{ ui: Ui; canonical: string }> = ({ ui, canonical }) => (
  <>
    <link rel="canonical" href={ui.origin + canonical} />
    {alternates.map((language) => (
      <link
        rel="alternate"
        hreflang={language}
        href={`${ui.origin}${canonical}${canonical.includes('?') ? '&' : '?'}hl=${language}`}
      />
    ))}
    <link rel="alternate" hreflang="x-default" href={ui.origin + canonical} />
    <meta property="og:url" content={ui.origin + canonical} />
  </>
)

const HeadTags: FC<{ ui: Ui; head: Head }> = ({ ui, head }) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{head.title === 'Pasaje' ? 'Pasaje' : `${head.title} · Pasaje`}</title>
    <meta name="description" content={head.description ?? ui.t.tagline} />
    <meta name="color-scheme" content="light dark" />
    <meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content="#17181b" media="(prefers-color-scheme: dark)" />
    {(head.canonical === undefined || head.isVariant) && (
      <meta name="robots" content="noindex, follow" />
    )}
    {head.canonical !== undefined && <Addresses ui={ui} canonical={head.canonical} />}
    <meta property="og:site_name" content="Pasaje" />
    <meta property="og:type" content="article" />
    <meta property="og:title" content={head.title} />
    <meta property="og:description" content={head.description ?? ui.t.tagline} />
    <meta name="twitter:card" content="summary" />
    {(head.meta ?? []).map(([name, content]) => (
      <meta name={name} content={content} />
    ))}
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link
      rel="search"
      type="application/opensearchdescription+xml"
      title="Pasaje"
      href="/opensearch.xml"
    />
    <link rel="stylesheet" href={ui.assets.css} />
    <script type="module" src={ui.assets.js}></script>
  </head>
)

const pages = [
  { key: 'trends', path: '/trends', name: 'navTrends' },
  { key: 'quotes', path: '/quotes', name: 'navQuotes' },
  { key: 'collection', path: '/collection', name: 'navCollection' },
  { key: 'help', path: '/help', name: 'navHelp' },
  { key: 'about', path: '/about', name: 'navAbout' },
] as const

const Masthead: FC<Omit<Props, 'head' | 'children'>> = ({
  ui,
  parameters,
  search = true,
  page,
}) => {
  const other = ui.locale === 'en' ? 'es' : 'en'
  return (
    <header class="masthead">
      <a class="brand" href={href(ui, '/')}>
        <span class="brand-mark" aria-hidden="true">
          ¶
        </span>
        Pasaje
      </a>
      {search && <SearchForm ui={ui} parameters={parameters ?? new URLSearchParams()} />}
      <nav class="pages" aria-label={ui.t.menu}>
        {pages.map(({ key, path, name }) => (
          <a
            href={href(ui, path)}
            {...(key === 'help' ? { 'data-help': true } : {})}
            {...(page === key ? { 'aria-current': 'page' as const } : {})}
          >
            {ui.t[name]}
            {key === 'collection' && <span class="basket-count" data-basket-count hidden></span>}
          </a>
        ))}
        <a
          class="language"
          href={translated(ui, other)}
          hreflang={other}
          lang={other}
          rel="alternate"
        >
          {ui.t.otherLanguage}
        </a>
      </nav>
    </header>
  )
}

export const Layout: FC<Props> = ({ ui, head, parameters, search = true, page, children }) => (
  <html lang={ui.locale}>
    <HeadTags ui={ui} head={head} />
    <body
      class={`page-${page}`}
      data-copied={ui.t.copied}
      data-copy-failed={ui.t.copyFailed}
      data-suggestions={ui.t.suggestions}
      data-section={ui.t.facets.section}
      data-collection={ui.t.navCollection}
      data-previous-match={ui.t.previousMatch}
      data-next-match={ui.t.nextMatch}
    >
      <a class="skip" href="#main">
        {ui.t.skip}
      </a>
      <Masthead ui={ui} page={page} search={search} {...(parameters ? { parameters } : {})} />
      <main id="main" tabindex={-1}>
        {children}
      </main>
      <p class="unseen" role="status" id="announcer"></p>
      <footer class="colophon">
        <p>
          <a href={href(ui, '/about')}>{ui.t.corpusVersion(ui.corpus.version)}</a>.{' '}
          {ui.t.versionWhy}
        </p>
        <p>
          {ui.t.passages(ui.corpus.passages)} · {ui.t.documents(ui.corpus.documents)}
        </p>
      </footer>
    </body>
  </html>
)
