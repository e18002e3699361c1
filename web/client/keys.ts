/** Keys for those who read many passages. Single letters can be turned off on the help page (WCAG 2.1.4). */

const setting = 'pasaje.keys'

const areOn = () => {
  try {
    return localStorage.getItem(setting) !== 'off'
  } catch {
    return true
  }
}

const cards = () => [...document.querySelectorAll<HTMLElement>('.card')]

/** The next or previous card becomes the current one, and its title gets the focus. */
function move(step: number): void {
  const all = cards()
  const at = all.findIndex((card) => card.classList.contains('current'))
  const next = all[Math.min(all.length - 1, Math.max(0, at + step))]
  if (!next) return
  all[at]?.classList.remove('current')
  next.classList.add('current')
  next.querySelector<HTMLElement>('.card-title')?.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
}

const currentCard = () =>
  document.querySelector('.card.current') ?? document.activeElement?.closest('.card') ?? document
const click = (selector: string) => currentCard().querySelector<HTMLElement>(selector)?.click()
const toMatch = (step: number) =>
  document.dispatchEvent(new CustomEvent('pasaje:match', { detail: step }))

const actions: Readonly<Record<string, () => void>> = {
  '/': () => (document.getElementById('q') as HTMLInputElement | null)?.select(),
  j: () => move(1),
  k: () => move(-1),
  c: () => click('[data-cite]'),
  l: () => click('[data-copy-link]'),
  x: () => click('.collect input'),
  o: () => click('.preview summary'),
  n: () => toMatch(1),
  p: () => toMatch(-1),
  '?': () => document.querySelector<HTMLAnchorElement>('nav.pages a[data-help]')?.click(),
}

function onEscape(): void {
  const box = document.getElementById('q') as HTMLInputElement | null
  if (box && document.activeElement === box) {
    if (box.value === '') box.blur()
    else {
      box.value = ''
      box.dispatchEvent(new Event('input', { bubbles: true }))
    }
    return
  }
  for (const open of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]'))
    open.open = false
}

export function setUpKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return onEscape()
    if (event.ctrlKey || event.metaKey || event.altKey || !areOn()) return
    const target = event.target as HTMLElement
    const isWriting = target.matches(
      'input:not([type=checkbox]), textarea, select, [contenteditable]',
    )
    const action = actions[event.key]
    if (isWriting || !action) return
    event.preventDefault()
    action()
  })
  const box = document.querySelector<HTMLInputElement>('[data-keys-setting]')
  if (!box) return
  box.checked = areOn()
  box.addEventListener('change', () => localStorage.setItem(setting, box.checked ? 'on' : 'off'))
}
