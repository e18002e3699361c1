/** What a reader should know of a search, in Spanish. English is what the search itself says. */
import type { Notice } from '../../src/search/answer.ts'

const filters: Readonly<Record<Extract<Notice, { key: 'filter' }>['filter'], string>> = {
  year: 'de año',
  years: 'de años',
  section: 'de sección',
  lang: 'de idioma',
  doc: 'de documento',
  country: 'de país',
}

/** A notice as a Spanish sentence. */
export function noticeEs(notice: Notice): string {
  switch (notice.key) {
    case 'unclosed-quote':
      return `Una comilla no se cierra; se leyó como palabras: ${notice.text}`
    case 'empty-quote':
      return `No hay palabras entre las comillas: ${notice.text}`
    case 'unclosed-parenthesis':
      return 'Un paréntesis no se cierra; se cerró al final'
    case 'stray-parenthesis':
      return 'Un paréntesis de cierre no abre en ninguna parte; se pasó por alto'
    case 'dangling-operator':
      return `«${notice.text}» no une nada aquí; se leyó como texto`
    case 'unknown-field':
      return `No existe ese campo; se leyó como texto: ${notice.text}. Los campos son year, section, lang, doc y country`
    case 'bad-value':
      return `El valor no se entiende; se buscó como texto: ${notice.text}`
    case 'too-deep':
      return `Los paréntesis anidan más de ${notice.text} veces; los interiores se pasaron por alto`
    case 'too-long':
      return `La consulta pasa de ${notice.text} caracteres; el resto se pasó por alto`
    case 'unknown-word':
      return notice.taken.length > 0
        ? `Ningún pasaje tiene «${notice.text}»; se buscó ${notice.taken.map((word) => `«${word}»`).join(', ')}`
        : `Ningún pasaje tiene «${notice.text}»`
    case 'coverage':
      return `Se muestran pasajes con al menos ${notice.matched} de las ${notice.of} palabras`
    case 'filter':
      return `Sin el filtro ${filters[notice.filter]} hay ${notice.total} ${notice.total === 1 ? 'pasaje' : 'pasajes'}`
  }
}
