/** The part of citeproc-js that Pasaje uses; the package ships no types. */
declare module 'citeproc' {
  /** An XML element as citeproc's own parser gives it. */
  export interface XmlNode {
    name: string
    attrs: Record<string, string>
    children: (XmlNode | string)[]
  }

  export interface CitationItem {
    readonly id: string
    readonly locator?: string
    readonly label?: string
    readonly suffix?: string
  }

  export interface System {
    retrieveLocale(language: string): string
    retrieveItem(id: string): object
  }

  export class Engine {
    constructor(system: System, style: string, language: string, forceLanguage: boolean)
    setOutputFormat(format: 'text' | 'html'): void
    updateItems(ids: readonly string[]): void
    makeCitationCluster(items: readonly CitationItem[]): string
    makeBibliography(): [unknown, string[]] | false
  }

  const CSL: { Engine: typeof Engine; parseXml(xml: string): XmlNode }
  export default CSL
}
