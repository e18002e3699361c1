/** What the pages gain where scripts run. Every page is complete without: this only saves loading and clicking. */
import { setUpBasket } from './basket.ts'
import { setUpCopying } from './copying.ts'
import { setUpHistogram } from './histogram.ts'
import { setUpKeys } from './keys.ts'
import { setUpLiveSearch } from './live-search.ts'
import { setUpMatches } from './matches.ts'
import { setUpOutline } from './outline.ts'
import { setUpSuggestions } from './suggestions.ts'

setUpLiveSearch()
setUpSuggestions()
setUpHistogram()
setUpCopying()
setUpBasket()
setUpMatches()
setUpOutline()
setUpKeys()
