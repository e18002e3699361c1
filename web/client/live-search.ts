/** Search without loading pages: the same address is fetched and its results put in place. The address stays the state. */
import { announce } from './announcer.ts'

const typingMs = 200
const slowMs = 400
/** Told after results were put in place: what hangs on elements of the list must be hung anew. */
export const resultsChanged = 'pasaje:results'

type Step = 'push' | 'replace' | 'none'
interface State {
  readonly y?: number
}

let running: AbortController | undefined

const results = () => document.getElementById('results')
const form = () => document.getElementById('search') as HTMLFormElement | null

/** The address that the form would lead to, without empty fields and defaults that a plain form would send. */
function formAddress(): string {
  const action = form()!
  const parameters = new URLSearchParams()
  for (const [name, value] of new FormData(action)) {
    if (typeof value === 'string' && value !== '') parameters.append(name, value)
  }
  for (const [name, value] of [
    ['sort', 'relevance'],
    ['per_page', '20'],
  ] as const) {
    if (parameters.get(name) === value) parameters.delete(name)
  }
  if (parameters.size === 0) parameters.set('all', '1')
  return `/?${parameters}`
}

async function fetchPage(address: string): Promise<Document | null> {
  running?.abort()
  running = new AbortController()
  const slow = setTimeout(() => results()?.setAttribute('aria-busy', 'true'), slowMs)
  try {
    const response = await fetch(address, { signal: running.signal })
    return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : null
  } finally {
    clearTimeout(slow)
  }
}

/** Puts the parts of another page that a search changes into this one. */
function take(page: Document): boolean {
  const [old, fresh] = [results(), page.getElementById('results')]
  if (!old || !fresh) return false
  const focused = document.activeElement?.id
  const sheet = document.getElementById('filters')
  const isSheetOpen = sheet?.matches(':popover-open') ?? false
  old.replaceWith(document.adoptNode(fresh))
  document.title = page.title
  swapAll(page, '#search input[type=hidden]', form()!)
  const [nav, freshNav] = [document.querySelector('nav.pages'), page.querySelector('nav.pages')]
  if (nav && freshNav) nav.replaceWith(document.adoptNode(freshNav))
  if (isSheetOpen) document.getElementById('filters')?.showPopover()
  if (focused && focused !== 'q') document.getElementById(focused)?.focus({ preventScroll: true })
  announce(results()?.dataset['announce'] ?? '')
  document.dispatchEvent(new Event(resultsChanged))
  return true
}

/** Replaces all that match in this page by all that match in the other. */
function swapAll(page: Document, selector: string, parent: Element): void {
  for (const element of document.querySelectorAll(selector)) element.remove()
  for (const element of page.querySelectorAll(selector)) parent.append(document.adoptNode(element))
}

/** Shows what is at an address of the search; loads the page as usual where that fails. */
export async function show(address: string, step: Step, scroll?: number): Promise<void> {
  try {
    const page = await fetchPage(address)
    if (!page || !take(page)) {
      location.assign(address)
      return
    }
  } catch (error) {
    if ((error as Error).name !== 'AbortError') location.assign(address)
    return
  }
  if (step === 'push') history.pushState({}, '', address)
  if (step === 'replace') history.replaceState(history.state, '', address)
  if (scroll !== undefined) scrollTo({ top: scroll, behavior: 'instant' })
}

function onTyping(input: HTMLInputElement): void {
  let timer: number | undefined
  let isFresh = true
  input.addEventListener('input', (event) => {
    if ((event as InputEvent).isComposing || !results()) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      void show(formAddress(), isFresh ? 'push' : 'replace')
      isFresh = false
    }, typingMs)
  })
  // Each visit to the box is one step back in the history, however many letters it took.
  input.addEventListener('blur', () => (isFresh = true))
  form()!.addEventListener('submit', (event) => {
    if (!results()) return
    event.preventDefault()
    clearTimeout(timer)
    void show(formAddress(), isFresh ? 'push' : 'replace', 0)
    isFresh = true
  })
}

/** Links of the search within the results: filters, pages, suggestions. */
function onClick(event: MouseEvent): void {
  const link = (event.target as Element).closest('#results a[href]')
  const isPlain =
    event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
  // The bars of the chart are links of SVG, which have no address of their own to ask for.
  const address = new URL(link?.getAttribute('href') ?? '', location.href)
  if (!link || !isPlain || address.origin !== location.origin || address.pathname !== '/') return
  event.preventDefault()
  const isPager = link.closest('.pager') !== null
  void show(address.pathname + address.search, 'push', isPager ? 0 : undefined).then(() => {
    if (isPager) document.querySelector<HTMLElement>('.card-title')?.focus({ preventScroll: true })
    const box = document.getElementById('q') as HTMLInputElement | null
    const q = new URLSearchParams(location.search).get('q') ?? ''
    if (box && box !== document.activeElement) box.value = q
  })
}

/** Remembers how far a list was read, so that "back" leads to the same place. */
function rememberPlace(): void {
  let timer: number | undefined
  addEventListener(
    'scroll',
    () => {
      clearTimeout(timer)
      timer = setTimeout(() => history.replaceState({ ...history.state, y: scrollY }, ''), 150)
    },
    { passive: true },
  )
  addEventListener('popstate', (event) => {
    if (!results() || location.pathname !== '/') return
    const q = document.getElementById('q') as HTMLInputElement | null
    if (q) q.value = new URLSearchParams(location.search).get('q') ?? ''
    void show(location.pathname + location.search, 'none', (event.state as State | null)?.y ?? 0)
  })
}

/** Looking for a value within a long facet: only that facet's list is put in place. */
function onFindWithin(event: Event): void {
  const box = event.target as HTMLInputElement
  const finder = box.closest<HTMLFormElement>('form[data-find-within]')
  const section = finder?.closest('section')
  if (!finder || !section) return
  const address = `/?${new URLSearchParams(new FormData(finder) as unknown as Record<string, string>)}`
  void fetchPage(address).then(
    (page) => {
      const fresh = page?.querySelector(
        `section[aria-labelledby="${section.getAttribute('aria-labelledby')}"]`,
      )
      for (const part of section.querySelectorAll('.values, .more')) part.remove()
      if (fresh) section.append(...fresh.querySelectorAll(':scope > .values, :scope > .more'))
    },
    () => undefined,
  )
}

export function setUpLiveSearch(): void {
  const input = document.getElementById('q') as HTMLInputElement | null
  if (!input || !form()) return
  onTyping(input)
  document.addEventListener('click', onClick)
  document.addEventListener('input', onFindWithin)
  document.addEventListener('change', (event) => {
    if ((event.target as Element).matches('[data-submit]')) void show(formAddress(), 'push')
  })
  document.addEventListener('submit', (event) => {
    const target = event.target as HTMLFormElement
    if (!results() || !target.matches('.year-range, [data-find-within]')) return
    event.preventDefault()
    if (!target.matches('.year-range')) return
    const query = new URLSearchParams()
    for (const [name, value] of new FormData(target))
      if (value !== '') query.append(name, String(value))
    void show(query.size === 0 ? '/?all=1' : `/?${query}`, 'push')
  })
  rememberPlace()
}
