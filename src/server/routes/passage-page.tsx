/** GET /p/{id}: the passage, what became of it, or where it last stood. */
import type { Context } from 'hono'
import { canonical } from '../../../web/address.ts'
import { ChangedPage, GonePage } from '../../../web/views/gone.tsx'
import { PassagePage } from '../../../web/views/passage.tsx'
import type { Beside } from '../../../web/views/versions.tsx'
import { wordDiff } from '../../lineage/word-diff.ts'
import type { Passage } from '../../model.ts'
import { resolvePassage } from '../../passages/resolve.ts'
import { detailOf } from '../detail.ts'
import { documentIdOf, titleOf } from '../library.ts'
import { page, type Env } from '../respond.tsx'

type C = Context<Env>

export async function passagePage(c: C): Promise<Response> {
  const { store } = c.get('library')
  const query = new URL(c.req.url).searchParams
  const found = resolvePassage(store, c.req.param('id') ?? '', query.get('f'))
  const ui = c.get('ui')
  if (found.state === 'unknown') return c.notFound()
  if (found.state === 'gone') {
    const { tombstone, documentPresent } = found
    return page(c, <GonePage {...{ ui, tombstone, documentPresent }} />, 410)
  }
  if (found.state === 'changed') {
    const { tombstone, nearest, diff } = found
    return page(c, <ChangedPage {...{ ui, tombstone, nearest, diff }} />)
  }
  return present(c, found.passage, found.fingerprintMatches)
}

async function present(c: C, passage: Passage, fingerprint: boolean | null): Promise<Response> {
  const library = c.get('library')
  const query = new URL(c.req.url).searchParams
  const parameters = canonical(query)
  const detail = detailOf(c, passage)
  const title = titleOf(library)
  c.header('Link', `<${detail.permalink}>; rel="cite-as"`)
  return page(
    c,
    <PassagePage
      ui={c.get('ui')}
      detail={detail}
      parameters={parameters}
      view={query.get('view') === 'printed' ? 'printed' : 'repaired'}
      hits={parameters.has('q') ? await library.highlights(parameters, passage) : []}
      duplicates={detail.duplicates.map((id) => ({ id, title: title(documentIdOf(id)) }))}
      fingerprint={fingerprint}
      nameOf={(id) => nameOf(c, id)}
      beside={besideOf(c, passage, query.get('with'))}
    />,
  )
}

/** 'Report 2021, ¶ 7' */
function nameOf(c: C, id: string): string {
  const { store } = c.get('library')
  const ordinal = store.passage(id)?.ordinal
  const title = titleOf(c.get('library'))(documentIdOf(id))
  return ordinal === undefined ? title : `${title}, ${c.get('ui').t.paragraph(ordinal)}`
}

/** The version asked for with `with`: compared word by word in one language, side by side in two. */
function besideOf(c: C, passage: Passage, id: string | null): Beside | null {
  const other = id === null ? null : c.get('library').store.passage(id)
  if (other === null) return null
  if (other.language !== passage.language) return { other, diff: null }
  const isOlder = (other.year ?? 0) <= (passage.year ?? 0)
  const diff = isOlder ? wordDiff(other.text, passage.text) : wordDiff(passage.text, other.text)
  return { other, diff }
}
