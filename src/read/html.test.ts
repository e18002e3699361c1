import { describe, expect, it } from 'vitest'
import { parseWebPage } from './html.ts'

const read = (body: string, head = '') => {
  const { text, marks } = parseWebPage(`<html><head>${head}</head><body>${body}</body></html>`)
  return marks.map(({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`)
}

const row = (cells: readonly string[]) => `<tr>${cells.map((c) => `<td>${c}</td>`).join('')}</tr>`

const titleOf = (title: string, body: string, meta = '') =>
  read(`${body}<p>The text of the report.</p>`, `<title>${title}</title>${meta}`).slice(0, 2)

describe('the notes of a page', () => {
  const call = '<p>The law protects.<sup><a href="#fn1">1</a></sup></p>'
  const list = '<ol><li id="fn1"><p>Act 5, p. 4. <a href="#fnref1">↩</a></p></li></ol>'
  it.each([
    ['a section of that class', `<section class="footnotes">${list}</section>`],
    ['a section of that role', `<section role="doc-endnotes">${list}</section>`],
    ['an aside', `<aside>${list}</aside>`],
    ['a division of any name', `<div id="notas">${list}</div>`],
    ['the foot of the page', `<footer>${list}</footer>`],
  ])('are footnotes in %s', (_, notes) => {
    expect(read(`${call}${notes}`)).toEqual([
      'paragraph: The law protects.[^1]',
      'footnote: [^1]: Act 5, p. 4.',
    ])
  })

  it('are footnotes as a word processor writes them', () => {
    const page =
      '<p>La ley protege<a href="#_ftn1" name="_ftnref1">[1]</a>.</p>' +
      '<p><a href="#_ftnref1" name="_ftn1">[1]</a> Ley 5.</p><p>Fin del texto.</p>'
    expect(read(page)).toEqual([
      'paragraph: La ley protege[^1].',
      'footnote: [^1]: Ley 5.',
      'paragraph: Fin del texto.',
    ])
  })

  it('are not what a plain link leads to', () => {
    const page = '<p>See <a href="#s1">1</a> and <a href="#s1">(a)</a>.</p><p id="s1">The text.</p>'
    expect(read(page)).toEqual(['paragraph: See 1 and (a).', 'paragraph: The text.'])
  })

  it('are not called by an exponent, a unit or an ordinal', () => {
    const page = '<p>10<sup>3</sup> casos en 5 km<sup>2</sup>, ley N.<sup>o</sup> 7.</p>'
    expect(read(page)).toEqual(['paragraph: 10³ casos en 5 km², ley N.º 7.'])
  })
})

describe('a table of facts', () => {
  it('is one passage where it is small', () => {
    const table = `<table><caption>Cases</caption>${row(['Year', '<p>Women</p>', 'Men'])}${row(['2020', '', '12'])}</table>`
    expect(read(table)).toEqual(['paragraph: Cases;\nYear | Women | Men;\n2020 | | 12'])
  })

  it('has its head over each part where it is long', () => {
    const rows = Array.from({ length: 90 }, (_, i) => row([`District ${i}`, `${i} cases`]))
    const parts = read(`<table>${row(['District', 'Cases'])}${rows.join('')}</table>`)
    expect(parts.length).toBeGreaterThan(2)
    for (const part of parts) expect(part).toMatch(/^paragraph: District \| Cases;\n/)
    expect(parts.join('\n').match(/\d+ cases/g)).toHaveLength(90)
  })

  it('is told from a page laid out in one', () => {
    const page =
      '<table><tr><td><h2>Law</h2><p>It protects.</p></td><td><p>More.</p></td></tr></table>'
    expect(read(page)).toEqual(['heading: Law', 'paragraph: It protects.', 'paragraph: More.'])
  })
})

describe('the title of a page', () => {
  const site = '<meta property="og:site_name" content="Org">'

  it.each([
    ['Report on Peru 2019 | Org', '', ''],
    ['Org | Report on Peru 2019', '<h1>Peru 2019</h1>', ''],
    ['Report on Peru 2019 - Org', '', site],
  ])('is without the name of the site: %s', (title, body, meta) => {
    expect(titleOf(title, body, meta)).toEqual(['title: Report on Peru 2019', 'furniture: Org'])
  })

  it('keeps what may belong to it', () => {
    expect(titleOf('Report 2019 – Peru', '')[0]).toBe('title: Report 2019 – Peru')
  })
})
