/** Buttons and links that copy: an address, a citation, a quotation with its citation. */
import { announce } from './announcer.ts'

/** Copies a text that may still be on its way. Older and insecure contexts have only the selection to copy from. */
async function copy(text: Promise<string>): Promise<void> {
  if (navigator.clipboard && 'ClipboardItem' in window) {
    const blob = text.then((plain) => new Blob([plain], { type: 'text/plain' }))
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
    return
  }
  const area = document.createElement('textarea')
  area.value = await text
  document.body.append(area)
  area.select()
  const isDone = document.execCommand('copy')
  area.remove()
  if (!isDone) throw new Error('not copied')
}

/** The quotation with its citation, as the API gives it. */
async function citationOf(id: string): Promise<string> {
  const response = await fetch(`/api/v1/passages/${id}`)
  if (!response.ok) throw new Error(String(response.status))
  const { quotation } = (await response.json()) as { quotation: string }
  return quotation
}

function textFor(element: HTMLElement): Promise<string> | null {
  const { copyLink, cite, copy: wanted } = element.dataset
  if (copyLink !== undefined) return Promise.resolve((element as HTMLAnchorElement).href)
  if (cite !== undefined) return citationOf(cite)
  if (wanted === undefined) return null
  return Promise.resolve(document.getElementById(wanted)?.textContent?.trim() ?? '')
}

function confirm(element: HTMLElement, message: string): void {
  const name = element.textContent ?? ''
  element.style.minWidth = `${element.getBoundingClientRect().width}px`
  element.textContent = message
  announce(message)
  setTimeout(() => (element.textContent = name), 1600)
}

export function setUpCopying(): void {
  document.addEventListener('click', (event) => {
    const element = (event.target as Element).closest<HTMLElement>(
      '[data-copy-link], [data-cite], [data-copy]',
    )
    if (!element || event.metaKey || event.ctrlKey || event.shiftKey) return
    const text = textFor(element)
    if (text === null) return
    event.preventDefault()
    const { copied = '', copyFailed = '' } = document.body.dataset
    copy(text).then(
      () => confirm(element, copied),
      () => {
        // A citation that cannot be copied can still be read on the passage's page.
        if (element instanceof HTMLAnchorElement) location.assign(element.href)
        else confirm(element, copyFailed)
      },
    )
  })
}
