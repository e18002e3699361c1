/** A page's title without the name of its site: `Report on Peru | Organisation` is called `Report on Peru`. */

export interface SplitTitle {
  readonly title: string
  /** What was taken off; empty where nothing was. */
  readonly site: string
}

/** Only sites part a title so; a dash may belong to it. */
const bar = /\s+(?:[|»«·•]|::)\s+/u
const dash = /\s+[-–—]\s+/u

/**
 * Parts a title. Of what bars divide, the part that the page's heading repeats is the title, or else the first. What follows the last
 * dash is the site's name only where the page's head or its furniture says so, or where the heading is all the rest, for it
 * may be a country's.
 */
export function splitTitle(
  page: { readonly title: string; readonly site: string },
  heading: string | null,
  furniture: readonly string[],
): SplitTitle {
  const parts = page.title.split(bar)
  const own = heading === null ? -1 : parts.findIndex((part) => part.includes(heading))
  const kept = own < 0 ? firstWorded(parts) : own
  const site = parts.filter((_, i) => i !== kept)
  const title = parts[kept] ?? page.title
  const pieces = title.split(dash)
  const last = pieces.at(-1)!
  const rest = title.slice(0, title.length - last.length).replace(/\s+[-–—]\s+$/u, '')
  const isSite =
    [page.site, ...furniture].some((name) => sameWords(name, last)) ||
    (heading !== null && rest === heading && heading.includes(' ') && !/\d/.test(last))
  return pieces.length < 2 || !isSite
    ? { title, site: site.join(' | ') }
    : { title: rest, site: [...site, last].join(' | ') }
}

/** `Home | Report` and `1 | Report` open with too little to be a title. */
const firstWorded = (parts: readonly string[]) =>
  Math.max(
    0,
    parts.findIndex((part) => (part.match(/\p{L}/gu)?.length ?? 0) >= 6),
  )

const sameWords = (a: string, b: string) =>
  a.trim().toLowerCase() === b.trim().toLowerCase() && a.trim() !== ''
