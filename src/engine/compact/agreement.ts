/** Holds two engines to the same answers, for tests and for the command that asks thousands of questions. */
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import type { IndexedPassage } from '../../model.ts'
import type { SearchEngine } from '../engine.ts'
import { requestsOver } from './random-requests.ts'

/**
 * Asks both engines `requests` arbitrary requests over the passages they index. Throws, with the smallest request that
 * shows it, where they differ in anything: hits, order, any bit of a score, counts, facets, coverage.
 */
export async function expectAgreement(
  [oracle, engine]: readonly [SearchEngine, SearchEngine],
  passages: readonly IndexedPassage[],
  requests: number,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(requestsOver(passages), async (request) => {
      const [wanted, given] = [await oracle.search(request), await engine.search(request)]
      if (isDeepStrictEqual(given, wanted)) return
      const [a, b] = [wanted, given].map((result) => JSON.stringify(result).slice(0, 2000))
      throw new Error(`${oracle.name}: ${a}\n${engine.name}: ${b}`)
    }),
    { numRuns: requests },
  )
}
