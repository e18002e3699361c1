/** A page that has nothing to show, and says what to do instead. */
import type { FC } from 'hono/jsx'
import { href, type Ui } from '../ui.ts'
import { Layout } from './layout.tsx'

interface Props {
  readonly ui: Ui
  readonly title: string
  readonly text: string
  /** A way on: where it leads and what it says. */
  readonly ways?: readonly { readonly path: string; readonly name: string }[]
}

export const NoticePage: FC<Props> = ({ ui, title, text, ways = [] }) => (
  <Layout ui={ui} head={{ title }} page="notice">
    <article class="notice">
      <h1>{title}</h1>
      <p>{text}</p>
      {ways.length > 0 && (
        <ul>
          {ways.map(({ path, name }) => (
            <li>
              <a href={href(ui, path)}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </article>
  </Layout>
)
