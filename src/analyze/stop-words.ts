/** Words too common to search alone. Dropped from queries only: phrases and the index keep them. */
import type { Language } from '../model.ts'
import { fold } from './stem.ts'

// Snowball's lists with the question words; longer lists (ISO) were measured and cost nDCG.
const english = `i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers
herself it its itself they them their theirs themselves what which who whom whose when where why how this that these those
am is are was were be been being have has had having do does did doing would should could ought can will shall may might must
a an the and but if or because as until while of at by for with about against between into through during before after
above below to from up down in out on off over under again further then once here there all any both each few more most
other some such no nor not only own same so than too very s t d ll m re ve many much us also`

const spanish = `de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque
esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese
eso ante ellos e esto mí antes algunos qué unos yo otro otras otra él tanto esa estos mucho quienes nada muchos cual poco
ella estar estas algunas algo nosotros mi mis tú te ti tu tus ellas nosotras vosotros vosotras os mío mía míos mías tuyo
tuya tuyos tuyas suyo suya suyos suyas nuestro nuestra nuestros nuestras vuestro vuestra vuestros vuestras esos esas
estoy estás está estamos están esté estén estaba estaban estuvo estuvieron estado estando he has ha hemos han haya hayan
había habían hubo hubieron habido habiendo soy eres es somos son sea sean será serán sería serían era eran fue fueron siendo
sido tengo tiene tenemos tienen tenía tenían tuvo tuvieron tener u cuál cuáles cuáles cuánto cuánta cuántos cuántas cuándo
cómo dónde quién quiénes adónde cuyo cuya cuyos cuyas según ser si esté cada aquel aquella aquellos aquellas`

const words: Record<Language, ReadonlySet<string>> = { en: listed(english), es: listed(spanish) }

function listed(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u).map(fold))
}

/** Whether a lower-case word is too common to search alone; accents do not matter. */
export function isStopWord(word: string, language: Language): boolean {
  return words[language].has(fold(word))
}
