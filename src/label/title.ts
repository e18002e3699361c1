/** The title of a document: what stands over it, on its page or in its front matter, else its file name. */
import type { Block, Label } from '../model.ts'
import { countriesIn } from './country-names.ts'
import { yearOfTitle } from './year.ts'

const reportWords =
  /(?<!\p{L})(?:reports?|informes?|plan|programa|memoria|observaci(?:ón|ones)|comisi[oó]n|comit[eé]|convention|convenci[oó]n|practices|narrative|versi[oó]n)(?!\p{L})/iu
const frontMatter = /^title:\s*["']?(.+?)["']?$/mu

/** The title among the first blocks: a marked title, front matter, or what in the head of the document reads most like one. */
export function labelTitle(
  blocks: readonly Block[],
  fileName: string,
  isSection: (heading: string) => boolean,
): Label<string> {
  const head = headOf(blocks)
  const marked = blocks.find((block) => block.kind === 'title')
  if (marked !== undefined) return titled(marked.printed, 'title of the document')
  for (const block of head) {
    const declared = block.kind === 'furniture' ? frontMatter.exec(block.printed) : null
    if (declared !== null) return titled(declared[1]!, 'front matter')
  }
  const best = head
    .filter((block) => block.kind === 'heading' || block.kind === 'furniture')
    .map((block) => ({
      text: block.printed,
      score: scoreOf(block, isSection) + (block === blocks[0] ? 1 : 0),
    }))
    .toSorted((a, b) => b.score - a.score)[0]
  if (best !== undefined && best.score >= 2) return titled(best.text, 'head of the document')
  return { value: nameOf(fileName), by: 'none', evidence: `file name “${fileName}”` }
}

function titled(text: string, evidence: string): Label<string> {
  return { value: text.replace(/\s*\[\^?\w+\]\s*$/, ''), by: 'detected', evidence }
}

/** Blocks before the first paragraph. */
function headOf(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex((block) => block.kind === 'paragraph' || block.kind === 'item')
  return first < 0 ? blocks : blocks.slice(0, first)
}

function scoreOf(block: Block, isSection: (heading: string) => boolean): number {
  const text = block.printed
  if (text.length < 8 || text.length > 200 || isSection(text)) return -1
  if (/\p{Ll}\p{Lu}|…|https?:|@/u.test(text)) return -1
  let score = block.kind === 'heading' && block.level === 1 ? 2 : 0
  if (yearOfTitle(text) !== null) score += 1.5
  if (reportWords.test(text)) score += 1
  if (countriesIn(text).length > 0) score += 0.5
  return score
}

/** `tip-2021-peru-en.txt` → `tip 2021 peru en`. */
function nameOf(fileName: string): string {
  return fileName
    .replace(/^.*\//, '')
    .replace(/\.\w{1,5}$/, '')
    .replace(/[-_]+/g, ' ')
    .trim()
}
