/** How ranking is tuned: measured by `npm run evaluate`. */
export const tuning = {
  /** A stem in the language that the query is not in. */
  otherLanguage: 0.8,
  /** A translation, against what the word itself would be worth. */
  cross: 0.8,
  /** Of what the spelling as typed gains, what its translation does: near-ties go to the language of the query. */
  nearTie: 0.97,
  /** What the spelling as typed adds, as a share of the word's rarity; the accents as typed add it again. */
  spelling: 0.02,
  /** All corrections of a word together. */
  correction: 0.7,
  fuzzy: 0.5,
  /** The second look at letters, see letters.ts. */
  letters: 0.3,
  /** Of the best score beside it, what a passage gains where the query asks, see rerank.ts. */
  beside: 0.4,
  /** How far the best of each language is raised towards the best of all, where a query was translated. */
  level: 0.5,
  /**
   * Where fewer passages than `enough` have all of at least `manyWords` words, half of them will do: held to all of them,
   * the judged queries over the seeds fall from .920 to .881, those across languages from .929 to .704.
   */
  manyWords: 4,
  enough: 2,
  shareOfMany: 0.5,
} as const
