/** What is known of Spanish, as shipped: its words and how common each is. Parses bytes; reading them is `src/lexicon.ts`. */
import { parseCalibration, type Calibration } from './confidence.ts'
import { FEATURE_BITS } from './context.ts'
import { parseMisreadings, type MisreadingTable } from './misreadings.ts'
import { parseWeights, type SparseWeights } from './sparse-weights.ts'
import { SLOT_BITS } from './verb-slots.ts'
import { openWordGraph, wordNumber, type WordGraph } from './word-graph.ts'

export interface Lexicon {
  /** Spanish forms in lower case, accents kept. */
  readonly words: WordGraph
  /**
   * log10 of a word's share of running text, e.g. -1.2 for 'de', -7 for words no counted text has; null for a word
   * the lexicon does not know. Takes lower case.
   */
  logShare(word: string): number | null
  /** Which of the words that differ only in accents fits. */
  readonly context: SparseWeights
  /** Which places ask for a finite verb. */
  readonly slots: SparseWeights
  readonly misreadings: MisreadingTable
  readonly calibration: Calibration
}

/** The shipped files, unpacked. */
export interface LexiconFiles {
  readonly words: Uint8Array
  readonly context: Uint8Array
  readonly slots: Uint8Array
  readonly misreadings: string
  readonly calibration: string
}

/** Commonness is stored in steps of 1/24 of a power of ten below 1; 0 marks a word seen in no counted text. */
const STEPS_PER_DECADE = 24
export const UNSEEN_LOG_SHARE = -7.3

/** The byte a share is stored as. */
export function encodeShare(share: number): number {
  if (share <= 0) return 0
  return Math.max(1, Math.min(255, 256 + Math.round(Math.log10(share) * STEPS_PER_DECADE)))
}

const decodeShare = (byte: number): number =>
  byte === 0 ? UNSEEN_LOG_SHARE : (byte - 256) / STEPS_PER_DECADE

interface Header {
  readonly letters: string
  readonly root: number
  readonly edges: number
  readonly words: number
}

/** Opens a lexicon out of its files: words as `serializeWords` wrote them, weights, and the table of misreadings. */
export function parseLexicon(files: LexiconFiles): Lexicon {
  return {
    ...parseWords(files.words),
    context: parseWeights(files.context, FEATURE_BITS),
    slots: parseWeights(files.slots, SLOT_BITS),
    misreadings: parseMisreadings(files.misreadings),
    calibration: parseCalibration(files.calibration),
  }
}

function parseWords(bytes: Uint8Array): Pick<Lexicon, 'words' | 'logShare'> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headerBytes = view.getUint32(0, true)
  const header: Header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headerBytes)))
  let at = 4 + headerBytes
  const edges = new Int32Array(Uint8Array.from(bytes.subarray(at, at + header.edges * 4)).buffer)
  at += header.edges * 4
  const shares = bytes.subarray(at, at + header.words)
  const words = openWordGraph(header.letters, edges, header.root)
  return {
    words,
    logShare(word) {
      const number = wordNumber(words, word)
      return number < 0 ? null : decodeShare(shares[number]!)
    },
  }
}

/** The bytes `parseWords` opens: header length, header, edges (32 bits, little-endian), one byte a word. */
export function serializeWords(graph: WordGraph, shares: Uint8Array): Uint8Array {
  const header: Header = {
    letters: graph.letters,
    root: graph.root,
    edges: graph.edges.length,
    words: shares.length,
  }
  const head = new TextEncoder().encode(JSON.stringify(header))
  const edges = new Uint8Array(graph.edges.buffer, graph.edges.byteOffset, graph.edges.byteLength)
  const bytes = new Uint8Array(4 + head.length + edges.length + shares.length)
  new DataView(bytes.buffer).setUint32(0, head.length, true)
  bytes.set(head, 4)
  bytes.set(edges, 4 + head.length)
  bytes.set(shares, 4 + head.length + edges.length)
  return bytes
}
