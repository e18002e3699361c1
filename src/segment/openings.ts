/** What the first characters of a line say it opens: a marked heading, a list item, a numbered paragraph, a footnote. */

const markdownHeading = /^(#{1,6})\s*(?=\S)/

/** The level and length of a Markdown heading mark, or null. */
export function headingMark(text: string): { level: number; length: number } | null {
  const match = text[0] === '#' ? markdownHeading.exec(text) : null
  return match === null ? null : { level: match[1]!.length, length: match[0].length }
}

/** Marks that open a list item, those of Symbol and Wingdings fonts (private use) too. */
const bullet = /^(?:[•·●○◦▪■□▫►▶➢➤✓✔❖※‣⁃\uE000-\uF8FF]|[-–—*+o»>=](?=\s))\s*/u

/** The length of the list mark a line opens with, or 0. */
export function bulletLength(text: string): number {
  return bullet.exec(text)?.[0].length ?? 0
}

const enumerator =
  /^(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[).](?:[-–—]|\s)\s*|\d{1,3}(?:\.\d{1,3})+\.?\s+|\d{1,3}\s?[º°ª]\s)(?=\S)/u

/** The length of the number or letter a line opens with (`a.`, `12)`, `1.1.2`, `(iv)`, `3º`), or 0. */
export function enumeratorLength(text: string): number {
  return enumerator.exec(text)?.[0].length ?? 0
}

const footnote = /^(?:\[\^\w{1,6}\]:|\(\^\d{1,4}\)|\^\d{1,4}\s)/

export function opensFootnote(text: string): boolean {
  return footnote.test(text)
}

/** Whether a line opens an item of a list or a numbered paragraph. */
export function opensItem(text: string): boolean {
  return bulletLength(text) > 0 || enumeratorLength(text) > 0
}
