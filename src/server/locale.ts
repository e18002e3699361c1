/** Which language a reader is answered in: the one in the address, else the one the browser prefers. */
import type { Language } from '../model.ts'

const languages: readonly Language[] = ['en', 'es']

/** The language the address names; null where it names none that we speak. */
export function chosenLanguage(hl: string | null | undefined): Language | null {
  return languages.find((language) => language === hl) ?? null
}

/** The best of an Accept-Language header; English where it asks for neither language. */
export function acceptedLanguage(header: string | undefined): Language {
  const wanted = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))
    return { tag: tag.split('-')[0], q: quality ? Number(quality.split('=')[1]) : 1 }
  })
  const known = wanted.flatMap(({ tag, q }) => {
    const language = languages.find((candidate) => candidate === tag)
    return language && q > 0 ? [{ language, q }] : []
  })
  return known.reduce<{ language: Language; q: number }>(
    (best, one) => (one.q > best.q ? one : best),
    { language: 'en', q: 0 },
  ).language
}
