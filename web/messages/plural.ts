/** Picks the plural form a language wants for a number; `other` serves every category that is not given. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

/** A counter of things: `count(1)` → "1 passage". The number is written as the language writes it. */
export function counter(locale: string, forms: Forms): (n: number) => string {
  // They take long to make, and most counters of a start are never asked.
  let rules: Intl.PluralRules | undefined
  let digits: Intl.NumberFormat | undefined
  return (n) => {
    rules ??= new Intl.PluralRules(locale)
    digits ??= new Intl.NumberFormat(locale)
    return `${digits.format(n)} ${forms[rules.select(n)] ?? forms.other}`
  }
}
