/** The stages as they ship, wired for an ingest: reads the taxonomy and the lexicon they need. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asset } from './load/assets.ts'
import { ANALYZER_VERSION, columnsOf, numberTerms } from './analyze/analyzer.ts'
import { createIndexWriter } from './engine/open.ts'
import { amendmentsOf } from './ingest/duplicates.ts'
import type { Stages } from './ingest/stages.ts'
import { loadLexicon } from './load/lexicon.ts'
import type { TermPair } from './lineage/concepts.ts'
import { readPrint } from './lineage/print.ts'
import { computeLineageInTurns } from './lineage/versions.ts'
import type { Problem, Vocabulary } from './model.ts'
import { gatherOwnWords, openOwnWords, relevantWords } from './normalize/own-words.ts'
import { pipelineVersion } from './pipeline-version.ts'
import { parseGlossary, strayLines } from './translate/glossary.ts'
import { GLOSSARY } from './load/translator.ts'

/** The words that the clean documents of a corpus show and its damaged ones may be read by. */
function ownWordsFor(vocabularies: readonly Vocabulary[]): Map<number, Map<string, number>> {
  const found = new Map<number, Map<string, number>>()
  if (vocabularies.every(({ unread }) => unread.length === 0)) return found
  const own = openOwnWords(gatherOwnWords(vocabularies), loadLexicon().misreadings)
  for (const [at, vocabulary] of vocabularies.entries()) {
    const words = relevantWords(vocabulary, own)
    if (words.length > 0) found.set(at, new Map(words))
  }
  return found
}

/** All stages for a corpus; what is slow to load is loaded when the first document needs it. */
export function loadStages(corpus: string): Stages {
  let ingest: Stages['ingest'] | undefined
  return {
    pipelineVersion: `${pipelineVersion()}${ownFile(corpus, 'sections.yaml')}`,
    analyzerVersion: ANALYZER_VERSION,
    extrasVersion: ownFile(corpus, GLOSSARY),
    problems: () => glossaryProblems(join(corpus, GLOSSARY)),
    async ingest(document, ownWords) {
      ingest ??= (await import('./document-stages.ts')).loadIngest(corpus)
      return ingest(document, ownWords)
    },
    ownWordsFor,
    print: readPrint,
    amendmentsOf,
    lineageOf: (prints, passagesOf) =>
      computeLineageInTurns(prints, { glossary: loadGlossary(), passagesOf }),
    columns: columnsOf,
    index: numberTerms,
    createIndexWriter(folder, previous) {
      const writer = createIndexWriter(folder, previous)
      return {
        ...writer,
        async finish() {
          await writer.finish()
          const glossary = join(corpus, GLOSSARY)
          if (existsSync(glossary)) await copyFile(glossary, join(folder, GLOSSARY))
        },
      }
    },
  }
}

function glossaryProblems(file: string): Problem[] {
  const stray = existsSync(file) ? strayLines(readFileSync(file, 'utf8')) : []
  if (stray.length === 0) return []
  const lines = `${stray.length > 1 ? 'lines' : 'line'} ${stray.slice(0, 10).join(', ')}`
  const message = `${lines} passed over: write the English words, a tab, the Spanish words`
  return [{ documentId: GLOSSARY, stage: 'read', message }]
}

/** The terms by which passages in two languages are known to say the same. */
function loadGlossary(): readonly TermPair[] {
  return parseGlossary(readFileSync(asset(GLOSSARY), 'utf8'))
}

/** A mark of a file that the user put beside the documents; empty where there is none. */
function ownFile(corpus: string, name: string): string {
  const path = join(corpus, name)
  if (!existsSync(path)) return ''
  return `-${createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 8)}`
}
