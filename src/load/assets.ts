/** Where the files stand that ship with the code: src/data in a checkout, dist/data once built. */

const inCheckout = import.meta.url.endsWith('.ts')

/** The URL of a shipped file, e.g. asset('sections.yaml'). */
export function asset(name: string): URL {
  return new URL((inCheckout ? '../data/' : './data/') + name, import.meta.url)
}

/** The URL of a file for the browser, e.g. webFile('styles.css'): built into dist/web, wherever this code runs from. */
export function webFile(name: string): URL {
  return new URL((inCheckout ? '../../dist/web/' : './web/') + name, import.meta.url)
}
