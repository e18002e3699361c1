/** GET /api/v1/search, and the description of the whole interface. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { sendRemembered } from '../remembered.ts'
import type { Env } from '../respond.tsx'
import { choice, problemContent, searchAnswer, searchQuery } from '../schemas.ts'

const search = createRoute({
  method: 'get',
  path: '/api/v1/search',
  summary: 'Search the passages',
  request: { query: searchQuery },
  responses: {
    200: { description: 'The answer', content: { 'application/json': { schema: searchAnswer } } },
    304: { description: 'Nothing changed since the ETag was given' },
    400: problemContent('A parameter that cannot be read'),
    503: problemContent('The index is being opened'),
  },
})

const suggest = createRoute({
  method: 'get',
  path: '/api/v1/suggest',
  summary: 'Completions of a query that is being typed',
  request: {
    query: z.object({
      ...choice,
      format: z.enum(['json', 'opensearch']).optional().openapi({
        description: 'opensearch: as the address bar of a browser wants them',
      }),
    }),
  },
  responses: {
    200: {
      description: 'Likeliest first; counted in the rest of the search as given',
      content: {
        'application/json': {
          schema: z.object({
            suggestions: z.array(z.string()),
            details: z.array(
              z.object({
                text: z.string(),
                label: z.string().openapi({ description: 'What to show: the text, or a heading' }),
                kind: z.enum(['word', 'phrase', 'name', 'section']),
                count: z.int().openapi({ description: 'Passages that searching for it finds' }),
              }),
            ),
          }),
        },
      },
    },
    400: problemContent('A parameter that cannot be read'),
  },
})

export function addSearchRoutes(app: OpenAPIHono<Env>): void {
  app.openapi(search, async (c) => {
    const answer = () => c.get('library').search(new URL(c.req.url).searchParams)
    const json = async () => JSON.stringify(await answer())
    return (await sendRemembered(c, 'application/json', json)) as never
  })
  app.openapi(suggest, async (c) => {
    const { q = '', format } = c.req.valid('query')
    const details = [...(await c.get('library').suggest(new URL(c.req.url).searchParams))]
    const suggestions = details.map(({ text }) => text)
    if (format !== 'opensearch') return c.json({ suggestions, details }, 200)
    const { t, origin } = c.get('ui')
    const counts = details.map(({ count }) => t.passages(count))
    const addresses = suggestions.map((text) => `${origin}/?${new URLSearchParams({ q: text })}`)
    return c.body(JSON.stringify([q, suggestions, counts, addresses]), 200, {
      'Content-Type': 'application/x-suggestions+json',
    }) as never
  })
  app.doc31('/api/v1/openapi.json', (c) => ({
    openapi: '3.1.0',
    info: {
      title: 'Pasaje',
      version: '1',
      description: 'Search over the passages of a folder of reports, in English and Spanish.',
    },
    servers: [{ url: new URL(c.req.url).origin }],
  }))
}
