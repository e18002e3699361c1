/** Suggestions under the search box, as an ARIA combobox with a list. */

interface Suggestion {
  readonly text: string
  readonly label: string
  readonly kind: string
  readonly count: number
}

interface Answer {
  readonly details: readonly Suggestion[]
}

const waitMs = 120

export function setUpSuggestions(): void {
  const input = document.getElementById('q') as HTMLInputElement | null
  const box = input?.closest<HTMLElement>('.search-box')
  if (!input || !box) return
  const list = document.createElement('ul')
  list.id = 'suggestions'
  list.className = 'suggestions'
  list.role = 'listbox'
  list.hidden = true
  list.setAttribute('aria-label', document.body.dataset['suggestions'] ?? '')
  box.append(list)
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-controls', list.id],
    ['aria-expanded', 'false'],
  ] as const) {
    input.setAttribute(name, value)
  }
  connect(input, list)
}

/** The search as it stands, so that each suggestion counts what choosing it gives. */
function addressOf(input: HTMLInputElement): string {
  const query = new URLSearchParams()
  for (const [name, value] of input.form ? new FormData(input.form) : []) {
    if (typeof value === 'string' && value !== '') query.append(name, value)
  }
  return `/api/v1/suggest?${query}`
}

function optionOf({ text, label, kind, count }: Suggestion, at: number): HTMLElement {
  const option = document.createElement('li')
  option.role = 'option'
  option.id = `suggestion-${at}`
  option.dataset['text'] = text
  option.setAttribute('aria-selected', 'false')
  const name = document.createElement('span')
  name.textContent = kind === 'section' ? `${document.body.dataset['section']}: ${label}` : label
  const found = document.createElement('span')
  found.className = 'count'
  found.textContent = count.toLocaleString(document.documentElement.lang)
  option.append(name, ' ', found)
  return option
}

function connect(input: HTMLInputElement, list: HTMLElement): void {
  let timer: number | undefined
  let running: AbortController | undefined
  let chosen = -1

  const close = () => {
    list.hidden = true
    chosen = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const choose = (next: number) => {
    const options = [...list.children]
    chosen = (next + options.length + 1) % (options.length + 1)
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === chosen)))
    if (chosen < options.length) input.setAttribute('aria-activedescendant', options[chosen]!.id)
    else input.removeAttribute('aria-activedescendant')
  }
  const accept = (option: Element) => {
    input.value = (option as HTMLElement).dataset['text'] ?? ''
    close()
    input.form?.requestSubmit()
  }
  const fill = (suggestions: readonly Suggestion[]) => {
    list.replaceChildren(...suggestions.map(optionOf))
    list.hidden = suggestions.length === 0
    chosen = suggestions.length
    input.setAttribute('aria-expanded', String(!list.hidden))
  }
  const ask = async () => {
    running?.abort()
    running = new AbortController()
    try {
      const response = await fetch(addressOf(input), { signal: running.signal })
      if (!response.ok || document.activeElement !== input) return
      fill(((await response.json()) as Answer).details)
    } catch {
      close()
    }
  }
  // The corpus is read for suggestions when they are first asked for: better before the first letter than after it.
  input.addEventListener('focus', () => void fetch('/api/v1/suggest').catch(() => undefined), {
    once: true,
  })
  input.addEventListener('input', () => {
    clearTimeout(timer)
    if (input.value.trim().length < 2) close()
    else timer = setTimeout(() => void ask(), waitMs)
  })
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return
    if (event.key === 'ArrowDown') choose(chosen + 1)
    else if (event.key === 'ArrowUp') choose(chosen - 1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && list.children[chosen]) accept(list.children[chosen]!)
    else {
      if (event.key === 'Enter') close()
      return
    }
    event.preventDefault()
    event.stopPropagation()
  })
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    const option = (event.target as Element).closest('li')
    if (option) accept(option)
  })
  input.addEventListener('blur', close)
  input.form?.addEventListener('submit', () => {
    clearTimeout(timer)
    running?.abort()
    close()
  })
}
