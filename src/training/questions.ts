/** Holds millions of features of training questions without an object each. */

/** One form of a question as the trainer sees it. */
export interface AskedForm {
  readonly bias: number
  readonly features: Int32Array
}

export interface Questions {
  /** Starts a question with so many forms, of which `answer` was printed. */
  begin(forms: number, answer: number, weight: number): void
  /** Adds the next form of the question begun. */
  add(bias: number, features: readonly number[]): void
  forEach(visit: (forms: readonly AskedForm[], answer: number, weight: number) => void): void
  /** How often each feature stands in a right answer, up to 255. */
  countFeatures(size: number): Uint8Array
}

export function createQuestions(): Questions {
  const heads: number[] = []
  const biases: number[] = []
  let features = new Int32Array(1 << 20)
  let used = 0
  let width = 0
  const forEach: Questions['forEach'] = (visit) => {
    let form = 0
    for (let at = 0; at < heads.length; at += 3) {
      const forms = Array.from({ length: heads[at]! }, () => ({
        bias: biases[form]!,
        features: features.subarray(form * width, ++form * width),
      }))
      visit(forms, heads[at + 1]!, heads[at + 2]!)
    }
  }
  return {
    begin: (forms, answer, weight) => void heads.push(forms, answer, weight),
    add(bias, list) {
      width = list.length
      biases.push(bias)
      if (used + width > features.length) {
        const more = new Int32Array(features.length * 2)
        more.set(features)
        features = more
      }
      features.set(list, used)
      used += width
    },
    forEach,
    countFeatures(size) {
      const seen = new Uint8Array(size)
      forEach((forms, answer) => {
        for (const at of forms[answer]!.features) if (seen[at]! < 255) seen[at]! += 1
      })
      return seen
    },
  }
}
