/** The search box. A plain GET form: the filters in use travel along as hidden fields. */
import type { FC } from 'hono/jsx'
import { facetNames } from '../address.ts'
import type { Ui } from '../ui.ts'

interface Props {
  readonly ui: Ui
  /** The search of this page; empty where it has none. */
  readonly parameters: URLSearchParams
  readonly large?: boolean
}

const kept = [...facetNames, 'year_min', 'year_max']

export const SearchForm: FC<Props> = ({ ui, parameters, large = false }) => (
  <form
    class={large ? 'search search-large' : 'search'}
    id="search"
    role="search"
    action="/"
    method="get"
  >
    <label class="unseen" for="q">
      {ui.t.searchLabel}
    </label>
    <div class="search-box">
      <input
        id="q"
        name="q"
        type="search"
        value={parameters.get('q') ?? ''}
        placeholder={ui.t.searchPlaceholder}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        enterkeyhint="search"
        aria-keyshortcuts="/"
      />
      <button type="submit">{ui.t.searchButton}</button>
    </div>
    {kept.flatMap((name) =>
      parameters.getAll(name).map((value) => <input type="hidden" name={name} value={value} />),
    )}
    {ui.chosen && <input type="hidden" name="hl" value={ui.chosen} />}
  </form>
)
