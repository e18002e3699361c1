/** Spanish for the pages of documents and tools. */
import { counter } from './plural.ts'
import type { Said } from './said.ts'
import type { toolsEn } from './tools-en.ts'

const locale = 'es'
const passages = counter(locale, { one: 'pasaje', other: 'pasajes' })
const documents = counter(locale, { one: 'documento', other: 'documentos' })
const repairs = counter(locale, { one: 'reparación', other: 'reparaciones' })
const matches = counter(locale, { one: 'coincidencia', other: 'coincidencias' })
// Spanish writes four figures together (1234) and groups from five on.
const digits = new Intl.NumberFormat(locale)
const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
const number = (n: number) => digits.format(n)

export const toolsEs = {
  // Why a repair was made, by its rule
  repairRules: {
    'lost-accent': 'se perdió la tilde',
    'accent-by-context': 'la frase pide esta tilde',
    'misread-vowel': 'una vocal con tilde se leyó como otro signo',
    'misread-enye': 'la ñ se leyó como otras letras',
    'misread-letter': 'una letra se leyó como otra',
    'zero-width': 'un signo invisible dentro de una palabra',
    'soft-hyphen': 'un guion solo para el fin de línea',
    'decomposed-accent': 'letra y tilde eran dos signos',
    ligature: 'letras unidas eran un solo signo',
    mojibake: 'el texto se descodificó mal',
    bullet: 'la marca de un punto de lista',
    'closing-quote': 'una comilla se leyó como otro signo',
    'lone-zero': 'un cero está en lugar de la letra o',
    'lost-ti': 'las letras ti eran un signo perdido',
    'rn-m': 'la m se leyó como rn',
    'lost-letter': 'una letra con tilde no se leyó',
    'english-ending': 'se leyó una palabra inglesa por una española',
    'glued-words': 'dos palabras se leyeron como una',
    'opening-mark': 'el signo de apertura se leyó como una letra',
  } as Record<string, string>,
  outline: 'En este documento',
  findHere: 'Buscar en este documento',
  findButton: 'Buscar',
  foundHere: (m, p) =>
    m === 0 ? 'Sin coincidencias en este documento' : `${matches(m)} en ${passages(p)}`,
  documentFacts: 'Sobre este documento',
  furnitureTitle: 'Apartado como adorno de página',
  linkTo: (n) => `Enlace al pasaje ${n}`,
  compareDocument: 'Comparar con',
  publisher: 'Editor',
  author: 'Autor',
  format: 'Formato',
  encoding: 'Codificación',
  damage: 'Daño del texto',
  damageClean: 'no se halló',
  damageRate: (share, r, o) =>
    `${share} de las palabras cambiadas: ${repairs(r)}${o > 0 ? `; ${number(o)} más por decidir` : ''}`,
  readProgress: 'Avance de la lectura',
  sourceAt: 'En su origen',

  aboutTitle: 'Acerca de esta colección',
  aboutLead: (p, d, w) => `${passages(p)} en ${documents(d)}, ${w} palabras.`,
  aboutDocuments: 'Documentos',
  aboutProblems: 'Problemas hallados al leer',
  aboutNoProblems: 'No se halló ningún problema al leer los documentos.',
  aboutVersion: 'Versión',
  aboutBuilt: 'Creada',
  aboutAnalyzer: 'Analizador',
  aboutApi: 'Los programas pueden preguntar lo mismo:',
  aboutApiName: 'descripción de la interfaz (OpenAPI 3.1)',
  aboutLanguageMix: 'Idiomas',
  colTitle: 'Título',
  colYear: 'Año',
  colCountry: 'País',
  colLanguage: 'Idioma',
  colPassages: 'Pasajes',
  colSectioned: 'Con sección',
  colRepairs: 'Reparaciones',

  decimal: (n) => decimals.format(n),
  trendLead: 'Con qué frecuencia se escribieron unas palabras, año por año.',
  trendTerm: (n) => `Término ${n}`,
  trendByCountry: 'Por país',
  trendButton: 'Contar',
  trendTable: 'Menciones por término y año',
  trendColTerm: 'Término',
  trendColMentions: 'Menciones',
  trendColWords: 'Palabras en total',
  trendColRate: 'Por 100.000 palabras',
  trendCaption: 'Menciones por cada 100.000 palabras',
  trendHow:
    'Cada pasaje repetido cuenta una vez. La tasa es el número de menciones dividido por todas las palabras de ese año.',
  trendContexts: 'En su contexto',

  compareTitle: (a, b) => `${a} → ${b}`,
  compareWords: (removed, added) =>
    `${number(removed)} palabras quitadas, ${number(added)} añadidas.`,
  compareSwap: 'Al revés',
  compareFirst: 'Primer documento',
  compareSecond: 'Segundo documento',
  compareButton: 'Comparar',
  downloadTable: 'Descargar la tabla:',
  rowKinds: {
    same: 'Mismas palabras',
    revised: 'Revisado',
    split: 'Dividido',
    merged: 'Unido',
    reworked: 'Rehecho',
    dropped: 'Suprimido',
    new: 'Nuevo',
  },
  rowMoved: 'pasó a otra sección',

  collectionEmpty: 'Aún no hay nada. Marque «Reunir» bajo un pasaje para guardarlo aquí.',
  collectionMissing: 'Ya no están en el corpus:',
  collectionSave: 'Guardar notas y orden',
  collectionKeep: 'Guardar en mi colección',
  collectionShare:
    'La dirección de esta página contiene los pasajes, su orden y las notas: cópiela para compartir la colección. La suya se guarda solo en este navegador.',
  note: 'Nota',
  moveUp: 'Subir',
  moveDown: 'Bajar',
  takeOut: 'Quitar',
  briefTitle: 'Pasajes reunidos',
  exportBrief: 'Descargar como escrito con citas:',

  quotesTitle: 'Comprobar citas',
  quotesLead:
    'Pegue una frase o un borrador entero. Cada cita se busca palabra por palabra; nada se guarda.',
  quotesPaste: 'Texto por comprobar',
  quotesYear: 'Cita el año (opcional)',
  quotesButton: 'Comprobar',
  quotesFound: counter(locale, { one: 'cita', other: 'citas' }),
  quotesDiff: 'Tachado: como lo tiene usted. Subrayado: como está en el informe.',
  quotesRunsOn: 'y el pasaje que le sigue',
  quoteStatus: {
    exact: 'Exacta',
    repaired: 'Exacta en el texto reparado',
    altered: 'Alterada',
    'other-year': 'Exacta, pero de otro año',
    'not-found': 'No hallada',
  },
} satisfies Said<typeof toolsEn>
