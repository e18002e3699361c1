/** Where the files stand that ship with the code: src/data in a checkout, dist/data once built. */

/** The URL of a shipped file, e.g. asset('sections.yaml'). */
export function asset(name: string): URL {
  return new URL(`./data/${name}`, import.meta.url)
}
