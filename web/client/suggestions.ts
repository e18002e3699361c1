/** Suggestions under the search box, as an ARIA combobox with a list. */

interface Answer {
  readonly suggestions: readonly string[]
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
    input.value = option.textContent ?? ''
    close()
    input.form?.requestSubmit()
  }
  const fill = (suggestions: readonly string[]) => {
    list.replaceChildren(
      ...suggestions.slice(0, 6).map((text, i) => {
        const option = document.createElement('li')
        option.role = 'option'
        option.id = `suggestion-${i}`
        option.textContent = text
        option.setAttribute('aria-selected', 'false')
        return option
      }),
    )
    list.hidden = suggestions.length === 0
    chosen = suggestions.length
    input.setAttribute('aria-expanded', String(!list.hidden))
  }
  const ask = async () => {
    running?.abort()
    running = new AbortController()
    const address = `/api/v1/suggest?q=${encodeURIComponent(input.value)}`
    try {
      const response = await fetch(address, { signal: running.signal })
      if (!response.ok || document.activeElement !== input) return
      const { suggestions } = (await response.json()) as Answer
      fill(suggestions)
    } catch {
      close()
    }
  }
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
