/** Dragging over the bars chooses a range of years. A click without a drag stays a click on a bar. */
import { show } from './live-search.ts'

interface Drag {
  readonly svg: SVGSVGElement
  readonly first: number
  readonly last: number
  readonly from: number
}

/** The year under a point of the drawing. */
function yearAt(
  svg: SVGSVGElement,
  x: number,
  { first, last }: { first: number; last: number },
): number {
  const box = svg.getBoundingClientRect()
  const share = Math.min(0.9999, Math.max(0, (x - box.left) / box.width))
  return first + Math.floor(share * (last - first + 1))
}

function paint({ svg, first, last, from }: Drag, to: number): void {
  const step = svg.viewBox.baseVal.width / (last - first + 1)
  const brush = svg.querySelector('.brush')!
  brush.setAttribute('x', String((Math.min(from, to) - first) * step))
  brush.setAttribute('width', String((Math.abs(to - from) + 1) * step))
}

export function setUpHistogram(): void {
  let drag: Drag | undefined
  let justDragged = false
  document.addEventListener('pointerdown', (event) => {
    const figure = (event.target as Element).closest<HTMLElement>('[data-histogram]')
    const svg = figure?.querySelector('svg')
    if (!figure || !svg || event.button !== 0) return
    const years = { first: Number(figure.dataset['first']), last: Number(figure.dataset['last']) }
    justDragged = false
    drag = { svg, ...years, from: yearAt(svg, event.clientX, years) }
    event.preventDefault()
  })
  document.addEventListener('pointermove', (event) => {
    if (drag) paint(drag, yearAt(drag.svg, event.clientX, drag))
  })
  document.addEventListener('pointerup', (event) => {
    if (!drag) return
    const to = yearAt(drag.svg, event.clientX, drag)
    const [low, high] = [Math.min(drag.from, to), Math.max(drag.from, to)]
    const isDrag = low !== high
    drag.svg.querySelector('.brush')!.setAttribute('width', '0')
    drag = undefined
    if (!isDrag) return
    justDragged = true
    const query = new URLSearchParams(location.search)
    for (const name of ['year', 'page', 'all']) query.delete(name)
    query.set('year_min', String(low))
    query.set('year_max', String(high))
    void show(`/?${query}`, 'push')
  })
  // The click that ends a drag is not a click on the bar beneath.
  document.addEventListener(
    'click',
    (event) => {
      if (justDragged && (event.target as Element).closest('[data-histogram]')) {
        event.preventDefault()
        event.stopPropagation()
      }
      justDragged = false
    },
    { capture: true },
  )
}
