/** Marks in a document's outline the part that is being read. */

export function setUpOutline(): void {
  const links = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>('[data-outline] a')].map((link) => [
      link.hash.slice(1),
      link,
    ]),
  )
  if (links.size === 0) return
  const observer = new IntersectionObserver(
    (entries) => {
      const entered = entries.find((entry) => entry.isIntersecting)
      const id = entered?.target.getAttribute('aria-labelledby')
      if (!id) return
      for (const [name, link] of links) {
        if (name === id) link.setAttribute('aria-current', 'location')
        else link.removeAttribute('aria-current')
      }
    },
    { rootMargin: '-15% 0px -75% 0px' },
  )
  for (const part of document.querySelectorAll('.part')) observer.observe(part)
}
