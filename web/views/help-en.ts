/** The help in English. */
import type { Help } from './help.tsx'

export const helpEn: Help = {
  title: 'How to search',
  lead: 'Type words as they come. Everything else on this page is for when that is not enough.',
  grammarTitle: 'What you can type',
  grammarHead: ['You type', 'You find'],
  grammar: [
    ['police shelters', 'passages with both words, in any form, the best first'],
    ['"child victims"', 'exactly these words, side by side; “curly” quotes too'],
    ['shelter OR refugio', 'either word'],
    ['shelter AND police', 'both; needed only beside OR'],
    ['shelter NOT police', 'the first without the second; -police means the same'],
    ['+shelter police girls', 'shelter must be there, whatever else is'],
    ['(judges OR prosecutors) AND training', 'parentheses group'],
    ['investigat*', 'words that begin so; *tion ends so'],
    ['w?men', '? is any one letter'],
    ['goverment~', 'words spelled almost so; ~1 one letter off, ~2 two'],
    ['anti-trafficking', 'words that a hyphen joins stand side by side'],
    ['"victims shelter"~10', 'the words in any order with at most ten others between them'],
    ['victims /s identified', 'both in one sentence; /p in one passage'],
    ['victims /5 identified', 'within five words of one another; phrases too'],
    ['shelters year:2021', 'only of that year'],
    ['shelters year:2019..2022', 'from one year to another; also 2019.. and year:>2019'],
    ['shelters year:[2015 TO 2020]', 'the same, written as libraries do'],
    ['training section:protection', 'only in that section'],
    ['víctimas lang:es', 'only in that language: en or es'],
    ['budget doc:tip-2022-peru-en', 'only in that document'],
    ['mining country:Peru', 'only of that country; "…" where a name has spaces'],
    ['training -section:protection', 'a field can be left out, grouped and joined as a word can'],
  ],
  grammarNotes: [
    'AND, OR and NOT count only in capitals. Capitals and accents are otherwise ignored; where you type an accent, the spelling with the accent comes first. NOT binds first, then /s and its like, then words side by side, then AND, then OR.',
    'Fields are year, section, lang, doc and country, or año, sección, idioma, documento and país; the value follows the colon without a space.',
    'A number is found however it is written: 1,054 is 1.054 and 1 054.',
    'Whatever cannot be read is searched as plain words, and the page says so. No query is an error.',
    'Where no passage has all the words, those with most of them are shown, and the page says so. A question (with a question mark, or beginning with who, how, which …) finds passages with any of its words, the best first.',
  ],
  sections: [
    {
      title: 'Two languages',
      text: [
        'A word is also looked for in the other language: the line above the results says which words, and each can be taken out. What fits best comes first, in whichever language. “Only the language typed”, under Options, turns this off.',
      ],
    },
    {
      title: 'What was searched',
      text: [
        'The line above the results names every word and what was searched with it: its other forms, spellings without accents, words of the other language. A click on a part searches without that part; words in quotation marks are searched as they are written.',
        'While you type, the list under the box shows words, phrases, names and sections of the reports, each with the number of passages that choosing it finds. Where nothing is found, the page names what to leave out and what that finds.',
      ],
    },
    {
      title: 'Filters and counts',
      text: [
        'A number beside a filter is the number of passages a click on it will give. The sign − leaves a value out. In the chart of years, click on a bar or drag over several.',
        'Counts are exact, and the page, the downloads, the command line and the interface for programs all give the same ones. Beside a number you quote, give the query and the corpus version at the foot of the page.',
      ],
    },
    {
      title: 'Repaired text',
      text: [
        'Some files were read by a machine that misread letters. Pasaje repairs what it is sure of, underlines it with dots, and lists every repair with its reason. “As printed” shows the words of the file. Both spellings are found by a search.',
      ],
    },
    {
      title: 'Quoting',
      text: [
        'Every passage has a permanent link. If its words ever change, the link says so and shows what changed; it never leads to other words unannounced. “Cite” copies the quotation with its citation; the passage’s page has it in three styles, and files for reference managers.',
        'Tick “Collect” to gather passages, put them in order, add notes, and download them as a brief.',
      ],
    },
    {
      title: 'Other years',
      text: [
        'A passage’s page shows what it said in other years of the same country, and word by word what changed. Whole reports can be compared from the page of a report.',
      ],
    },
  ],
  keysTitle: 'Keys',
  keysHead: ['Key', 'Does'],
  keys: [
    ['/', 'to the search box'],
    ['j', 'next passage of the list'],
    ['k', 'previous passage of the list'],
    ['Enter', 'opens it'],
    ['o', 'shows the whole passage in the list'],
    ['c', 'copies quotation and citation'],
    ['l', 'copies the link'],
    ['x', 'collects the passage, or takes it out'],
    ['n, p', 'next and previous match in a passage or document'],
    ['Esc', 'empties the search box, closes menus'],
    ['?', 'this page'],
  ],
  keysSwitch: 'Keys of a single letter are on',
}
