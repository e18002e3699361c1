/** A brief as a Word document. */
import { Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import { headingOf, type Brief, type BriefEntry } from './brief.ts'

const small = 18
const indent = { left: 567, right: 567 }

function entryParagraphs({ words }: Brief, entry: BriefEntry): Paragraph[] {
  const { passage, note, citation, permalink } = entry
  const language = { value: passage.language === 'es' ? 'es-ES' : 'en-US' }
  const link = new ExternalHyperlink({
    link: permalink,
    children: [new TextRun({ text: permalink, style: 'Hyperlink', size: small })],
  })
  const repaired = passage.repairs.length === 0 ? [] : [words.repaired(passage.repairs.length)]
  return [
    new Paragraph({ text: headingOf(entry), heading: HeadingLevel.HEADING_2, keepNext: true }),
    new Paragraph({ children: [new TextRun({ text: `“${passage.text}”`, language })], indent }),
    ...[citation, ...repaired].map(
      (text) => new Paragraph({ children: [new TextRun({ text, size: small })], indent }),
    ),
    new Paragraph({ children: [link], indent, spacing: { after: 120 } }),
    ...(note === '' ? [] : [new Paragraph({ text: `${words.note}: ${note}` })]),
  ]
}

/** The bytes of the document. */
export async function briefToDocx(brief: Brief): Promise<Uint8Array<ArrayBuffer>> {
  const { words, entries } = brief
  const children = [
    new Paragraph({ text: words.title, heading: HeadingLevel.TITLE }),
    ...entries.flatMap((entry) => entryParagraphs(brief, entry)),
    new Paragraph({ children: [new TextRun({ text: words.corpusVersion, size: small })] }),
  ]
  const document = new Document({ title: words.title, sections: [{ children }] })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}
