/** What office files keep beside their text: running heads and feet, and the title among their properties. */
import type { FlowBlock } from './flow.ts'
import { parseFragment } from './html.ts'

/** The running heads and feet of a Word document, from its parts of that name; each once. */
export function edgesOfDocx(parts: readonly string[]): FlowBlock[] {
  const bare = parts.map((xml) =>
    xml
      .replace(/<w:(instrText|delText)\b[^>]*>[^<]*<\/w:\1>/g, '')
      .replace(/<w:(?:tab|br)\b[^>]*\/>/g, ' ')
      .replace(/<(\/?)w:p(?=[\s>])/g, '<$1p'),
  )
  return edges(bare)
}

/** Those of an OpenDocument text, from its page styles in HTML's names. */
export function edgesOfOdt(styles: string): FlowBlock[] {
  const part = /<style:(header|footer)(?:-left|-first)?(?=[\s>])[^>]*>([\s\S]*?)<\/style:\1/g
  return edges([...styles.matchAll(part)].map((match) => match[2]!))
}

function edges(parts: readonly string[]): FlowBlock[] {
  const texts = parts.flatMap((part) => parseFragment(part).map(({ text }) => text.trim()))
  return [...new Set(texts)].map((text) => ({ kind: 'furniture', text }))
}

/** The title that a file's properties give; empty where they give none. */
export function titleIn(properties: string): string {
  const title = /<dc:title[^>]*>([^<]{1,500})/.exec(properties)?.[1] ?? ''
  return parseFragment(title)
    .map(({ text }) => text)
    .join(' ')
}
