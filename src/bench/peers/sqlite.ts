/** SQLite's FTS5 with its defaults (a copy of the text, positions); facets counted by hand over all matching rows. */
import { join } from 'node:path'
import { createFacetColumns, openFacetColumns } from '../facet-columns.ts'
import type { BenchQuery, Peer } from '../peer.ts'

/** What is used of better-sqlite3, which is not installed with Pasaje. */
interface Statement {
  run(...values: unknown[]): unknown
  all(...values: unknown[]): unknown[]
  pluck(): Statement
}
interface Database {
  exec(sql: string): unknown
  prepare(sql: string): Statement
  close(): unknown
}
type DatabaseClass = new (path: string, options?: { readonly: boolean }) => Database

const sqliteModule = 'better-sqlite3'

async function load(): Promise<DatabaseClass> {
  const loaded = (await import(sqliteModule)) as { default: DatabaseClass }
  return loaded.default
}

export const sqlite: Peer = {
  name: 'sqlite-fts5',
  async missing() {
    try {
      await load()
      return null
    } catch {
      return 'better-sqlite3 is not installed (npm install --no-save better-sqlite3)'
    }
  },
  async build(passages, folder) {
    const database = new (await load())(join(folder, 'fts.db'))
    database.exec('pragma journal_mode = off; pragma synchronous = off')
    database.exec('create virtual table passages using fts5(text)')
    const insert = database.prepare('insert into passages(rowid, text) values (?, ?)')
    const columns = createFacetColumns()
    let id = 0
    database.exec('begin')
    for (const passage of passages) {
      insert.run(id++, passage.text)
      columns.add(passage)
    }
    database.exec('commit')
    database.exec("insert into passages(passages) values ('optimize')")
    database.close()
    columns.save(folder)
  },
  async open(folder) {
    const database = new (await load())(join(folder, 'fts.db'), { readonly: true })
    const best = database
      .prepare('select rowid from passages where passages match ? order by rank limit 10')
      .pluck()
    const every = database.prepare('select rowid from passages where passages match ?').pluck()
    const count = openFacetColumns(folder)
    return {
      // It has no edit distance.
      lacks: ['fuzzy'],
      top(query) {
        const ids = best.all(matchOf(query)) as number[]
        return { total: ids.length, ids }
      },
      facets(query) {
        const ids = best.all(matchOf(query)) as number[]
        const all = every.all(matchOf(query)) as number[]
        count(all)
        return { total: all.length, ids }
      },
    }
  },
}

function matchOf({ kind, words }: BenchQuery): string {
  const quoted = words.map((word) => `"${word}"`)
  if (kind === 'or') return quoted.join(' OR ')
  if (kind === 'phrase') return `"${words.join(' ')}"`
  return kind === 'prefix' ? `${quoted[0]}*` : quoted.join(' AND ')
}
