/** Tells those who do not see the page what changed, once it has stopped changing. */

const quietMs = 600
let timer: number | undefined

/** Says a sentence in the page's live region; a newer one within a moment takes its place. */
export function announce(sentence: string): void {
  const region = document.getElementById('announcer')
  if (!region) return
  clearTimeout(timer)
  timer = setTimeout(() => {
    region.textContent = sentence
  }, quietMs)
}
