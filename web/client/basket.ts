/** The collection: passages a reader gathers, kept in the browser. Its page works from its address alone. */
import { announce } from './announcer.ts'
import { resultsChanged } from './live-search.ts'

interface Item {
  readonly id: string
  readonly note: string
}

const key = 'pasaje.collection'

function read(): readonly Item[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(stored)
      ? (stored as Item[]).filter((item) => typeof item.id === 'string')
      : []
  } catch {
    return []
  }
}

function write(items: readonly Item[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(items))
  } catch {
    // A browser that keeps nothing still opens what is selected on the page.
  }
  render()
}

/** The address of a collection: its passages and notes in order; `mine` where it is the one kept here. */
function addressOf(items: readonly Item[]): string {
  const query = new URLSearchParams(location.search)
  const address = new URLSearchParams({ mine: '1' })
  if (query.has('hl')) address.set('hl', query.get('hl')!)
  for (const { id, note } of items) {
    address.append('id', id)
    address.append('note', note)
  }
  return `/collection?${address}`
}

/** Shows in the masthead how many there are, and on each card whether it is among them. */
function render(): void {
  const items = read()
  const ids = new Set(items.map(({ id }) => id))
  for (const count of document.querySelectorAll<HTMLElement>('[data-basket-count]')) {
    count.hidden = items.length === 0
    count.textContent = String(items.length)
  }
  for (const box of document.querySelectorAll<HTMLInputElement>('input[form=gather]')) {
    box.checked = ids.has(box.value)
  }
}

function onChange(event: Event): void {
  const box = event.target as HTMLInputElement
  if (!box.matches('input[form=gather]')) return
  const others = read().filter(({ id }) => id !== box.value)
  write(box.checked ? [...others, { id: box.value, note: '' }] : others)
  announce(`${document.body.dataset['collection'] ?? ''}: ${read().length}`)
}

/** On its own page: what is shown is what is kept, where it is the reader's own. */
function setUpCollectionPage(): void {
  const form = document.getElementById('collection') as HTMLFormElement | null
  const query = new URLSearchParams(location.search)
  if (!location.pathname.startsWith('/collection')) return
  const shown = (): readonly Item[] => {
    const entries = new FormData(form ?? undefined)
    const notes = entries.getAll('note').map(String)
    return entries.getAll('id').map((id, i) => ({ id: String(id), note: notes[i] ?? '' }))
  }
  if (!query.has('id') && !query.has('mine') && read().length > 0)
    location.replace(addressOf(read()))
  if (query.has('mine')) write(form ? shown() : [])
  form?.addEventListener('input', () => {
    if (!query.has('mine')) return
    write(shown())
    history.replaceState(history.state, '', addressOf(shown()))
  })
  document.querySelector('[data-keep]')?.addEventListener('click', (event) => {
    event.preventDefault()
    const fresh = shown()
    const ids = new Set(fresh.map(({ id }) => id))
    write([...read().filter(({ id }) => !ids.has(id)), ...fresh])
    location.assign(addressOf(read()))
  })
}

export function setUpBasket(): void {
  document.addEventListener('change', onChange)
  document.addEventListener(resultsChanged, render)
  addEventListener('storage', render)
  addEventListener('pageshow', render)
  setUpCollectionPage()
  render()
}
