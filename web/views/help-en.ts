/** The help in English. */
import type { Help } from './help.tsx'

export const helpEn: Help = {
  title: 'How to search',
  lead: 'Type words as they come. Everything else on this page is for when that is not enough.',
  grammarTitle: 'What you can type',
  grammarHead: ['You type', 'You find'],
  grammar: [
    ['police shelters', 'passages with both words, in any form, the best first'],
    ['"child victims"', 'exactly these words, side by side'],
    ['shelter OR refugio', 'either word'],
    ['shelter NOT police', 'the first without the second; -police means the same'],
    ['(judges OR prosecutors) AND training', 'parentheses group'],
    ['investigat*', 'words that begin so'],
    ['goverment~', 'words spelled almost so'],
    ['"victims shelter"~10', 'the words with at most ten others between them'],
    ['victims /s identified', 'both words in one sentence'],
    ['shelters year:2021', 'only in reports of that year; also year:2019..2022'],
    ['training section:protection', 'only in that section'],
    ['víctimas lang:es', 'only in that language: en or es'],
    ['budget doc:tip-2022-peru-en', 'only in that document'],
  ],
  grammarNotes: [
    'AND, OR and NOT count only in capitals. Capitals and accents are otherwise ignored; where you type an accent, the spelling with the accent comes first. Curly quotation marks are as good as straight ones.',
    'Whatever cannot be read is searched as plain words, and the page says so. No query is an error.',
    'Where no passage has all the words, those with most of them are shown, and the page says so. Of four words or more, half will do where at most one passage has all of them; a question is answered by passages with any of its words, the best first.',
  ],
  sections: [
    {
      title: 'Two languages',
      text: [
        'A word is also looked for in the other language: the line above the results says which words, and each can be taken out. Passages in the language you typed come first. “Only the language typed”, under Options, turns this off.',
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
