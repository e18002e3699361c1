/** The same blocks as different printers, converters and text exports set them: what a reader of print must see through. */

/** A block whose kind and words are known. */
export interface KnownBlock {
  readonly kind: 'heading' | 'paragraph' | 'item'
  readonly text: string
}

export interface Printing {
  readonly name: string
  print(blocks: readonly KnownBlock[]): string
}

/** Breaks words over lines of at most `width` characters, after hyphens too; `hyphenate` also inside long words. */
function wrap(text: string, width: number, { first = '', hyphenate = false } = {}): string[] {
  const lines: string[] = []
  let line = first
  const room = () => width - line.length - (line.trim() === '' ? 0 : 1)
  const add = (word: string) => {
    line = line.trim() === '' ? line + word : `${line} ${word}`
  }
  for (const word of text.split(' ')) {
    if (word.length > room()) {
      const cut = breakOf(word, room(), hyphenate)
      if (cut > 0) add(word[cut - 1] === '-' ? word.slice(0, cut) : `${word.slice(0, cut)}-`)
      lines.push(line)
      line = word.slice(cut)
    } else add(word)
  }
  return [...lines, line]
}

/** Where a word may be cut to fill `room`: after its own hyphen, or, hyphenating, before a consonant and a vowel. */
function breakOf(word: string, room: number, hyphenate: boolean): number {
  const own = word.lastIndexOf('-', room - 1) + 1
  if (own > 1 && own < word.length) return own
  if (!hyphenate || !/^\p{L}{6,}[.,;]?$/u.test(word)) return 0
  for (let cut = Math.min(room - 1, word.length - 3); cut >= 3; cut--)
    if (/^[bcdfgjklmnprstvz][aeiouáéíóú]/.test(word.slice(cut)) && /[aeiou]/.test(word[cut - 1]!))
      return cut
  return 0
}

const listed = ({ kind, text }: KnownBlock) => (kind === 'item' ? `• ${text}` : text)

/** Lines of all blocks; `between` empty lines between blocks. */
function linesOf(
  blocks: readonly KnownBlock[],
  width: number,
  between: number,
  options: { first?: string; hyphenate?: boolean } = {},
): string[] {
  return blocks.flatMap((block) => {
    const { first = '', ...rest } = options
    const own = block.kind === 'paragraph' ? { ...rest, first } : rest
    return [...wrap(listed(block), width, own), ...Array<string>(between).fill('')]
  })
}

const wrapped =
  (width: number, between: number, options = {}) =>
  (blocks: readonly KnownBlock[]) =>
    linesOf(blocks, width, between, options).join('\n')

/** Pages of so many lines, each with what `edges` prints above and below; a page's last line may be inside a sentence. */
function paged(
  lines: readonly string[],
  edges: (page: number, pages: number) => { above?: readonly string[]; below?: readonly string[] },
  mark = '',
): string {
  const height = 46
  const pages = Math.ceil(lines.length / height)
  return Array.from({ length: pages }, (_, index) => {
    const { above = [], below = [] } = edges(index + 1, pages)
    return [...above, ...lines.slice(index * height, (index + 1) * height), ...below].join('\n')
  }).join(`\n${mark}`)
}

function twoColumns(blocks: readonly KnownBlock[]): string {
  const width = 44
  const lines = linesOf(blocks, width, 1)
  const height = 50
  const pages: string[] = []
  for (let start = 0; start < lines.length; start += height * 2) {
    const left = lines.slice(start, start + height)
    const right = lines.slice(start + height, start + height * 2)
    pages.push(
      left.map((line, row) => `${line.padEnd(width + 5)}${right[row] ?? ''}`.trimEnd()).join('\n'),
    )
  }
  return pages.join('\n\f')
}

export const printings: readonly Printing[] = [
  { name: 'a block a line', print: (blocks) => blocks.map(listed).join('\n') },
  {
    name: 'a block a line, blank lines, CRLF',
    print: (blocks) => blocks.map(listed).join('\r\n\r\n'),
  },
  { name: 'wrapped at 64, blank lines', print: wrapped(64, 1) },
  { name: 'wrapped at 110, two blank lines', print: wrapped(110, 2) },
  { name: 'wrapped at 80, no blank lines', print: wrapped(80, 0) },
  {
    name: 'wrapped at 72, blank lines everywhere',
    print: (blocks) => linesOf(blocks, 72, 0).join('\n\n'),
  },
  { name: 'wrapped at 60, hyphenated', print: wrapped(60, 1, { hyphenate: true }) },
  { name: 'wrapped at 78, first lines indented', print: wrapped(78, 0, { first: '    ' }) },
  {
    name: 'trailing spaces end paragraphs',
    print: (blocks) => blocks.map((block) => wrap(listed(block), 90).join(' \n')).join('  \n'),
  },
  {
    name: 'pages with form feeds, head and number',
    print: (blocks) =>
      paged(
        linesOf(blocks, 76, 1),
        (page) => ({ above: ['Report of the Commission', ''], below: ['', `- ${page} -`] }),
        '\f',
      ),
  },
  {
    name: 'pages told by “Page 3 of 9” alone',
    print: (blocks) =>
      paged(linesOf(blocks, 76, 1), (page, pages) => ({
        below: ['', `Page ${page} of ${pages}`, ''],
      })),
  },
  {
    name: 'pages with heads that alternate',
    print: (blocks) =>
      paged(
        linesOf(blocks, 76, 0),
        (page) => ({
          above:
            page % 2 === 0
              ? ['CCPR/C/XYZ/CO/5', `página ${page}`]
              : [`${page}   Informe de la Comisión`],
        }),
        '\f',
      ),
  },
  {
    name: 'pages told by bare numbers',
    print: (blocks) => paged(linesOf(blocks, 84, 1), (page) => ({ below: ['', `${page}`, ''] })),
  },
  { name: 'two columns side by side', print: twoColumns },
]
