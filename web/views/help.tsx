/** Help for people: how to ask, how to read the answers, how to quote. The words are in help-en and help-es. */
import type { FC } from 'hono/jsx'
import { href, type Ui } from '../ui.ts'
import { helpEn } from './help-en.ts'
import { helpEs } from './help-es.ts'
import { Layout } from './layout.tsx'

/** What the help says; each language says all of it. */
export interface Help {
  readonly title: string
  readonly lead: string
  readonly sections: readonly {
    readonly title: string
    readonly text: readonly string[]
  }[]
  readonly grammarTitle: string
  readonly grammarHead: readonly [string, string]
  /** What one types, and what it finds. */
  readonly grammar: readonly (readonly [query: string, meaning: string])[]
  readonly grammarNotes: readonly string[]
  readonly keysTitle: string
  readonly keysHead: readonly [string, string]
  readonly keys: readonly (readonly [key: string, action: string])[]
  readonly keysSwitch: string
}

const texts: Readonly<Record<Ui['locale'], Help>> = { en: helpEn, es: helpEs }

const Grammar: FC<{ ui: Ui; help: Help }> = ({ ui, help }) => (
  <>
    <h2 id="grammar">{help.grammarTitle}</h2>
    <table>
      <thead>
        <tr>
          {help.grammarHead.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {help.grammar.map(([query, meaning]) => (
          <tr>
            <td>
              <a href={href(ui, '/', new URLSearchParams({ q: query }))}>
                <code>{query}</code>
              </a>
            </td>
            <td>{meaning}</td>
          </tr>
        ))}
      </tbody>
    </table>
    {help.grammarNotes.map((note) => (
      <p>{note}</p>
    ))}
  </>
)

const Keys: FC<{ help: Help }> = ({ help }) => (
  <>
    <h2 id="keys">{help.keysTitle}</h2>
    <table>
      <thead>
        <tr>
          {help.keysHead.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {help.keys.map(([key, action]) => (
          <tr>
            <td>
              <kbd>{key}</kbd>
            </td>
            <td>{action}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <p class="script">
      <label class="keys-setting">
        <input type="checkbox" data-keys-setting checked /> {help.keysSwitch}
      </label>
    </p>
  </>
)

export const HelpPage: FC<{ ui: Ui }> = ({ ui }) => {
  const help = texts[ui.locale]
  return (
    <Layout ui={ui} head={{ title: help.title, canonical: '/help' }} page="help">
      <article class="prose">
        <h1>{help.title}</h1>
        <p class="lead">{help.lead}</p>
        <Grammar ui={ui} help={help} />
        {help.sections.map((section) => (
          <>
            <h2>{section.title}</h2>
            {section.text.map((paragraph) => (
              <p>{paragraph}</p>
            ))}
          </>
        ))}
        <Keys help={help} />
      </article>
    </Layout>
  )
}
