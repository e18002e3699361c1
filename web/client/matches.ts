/** From match to match in a passage or a document: the link to the first becomes two buttons and a count. */

export function setUpMatches(): void {
  const line = document.querySelector<HTMLElement>('.found[data-matches]')
  const marks = [...document.querySelectorAll<HTMLElement>('main mark[id]')]
  const link = line?.querySelector('a')
  if (!line || !link || marks.length === 0) return
  let at = -1
  const place = document.createElement('span')
  place.className = 'count'
  const go = (step: number) => {
    marks[at]?.classList.remove('here')
    at = (at + step + marks.length) % marks.length
    const mark = marks[at]!
    mark.classList.add('here')
    mark.scrollIntoView({ block: 'center' })
    place.textContent = `${at + 1}/${marks.length}`
  }
  const button = (step: number, sign: string, name: string) => {
    const element = document.createElement('button')
    element.type = 'button'
    element.textContent = sign
    element.title = name
    element.setAttribute('aria-label', name)
    element.addEventListener('click', () => go(at === -1 && step < 0 ? 0 : step))
    return element
  }
  const { previousMatch = '', nextMatch = '' } = document.body.dataset
  link.replaceWith(button(-1, '↑', previousMatch), place, button(1, '↓', nextMatch))
  document.addEventListener('pasaje:match', (event) => go((event as CustomEvent<number>).detail))
}
