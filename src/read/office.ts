/** Word processors' and e-book files → text and marks, by way of the HTML they come close to. */
import mammoth from 'mammoth'
import { decode } from './decode.ts'
import type { FlowBlock } from './flow.ts'
import { parseFragment } from './html.ts'
import { edgesOfDocx, edgesOfOdt, titleIn } from './office-edges.ts'
import { underTitle } from './own-title.ts'
import type { ZipArchive } from './zip.ts'

export type Office = 'docx' | 'epub' | 'odt'

/** Which of them an archive is, or null for a plain archive. */
export async function officeOf(archive: ZipArchive): Promise<Office | null> {
  const names = new Set(archive.members.map((member) => member.name))
  if (names.has('word/document.xml')) return 'docx'
  if (names.has('META-INF/container.xml')) return 'epub'
  const type = names.has('mimetype') ? await archive.read('mimetype') : null
  return type?.toString('latin1').includes('opendocument.text') ? 'odt' : null
}

/** Reads one. Throws an Error that says why where it is damaged. */
export async function parseOffice(
  kind: Office,
  archive: ZipArchive,
  bytes: Uint8Array,
): Promise<readonly FlowBlock[]> {
  if (kind === 'docx') return parseDocx(archive, bytes)
  return kind === 'epub' ? parseEpub(archive) : parseOdt(archive)
}

/** Headings by style, Spanish and English names; mammoth knows the numbered English ones itself. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Título'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Subtítulo'] => h2:fresh",
  ...[1, 2, 3, 4, 5, 6].map((n) => `p[style-name='Título ${n}'] => h${n}:fresh`),
]

async function parseDocx(archive: ZipArchive, bytes: Uint8Array): Promise<readonly FlowBlock[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const noImage = mammoth.images.imgElement(async () => ({ src: '' }))
  const { value } = await mammoth.convertToHtml(
    { buffer },
    { styleMap: STYLES, convertImage: noImage, externalFileAccess: false },
  )
  // A note ends with an arrow that leads back to its call.
  const blocks = parseFragment(value.replace(/<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g, ''))
  const names = archive.members.map(({ name }) => name)
  const edges = names.filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name))
  return [
    ...underTitle(titleIn(await textIfAny(archive, 'docProps/core.xml')), blocks),
    ...edgesOfDocx(await Promise.all(edges.map((name) => textOf(archive, name)))),
  ]
}

async function textOf(archive: ZipArchive, name: string): Promise<string> {
  const bytes = await archive.read(name)
  if (!bytes) throw new Error(`${name} is missing from the file`)
  return decode(bytes)?.text ?? ''
}

async function textIfAny(archive: ZipArchive, name: string): Promise<string> {
  return archive.members.some((member) => member.name === name) ? textOf(archive, name) : ''
}

async function parseEpub(archive: ZipArchive): Promise<readonly FlowBlock[]> {
  const container = await textOf(archive, 'META-INF/container.xml')
  const packagePath = attribute(container.match(/<rootfile\b[^>]*>/)?.[0], 'full-path')
  if (packagePath === null) throw new Error('the book does not name its contents')
  const contents = await textOf(archive, packagePath)
  const base = packagePath.includes('/') ? packagePath.replace(/[^/]*$/, '') : ''
  const files = new Map<string, string>()
  for (const [item] of contents.matchAll(/<(?:\w+:)?item\b[^>]*>/g))
    if (isPage(item)) files.set(attribute(item, 'id') ?? '', attribute(item, 'href') ?? '')
  const blocks: FlowBlock[] = [{ kind: 'title', text: titleIn(contents) }]
  for (const [reference] of contents.matchAll(/<(?:\w+:)?itemref\b[^>]*>/g)) {
    const href = files.get(attribute(reference, 'idref') ?? '')
    if (href === undefined) continue
    blocks.push(...parseFragment(await textOf(archive, decodeURIComponent(base + href))))
  }
  return blocks
}

/** A page of a book, by what the book says it is or by its name. */
const isPage = (item: string) =>
  /html/i.test(attribute(item, 'media-type') ?? '') ||
  /\.x?html?$/i.test(attribute(item, 'href') ?? '')

function attribute(tag: string | undefined, name: string): string | null {
  return new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(tag ?? '')?.[1] ?? null
}

/** OpenDocument's elements under the names HTML has for the same things; notes after the text they stand in. */
async function parseOdt(archive: ZipArchive): Promise<readonly FlowBlock[]> {
  const xml = await textOf(archive, 'content.xml')
  const notes: string[] = []
  const html = xml
    .replace(/<text:note\b[^>]*>([\s\S]*?)<\/text:note>/g, (_, note: string) => {
      const call = /<text:note-citation[^>]*>([^<]*)/.exec(note)?.[1] ?? '*'
      notes.push(note.replace(/^[\s\S]*?<\/text:note-citation>/, `${call} `))
      return `<sup>${call}</sup>`
    })
    .concat('<div role="doc-footnote">', ...notes.map((note) => `<div>${note}</div>`), '</div>')
  const meta = await textIfAny(archive, 'meta.xml')
  const styles = await textIfAny(archive, 'styles.xml')
  return [
    ...underTitle(titleIn(meta), parseFragment(toHtmlNames(html))),
    ...edgesOfOdt(toHtmlNames(styles)),
  ]
}

function toHtmlNames(xml: string): string {
  return xml
    .replace(/<text:h\b([^>]*)>/g, (_, attributes: string) => {
      const level = attribute(`<x ${attributes}`, 'text:outline-level') ?? '2'
      return `<div role="heading" aria-level="${level}">`
    })
    .replaceAll('</text:h>', '</div>')
    .replace(/<(\/?)text:p\b[^>]*?(\/?)>/g, (_, end, empty) => (empty ? '' : `<${end}p>`))
    .replace(/<(\/?)text:list-item\b[^>]*>/g, '<$1li>')
    .replace(/<text:(?:tab|s)\b[^>]*\/>/g, ' ')
    .replace(/<text:line-break\b[^>]*\/>/g, '<br>')
    .replace(/<(\/?)table:table-row\b[^>]*>/g, '<$1tr>')
    .replace(/<(\/?)table:table-cell\b[^>]*?>/g, '<$1td>')
}
