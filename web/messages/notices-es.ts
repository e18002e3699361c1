/** What a reader should know of a search, in Spanish. English is what the search itself says. */
import type { Facet } from '../../src/model.ts'
import type { Notice } from '../../src/search/answer.ts'

const filters: Readonly<Record<Extract<Notice, { key: 'filter' }>['filter'], string>> = {
  year: 'de año',
  years: 'de años',
  section: 'de sección',
  lang: 'de idioma',
  doc: 'de documento',
  country: 'de país',
}

const values: Readonly<Record<Facet, string>> = {
  year: 'el año',
  section: 'la sección',
  lang: 'el idioma',
  doc: 'el documento',
  country: 'el país',
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
    case 'empty-parenthesis':
      return 'No hay nada entre los paréntesis; se pasaron por alto'
    case 'dangling-near':
      return `«${notice.text}» necesita una palabra o una frase a cada lado; se pasó por alto`
    case 'empty-field':
      return `«${notice.text}:» no tiene valor; se leyó como texto. El valor sigue a los dos puntos sin espacio`
    case 'dangling-operator':
      return `«${notice.text}» no une nada aquí; se leyó como texto`
    case 'unknown-field':
      return `No existe ese campo; se leyó como texto: ${notice.text}. Los campos son year, section, lang, doc y country`
    case 'bad-value':
      return `El valor no se entiende; se buscó como texto: ${notice.text}`
    case 'too-deep':
      return `Los paréntesis anidan más de ${notice.text} veces; los interiores se pasaron por alto`
    case 'no-words':
      return `No hay palabra que buscar en «${notice.text}»; estos son todos los pasajes`
    case 'unknown-value':
      return `Ningún pasaje tiene ${values[notice.facet]} «${notice.text}». Hay: ${notice.known.join(', ')}`
    case 'too-many-near':
      return `No se pueden buscar más de ${notice.text} palabras próximas entre sí; se leyó sin eso`
    case 'too-many-patterns':
      return `Una consulta tiene como máximo ${notice.text} palabras con * o ? o ~; las demás se leyeron como palabras corrientes`
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
