import { describe, expect, it } from 'vitest'
import { stem } from './stem.ts'

const stems = (words: string, language: 'en' | 'es') =>
  new Set(words.split(' ').map((word) => stem(word, language)))

describe('forms of one word', () => {
  it.each([
    'mujer mujeres',
    'gobierno gobiernos',
    'juez jueces',
    'sociedad sociedades',
    'origen orígenes',
    'alcance alcances',
    'responsable responsables',
    'línea líneas',
    'último últimos última',
    'mes meses',
    'país países',
    'interés intereses',
    'francés francesa franceses francesas',
    'recibir recibió recibía recibieron recibido recibiendo',
    'detener detenido detenidos detención detenciones',
    'prevenir prevención',
    'producir producción',
    'inscribir inscripción',
    'proteger protección protegidas',
    'identificar identificó identificación identifican identifica identificadas',
    'declarar declaró declara declaran',
    'preparar prepara',
    'denunciar denunció denuncia denunciados',
    'hablar hablamos hablaron',
    'detener detenerlos',
    'investigación investigacion investigaciones',
    'logía logia',
  ])('share a stem in Spanish: %s', (words) => {
    expect(stems(words, 'es').size).toBe(1)
  })

  it.each([
    'labor labour labours labourers',
    'organization organisation organised organizing',
    'criminalize criminalise criminalisation',
    'center centre centres',
    'program programme programmes',
    'judgment judgement judgements',
    'analyze analyse analysed',
    'dialog dialogues',
    'defense defence',
    'woman women',
    'policeman policemen',
    'child children',
    'use used using uses',
    'die dies',
    'identify identified identifies identification identifications',
    'supervise supervised supervision',
    'promise promised promising',
  ])('share a stem in English: %s', (words) => {
    expect(stems(words, 'en').size).toBe(1)
  })
})

describe('different words', () => {
  it.each([
    ['hour four tour', 'en'],
    ['raise race', 'en'],
    ['tree true', 'en'],
    ['menu man', 'en'],
    ['us use', 'en'],
    ['dos doce', 'es'],
    ['empresa empresario emprender', 'es'],
    ['mina minero', 'es'],
    ['sección sesión', 'es'],
  ] as const)('keep their stems: %s', (words, language) => {
    expect(stems(words, language).size).toBe(words.split(' ').length)
  })
})
