/** A brief as a page of its own: no scripts, no styles from elsewhere, fit to be printed, sent or opened in Word. */
import type { FC } from 'hono/jsx'
import type { Brief, BriefEntry } from '../../src/brief/brief.ts'

export const BriefPage: FC<{ brief: Brief; headingOf: (entry: BriefEntry) => string }> = ({
  brief,
  headingOf,
}) => {
  const { words, entries, language } = brief
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{words.title}</title>
      </head>
      <body>
        <h1>{words.title}</h1>
        {entries.map((entry) => (
          <section>
            <h2>{headingOf(entry)}</h2>
            <blockquote lang={entry.passage.language}>“{entry.passage.text}”</blockquote>
            <p>{entry.citation}</p>
            {entry.passage.repairs.length > 0 && (
              <p>{words.repaired(entry.passage.repairs.length)}</p>
            )}
            <p>
              <a href={entry.permalink}>{entry.permalink}</a>
            </p>
            {entry.note !== '' && (
              <p>
                {words.note}: {entry.note}
              </p>
            )}
          </section>
        ))}
        <p>{words.corpusVersion}</p>
      </body>
    </html>
  )
}
